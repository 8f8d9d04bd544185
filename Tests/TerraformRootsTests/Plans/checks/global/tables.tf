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
      planned = {
        for name, replica in try(local.planned.aws_dynamodb_table_replica, {}) : name => {
          deletion = replica.deletion_protection_enabled
          key      = replica.kms_key_arn
          of       = replica.global_table_arn
          recovery = replica.point_in_time_recovery
          region   = split(":", replica.arn)[3]
        }
      }
      wanted = merge([
        for name, table in local.planned.aws_dynamodb_table : {
          for region in local.replica_regions : "${name}_${local.region_slugs[region]}" => {
            deletion = var.environment.protected
            key      = local.table_keys[region]
            of       = table.arn
            recovery = true
            region   = region
          }
        }
      ]...)
    }
    # A table without its stream can't be copied.
    streams = {
      planned = {
        for name, table in local.planned.aws_dynamodb_table : name => {
          enabled = table.stream_enabled
          images  = table.stream_view_type
        } if length(local.replica_regions) > 0
      }
      wanted = {
        for name in ["deliveries", "stories"] : name => { enabled = true, images = "NEW_AND_OLD_IMAGES" }
        if length(local.replica_regions) > 0
      }
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

  assert {
    condition     = local.tables_differences.streams == ""
    error_message = "a table can't be copied: ${local.tables_differences.streams}"
  }
}
