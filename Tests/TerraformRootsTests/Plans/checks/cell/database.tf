# The cell's Aurora cluster: alone in its environment, or primary or secondary of a global one.
locals {
  # Where services read the endpoints of the cell's databases.
  database_parameters = "/bizcomms/${var.environment.name}/cells/${var.cell.name}/database"

  database_secondary = var.cell.database.role == "secondary"
  database_instances = {
    for index, class in var.cell.database.instances : "alerts_${index + 1}" => {
      class = class
      slug  = keys(local.zones)[index % length(local.zones)]
      tier  = index
    }
  }

  database_facts = {
    cluster = {
      planned = {
        deletion   = aws_rds_cluster.alerts.deletion_protection
        encryption = aws_rds_cluster.alerts.storage_encrypted
        engine     = "${aws_rds_cluster.alerts.engine} ${aws_rds_cluster.alerts.engine_version}"
        groups     = aws_rds_cluster.alerts.vpc_security_group_ids
        identifier = aws_rds_cluster.alerts.cluster_identifier
        key        = aws_rds_cluster.alerts.kms_key_id
        logs       = aws_rds_cluster.alerts.enabled_cloudwatch_logs_exports
        now        = aws_rds_cluster.alerts.apply_immediately
        parameters = aws_rds_cluster.alerts.db_cluster_parameter_group_name
        subnets    = aws_rds_cluster.alerts.db_subnet_group_name
      }
      wanted = {
        deletion   = var.environment.protected
        encryption = true
        engine     = "aurora-postgresql 16.8"
        groups     = [aws_security_group.alerts.id]
        identifier = "${local.prefix}-alerts"
        key        = aws_kms_key.alerts.arn
        logs       = ["postgresql"]
        now        = false
        parameters = aws_rds_cluster_parameter_group.alerts.name
        subnets    = aws_db_subnet_group.alerts.name
      }
    }
    backups = {
      planned = {
        days        = aws_rds_cluster.alerts.backup_retention_period
        go_with_it  = aws_rds_cluster.alerts.delete_automated_backups
        maintenance = aws_rds_cluster.alerts.preferred_maintenance_window
        skipped     = aws_rds_cluster.alerts.skip_final_snapshot
        snapshot    = aws_rds_cluster.alerts.final_snapshot_identifier
        tags        = aws_rds_cluster.alerts.copy_tags_to_snapshot
        window      = aws_rds_cluster.alerts.preferred_backup_window
      }
      wanted = {
        days        = var.cell.database.backup_days
        go_with_it  = !var.environment.protected
        maintenance = var.cell.database.maintenance
        skipped     = !var.environment.protected
        snapshot    = var.environment.protected ? "${local.prefix}-alerts-final" : null
        tags        = true
        window      = "07:00-07:30"
      }
    }
    # A secondary copies database and users; writes that reach it are forwarded.
    role = {
      planned = {
        database   = aws_rds_cluster.alerts.database_name
        forwarding = aws_rds_cluster.alerts.enable_global_write_forwarding == true
        global     = aws_rds_cluster.alerts.global_cluster_identifier
        password   = aws_rds_cluster.alerts.master_password_wo_version
        source     = aws_rds_cluster.alerts.source_region
        user       = aws_rds_cluster.alerts.master_username
      }
      wanted = {
        database   = local.database_secondary ? "aws_rds_cluster.alerts.database_name" : "alerts"
        forwarding = var.cell.database.role != "alone"
        global     = var.cell.database.role == "alone" ? null : "${local.shared}-alerts"
        password   = local.database_secondary ? null : 1
        source     = local.database_secondary ? local.home : null
        user       = local.database_secondary ? "aws_rds_cluster.alerts.master_username" : "bizcomms_admin"
      }
    }
    # The state would hold any of these.
    stored_passwords = {
      planned = {
        managed  = aws_rds_cluster.alerts.manage_master_user_password
        password = nonsensitive(aws_rds_cluster.alerts.master_password)
      }
      wanted = { managed = null, password = null }
    }
    instances = {
      planned = {
        for name, instance in local.planned.aws_rds_cluster_instance : name => {
          class      = instance.instance_class
          cluster    = instance.cluster_identifier
          engine     = instance.engine
          identifier = instance.identifier
          insights = {
            days    = instance.performance_insights_retention_period
            enabled = instance.performance_insights_enabled
            key     = instance.performance_insights_kms_key_id
          }
          monitoring = { role = instance.monitoring_role_arn, seconds = instance.monitoring_interval }
          public     = instance.publicly_accessible
          tier       = instance.promotion_tier
          upgrades   = instance.auto_minor_version_upgrade
          zone       = instance.availability_zone
        }
      }
      wanted = {
        for name, it in local.database_instances : name => {
          class      = it.class
          cluster    = aws_rds_cluster.alerts.id
          engine     = "aurora-postgresql"
          identifier = "${local.prefix}-alerts-${it.tier + 1}"
          insights   = { days = 7, enabled = true, key = aws_kms_key.alerts.arn }
          monitoring = { role = aws_iam_role.database_monitoring.arn, seconds = 60 }
          public     = false
          tier       = it.tier
          upgrades   = false # the global cluster decides
          zone       = local.planned.aws_subnet["database_${it.slug}"].availability_zone
        }
      }
    }
    parameters = {
      planned = merge(
        { family = aws_rds_cluster_parameter_group.alerts.family },
        { for parameter in aws_rds_cluster_parameter_group.alerts.parameter : parameter.name => parameter.value },
      )
      wanted = {
        family                       = "aurora-postgresql16"
        "log_lock_waits"             = "1"
        "log_min_duration_statement" = "1000"
        "rds.force_ssl"              = "1"
        "shared_preload_libraries"   = "pg_stat_statements"
      }
    }
    # Nothing but nodes, pods and functions of the cell reaches it, and on one port.
    access = {
      planned = merge(
        { subnets = aws_db_subnet_group.alerts.subnet_ids, vpc = aws_security_group.alerts.vpc_id },
        { for name, rule in local.rules_in : name => rule if endswith(rule, " into ${aws_security_group.alerts.id}") },
      )
      wanted = merge(
        { subnets = local.subnet_ids.database, vpc = aws_vpc.main.id },
        {
          for name, group in merge(
            { alerts_nodes = local.pod_group },
            { for service in var.cell.functions : "${service}_alerts" => local.planned.aws_security_group[service].id },
          ) : name => "tcp 5432-5432 from ${group} into ${aws_security_group.alerts.id}"
        },
      )
    }
    endpoints = {
      planned = {
        for name, parameter in local.planned.aws_ssm_parameter : parameter.name => nonsensitive(parameter.value)
      }
      wanted = {
        "${local.database_parameters}/alerts/reader" = aws_rds_cluster.alerts.reader_endpoint
        # RDS tells a secondary of no writer, and a writer's name is the reader's without `ro`.
        "${local.database_parameters}/alerts/writer" = "alerts.cluster-mock.example"
      }
    }
    monitoring = {
      planned = {
        policy = aws_iam_role_policy_attachment.database_monitoring.policy_arn
        role   = aws_iam_role_policy_attachment.database_monitoring.role
        trust = {
          for statement in jsondecode(aws_iam_role.database_monitoring.assume_role_policy).Statement :
          statement.Principal.Service => statement.Condition.ArnLike["aws:SourceArn"]
        }
      }
      wanted = {
        policy = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
        role   = aws_iam_role.database_monitoring.name
        trust  = { "monitoring.rds.amazonaws.com" = "${local.arn.rds}:db:${local.prefix}-*" }
      }
    }
  }
}

check "database" {
  assert {
    condition     = local.database_differences.cluster == ""
    error_message = "the database is another: ${local.database_differences.cluster}"
  }

  assert {
    condition     = local.database_differences.backups == ""
    error_message = "less can be restored: ${local.database_differences.backups}"
  }

  assert {
    condition     = local.database_differences.role == ""
    error_message = "the cluster has another part in the global one: ${local.database_differences.role}"
  }

  assert {
    condition     = local.database_differences.stored_passwords == ""
    error_message = "the state holds a password: ${local.database_differences.stored_passwords}"
  }

  assert {
    condition     = local.database_differences.instances == ""
    error_message = "an instance is another: ${local.database_differences.instances}"
  }

  assert {
    condition     = local.database_differences.parameters == ""
    error_message = "PostgreSQL runs otherwise: ${local.database_differences.parameters}"
  }

  assert {
    condition     = local.database_differences.access == ""
    error_message = "others reach the database: ${local.database_differences.access}"
  }

  assert {
    condition     = local.database_differences.endpoints == ""
    error_message = "services connect elsewhere: ${local.database_differences.endpoints}"
  }

  assert {
    condition     = local.database_differences.monitoring == ""
    error_message = "nobody measures the machines: ${local.database_differences.monitoring}"
  }

  assert {
    condition     = aws_cloudwatch_log_group.alerts.name == "/aws/rds/cluster/${local.prefix}-alerts/postgresql"
    error_message = "RDS makes a log group of its own beside ${aws_cloudwatch_log_group.alerts.name}"
  }
}
