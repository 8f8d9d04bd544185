# Who did what in the account.
locals {
  audit_source = "arn:aws:cloudtrail:${local.home}:${var.environment.account}:trail/${local.shared}-audit"

  audit_facts = {
    trail = {
      planned = {
        bucket        = aws_cloudtrail.main.s3_bucket_name
        every_region  = aws_cloudtrail.main.is_multi_region_trail
        global        = aws_cloudtrail.main.include_global_service_events
        key           = aws_cloudtrail.main.kms_key_id
        logging       = aws_cloudtrail.main.enable_logging != false
        name          = aws_cloudtrail.main.name
        tamper_proofs = aws_cloudtrail.main.enable_log_file_validation
      }
      wanted = {
        bucket        = aws_s3_bucket.audit.id
        every_region  = true
        global        = true
        key           = aws_kms_key.audit.arn
        logging       = true
        name          = "${local.shared}-audit"
        tamper_proofs = true
      }
    }
    events = {
      planned = {
        for selector in aws_cloudtrail.main.advanced_event_selector : selector.name => {
          for field in selector.field_selector : field.field => sort(concat(
            tolist(field.equals == null ? [] : field.equals), tolist(field.starts_with == null ? [] : field.starts_with)
          ))
        }
      }
      wanted = {
        "Management events" = { eventCategory = ["Management"] }
        "Terraform states" = {
          eventCategory    = ["Data"]
          "resources.type" = ["AWS::S3::Object"]
          "resources.ARN" = [
            for region in sort(var.environment.regions) :
            "arn:aws:s3:::${local.shared}-${var.environment.account}-tfstate-${region}/"
          ]
        }
      }
    }
    writers = {
      planned = {
        for statement in jsondecode(aws_s3_bucket_policy.audit.policy).Statement : join(" ", statement.Action) => {
          for_trail = statement.Condition.StringEquals["aws:SourceArn"]
          into      = statement.Resource
          service   = statement.Principal.Service
        } if statement.Effect == "Allow"
      }
      wanted = {
        for action, path in { "s3:GetBucketAcl" = "", "s3:PutObject" = "/AWSLogs/${var.environment.account}/*" } :
        action => {
          for_trail = local.audit_source
          into      = ["${aws_s3_bucket.audit.arn}${path}"]
          service   = "cloudtrail.amazonaws.com"
        }
      }
    }
    key_users = {
      planned = {
        for statement in jsondecode(aws_kms_key.audit.policy).Statement : join(" ", statement.Action) => {
          for_trail = statement.Condition.StringEquals["aws:SourceArn"]
          service   = statement.Principal.Service
        } if can(statement.Principal.Service)
      }
      wanted = {
        for actions in ["kms:Decrypt kms:DescribeKey", "kms:GenerateDataKey*"] :
        actions => { for_trail = local.audit_source, service = "cloudtrail.amazonaws.com" }
      }
    }
  }
}

check "audit" {
  assert {
    condition     = local.audit_differences.trail == ""
    error_message = "something goes unrecorded: ${local.audit_differences.trail}"
  }

  assert {
    condition     = local.audit_differences.events == ""
    error_message = "other events are recorded: ${local.audit_differences.events}"
  }

  assert {
    condition     = local.audit_differences.writers == ""
    error_message = "others write into the bucket: ${local.audit_differences.writers}"
  }

  assert {
    condition     = local.audit_differences.key_users == ""
    error_message = "others use the key: ${local.audit_differences.key_users}"
  }
}
