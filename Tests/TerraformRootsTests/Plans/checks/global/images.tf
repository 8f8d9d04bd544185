# A repository for each service in each region, made before the first image is pushed.
locals {
  repositories = merge([
    for region, slug in local.region_slugs : {
      for service in ["api", "poller", "worker"] : "${service}_${slug}" => { region = region, service = service }
    }
  ]...)

  # Lambda pulls with its own name, and only from repositories that let it.
  pulled_by_lambda = merge([
    for region, slug in local.region_slugs : {
      for service in var.environment.functions : "${service}_${slug}" => { region = region, service = service }
    }
  ]...)

  images_facts = {
    repositories = {
      planned = {
        for name, repository in local.planned.aws_ecr_repository : name => {
          encryption = repository.encryption_configuration[0].encryption_type
          forced     = repository.force_delete
          name       = repository.name
          region     = split(":", repository.arn)[3]
          scanned    = repository.image_scanning_configuration[0].scan_on_push
          tags       = repository.image_tag_mutability
        }
      }
      wanted = {
        for name, it in local.repositories : name => {
          encryption = "AES256"
          forced     = !var.environment.protected
          name       = "bizcomms-${it.service}"
          region     = it.region
          scanned    = true
          tags       = "IMMUTABLE"
        }
      }
    }
    lifecycle = {
      planned = {
        for name, policy in local.planned.aws_ecr_lifecycle_policy : name => {
          repository = policy.repository
          rules = [
            for rule in jsondecode(policy.policy).rules :
            "${rule.selection.tagStatus} ${rule.selection.countType} ${rule.selection.countNumber}: ${rule.action.type}"
          ]
        }
      }
      wanted = {
        for name, it in local.repositories : name => {
          repository = "bizcomms-${it.service}"
          rules = [
            "untagged sinceImagePushed 7: expire",
            "tagged imageCountMoreThan 100: expire",
          ]
        }
      }
    }
    pulled_by_lambda = {
      planned = {
        for name, policy in try(local.planned.aws_ecr_repository_policy, {}) : name => {
          repository = policy.repository
          statements = [
            for statement in jsondecode(policy.policy).Statement : {
              actions   = statement.Action
              effect    = statement.Effect
              functions = statement.Condition.ArnLike["aws:SourceArn"]
              service   = statement.Principal.Service
            }
          ]
        }
      }
      wanted = {
        for name, it in local.pulled_by_lambda : name => {
          repository = "bizcomms-${it.service}"
          statements = [{
            actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
            effect  = "Allow"
            functions = [
              for cell, region in var.environment.cells :
              "arn:aws:lambda:${region}:${var.environment.account}:function:bizcomms-${cell}-${it.service}"
              if region == it.region
            ]
            service = "lambda.amazonaws.com"
          }]
        }
      }
    }
  }
}

check "images" {
  assert {
    condition     = local.images_differences.repositories == ""
    error_message = "images lie elsewhere, or can change: ${local.images_differences.repositories}"
  }

  assert {
    condition     = local.images_differences.lifecycle == ""
    error_message = "images go sooner or later: ${local.images_differences.lifecycle}"
  }

  assert {
    condition     = local.images_differences.pulled_by_lambda == ""
    error_message = "others pull images: ${local.images_differences.pulled_by_lambda}"
  }
}
