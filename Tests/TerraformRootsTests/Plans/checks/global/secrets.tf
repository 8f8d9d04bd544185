# Secrets without values; people and the primary's database write these.
locals {
  secrets_facts = {
    secrets = {
      planned = {
        for name, secret in local.planned.aws_secretsmanager_secret : name => {
          days     = secret.recovery_window_in_days
          key      = secret.kms_key_id
          name     = secret.name
          replicas = { for replica in secret.replica : replica.region => replica.kms_key_id }
        }
      }
      wanted = {
        for name, path in {
          alerts_master_user          = "database-alerts-master-user"
          api_keys                    = "api-keys"
          database_alerts_application = "database-alerts-application"
          database_alerts_migration   = "database-alerts-migration"
          poller_api_key              = "poller-api-key"
          twilio                      = "twilio"
          } : name => {
          days = var.environment.protected ? 30 : 0
          key  = local.planned.aws_kms_key["secrets_${local.region_slugs[local.home]}"].arn
          name = "${local.shared}/${path}"
          replicas = {
            for region in local.replica_regions :
            region => local.planned.aws_kms_key["secrets_${local.region_slugs[region]}"].arn
          }
        }
      }
    }
    # Only the password that nobody needs to know is made here.
    values = {
      planned = { for name, version in local.planned.aws_secretsmanager_secret_version : name => version.secret_id }
      wanted  = { alerts_master_user = aws_secretsmanager_secret.alerts_master_user.id }
    }
    key_regions = {
      planned = {
        for name, key in local.planned.aws_kms_key : name => split(":", key.arn)[3] if startswith(name, "secrets_")
      }
      wanted = { for region, slug in local.region_slugs : "secrets_${slug}" => region }
    }
    published = {
      planned = { for name, parameter in local.published : name => parameter if startswith(name, "secrets_key_arn_") }
      wanted = {
        for slug in values(local.region_slugs) : "secrets_key_arn_${slug}" => {
          name  = "/bizcomms/${var.environment.name}/global/secrets-key-arn"
          type  = "String"
          value = local.planned.aws_kms_key["secrets_${slug}"].arn
        }
      }
    }
  }
}

check "secrets" {
  assert {
    condition     = local.secrets_differences.secrets == ""
    error_message = "services read other secrets, or not in every region: ${local.secrets_differences.secrets}"
  }

  assert {
    condition     = local.secrets_differences.values == ""
    error_message = "the root knows the value of a secret: ${local.secrets_differences.values}"
  }

  assert {
    condition     = local.secrets_differences.key_regions == ""
    error_message = "a key of secrets is in another region: ${local.secrets_differences.key_regions}"
  }

  assert {
    condition     = local.secrets_differences.published == ""
    error_message = "services decrypt with another key: ${local.secrets_differences.published}"
  }
}
