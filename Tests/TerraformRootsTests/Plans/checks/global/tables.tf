# Tables that every cell reads and writes, each with a replica in every other region.
locals {
  table_keys = {
    for region, slug in local.region_slugs : region => local.planned.aws_kms_key["tables_${slug}"].arn
  }

  tables_facts = {
    tables = {
      planned = {
        for name, table in local.planned.aws_dynamodb_table : name => {
          attributes = { for attribute in table.attribute : attribute.name => attribute.type }
          billing    = table.billing_mode
          deletion   = table.deletion_protection_enabled
          expiry     = table.ttl[0].enabled ? table.ttl[0].attribute_name : "never"
          encrypted  = table.server_side_encryption[0].enabled
          key        = table.server_side_encryption[0].kms_key_arn
          keys       = compact([table.hash_key, table.range_key])
          name       = table.name
          recovery   = table.point_in_time_recovery[0].enabled
        }
      }
      wanted = {
        for name, keys in { deliveries = ["alert_id", "recipient_channel"], stories = ["story_id"] } : name => {
          attributes                   = { for key in keys : key => "S" }
          billing                      = "PAY_PER_REQUEST"
          deletion                     = var.environment.protected
          encrypted                    = true
          expiry                       = "expires_at"
          key                          = local.table_keys[local.home]
          keys                         = keys
          name                         = "${local.shared}-${name}"
          recovery                     = true
        }
      }
    }
    replicas = {
      planned = merge([
        for name, table in local.planned.aws_dynamodb_table : {
          for replica in table.replica : "${name} in ${replica.region_name}" => {
            key      = replica.kms_key_arn
            recovery = replica.point_in_time_recovery
            stream   = table.stream_enabled == true ? table.stream_view_type : "none"
            tags     = replica.propagate_tags
          }
        }
      ]...)
      wanted = merge([
        for name in ["deliveries", "stories"] : {
          for region in local.replica_regions : "${name} in ${region}" => {
            key      = local.table_keys[region]
            recovery = true
            stream   = "NEW_AND_OLD_IMAGES"
            tags     = true
          }
        }
      ]...)
    }
  }
}

check "tables" {
  assert {
    condition     = local.tables_differences.tables == ""
    error_message = "services find another table, or one that can be lost: ${local.tables_differences.tables}"
  }

  assert {
    condition     = local.tables_differences.replicas == ""
    error_message = "a region has no copy, or one that can be lost: ${local.tables_differences.replicas}"
  }
}
