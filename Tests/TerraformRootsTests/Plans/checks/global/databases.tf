# What the cells' clusters share: the global cluster, where there are two regions, and its user.
locals {
  databases_facts = {
    cluster = {
      planned = {
        for name, cluster in try(local.planned.aws_rds_global_cluster, {}) : name => {
          database   = cluster.database_name
          deletion   = cluster.deletion_protection
          encryption = cluster.storage_encrypted
          engine     = "${cluster.engine} ${cluster.engine_version}"
          identifier = cluster.global_cluster_identifier
        }
      }
      wanted = {
        for name in ["alerts"] : name => {
          database   = name
          deletion   = var.environment.protected
          encryption = true
          engine     = "aurora-postgresql 16.8"
          identifier = "${local.shared}-${name}"
        } if length(var.environment.regions) > 1
      }
    }
    # The value is write-only: the state has its version and nothing else.
    user = {
      planned = {
        name    = aws_secretsmanager_secret.alerts_master_user.name
        secret  = aws_secretsmanager_secret_version.alerts_master_user.secret_id
        stored  = nonsensitive(aws_secretsmanager_secret_version.alerts_master_user.secret_string)
        version = aws_secretsmanager_secret_version.alerts_master_user.secret_string_wo_version
      }
      wanted = {
        name    = "${local.shared}/database-alerts-master-user"
        secret  = aws_secretsmanager_secret.alerts_master_user.id
        stored  = null
        version = 1
      }
    }
  }
}

check "databases" {
  assert {
    condition     = local.databases_differences.cluster == ""
    error_message = "cells join another global cluster: ${local.databases_differences.cluster}"
  }

  assert {
    condition     = local.databases_differences.user == ""
    error_message = "the primary reads another password, or the state has it: ${local.databases_differences.user}"
  }
}
