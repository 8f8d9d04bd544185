# Which account and regions the root works in, where its state lies, and what tags everything has.
locals {
  terraform_facts = {
    accounts = {
      planned = { for name, provider in local.root.providers : name => provider.allowed_account_ids }
      wanted  = { for name in keys(local.root.providers) : name => [var.environment.account] }
    }
    regions = {
      planned = { for name, provider in local.root.providers : name => provider.region }
      wanted = {
        for region in local.kind.regions :
        region == local.kind.regions[0] ? "aws" : "aws.${region}" => region
      }
    }
    tags = {
      planned = { for name, provider in local.root.providers : name => provider.default_tags.tags }
      wanted = {
        for name in keys(local.root.providers) : name => merge(local.kind.tags, {
          application = "bizcomms"
          environment = var.environment.name
          managed-by  = "terraform"
          owner       = "platform"
        })
      }
    }
    state = {
      planned = local.root.terraform.backend.s3
      wanted = {
        allowed_account_ids = [var.environment.account]
        bucket              = "${local.shared}-${var.environment.account}-tfstate-${local.kind.state_region}"
        key                 = "${local.kind.path}/terraform.tfstate"
        region              = local.kind.state_region
        use_lockfile        = true
      }
    }
    versions = {
      planned = {
        provider  = local.root.terraform.required_providers.aws.version
        terraform = local.root.terraform.required_version
      }
      wanted = { provider = "5.100.0", terraform = "~> 1.11" }
    }
    components = {
      planned = merge([
        for type, blocks in local.planned : {
          for name, block in blocks : "${type}.${name}" => block.tags
          if can(block.tags) && try(block.tags.component, "") == ""
        }
      ]...)
      wanted = {}
    }
  }
}

check "terraform" {
  assert {
    condition     = local.terraform_differences.accounts == ""
    error_message = "an apply could reach another account: ${local.terraform_differences.accounts}"
  }

  assert {
    condition     = local.terraform_differences.regions == ""
    error_message = "the root works in other regions: ${local.terraform_differences.regions}"
  }

  assert {
    condition     = local.terraform_differences.tags == ""
    error_message = "bills and searches go by the default tags: ${local.terraform_differences.tags}"
  }

  assert {
    condition     = local.terraform_differences.state == ""
    error_message = "the state lies elsewhere: ${local.terraform_differences.state}"
  }

  assert {
    condition     = local.terraform_differences.versions == ""
    error_message = "the root is applied with other versions: ${local.terraform_differences.versions}"
  }

  assert {
    condition     = local.terraform_differences.components == ""
    error_message = "these belong to no component: ${local.terraform_differences.components}"
  }
}
