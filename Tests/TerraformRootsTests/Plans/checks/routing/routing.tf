# The shared name, and the checks that it heeds. Nothing here knows a load balancer: records lead to
# the cells' own names.
locals {
  zone_parameter = "/bizcomms/${var.environment.name}/global/hosted-zone-id"

  standby = one([for cell in keys(var.environment.cells) : cell if cell != var.environment.primary])
  slug_of = local.cell_slugs

  # The standby can declare itself the primary: then the primary's own check counts no more.
  primary_check = (
    local.standby == null
    ? local.planned.aws_route53_health_check[local.slug_of[var.environment.primary]].id
    : try(local.planned.aws_route53_health_check["primary"].id, null)
  )
  record_of_cell = {
    for role, cell in { primary = var.environment.primary, standby = local.standby } :
    role => cell if cell != null
  }

  routing_facts = {
    cell_checks = {
      planned = {
        for name, check in local.planned.aws_route53_health_check : name => {
          every    = check.request_interval
          failures = check.failure_threshold
          host     = check.fqdn
          path     = check.resource_path
          port     = check.port
          type     = check.type
        } if check.fqdn != null
      }
      wanted = {
        for cell, slug in local.cell_slugs : slug => {
          every    = 30
          failures = 3
          host     = "${cell}.${var.environment.domain}"
          path     = "/health"
          port     = 443
          type     = "HTTPS"
        }
      }
    }
    takeover = {
      planned = {
        for name, check in local.planned.aws_route53_health_check : name => {
          alarm    = check.cloudwatch_alarm_name
          children = check.child_healthchecks
          healthy  = check.child_health_threshold
          region   = check.cloudwatch_alarm_region
          unknown  = check.insufficient_data_health_status
          type     = check.type
        } if check.fqdn == null
      }
      wanted = {
        for name, check in {
          primary = {
            alarm = null
            children = sort([
              for name in [local.slug_of[var.environment.primary], "takeover"] :
              try(local.planned.aws_route53_health_check[name].id, "none")
            ])
            healthy = 2
            region  = null
            unknown = null
            type    = "CALCULATED"
          }
          takeover = {
            alarm    = "bizcomms-${coalesce(local.standby, "none")}-takeover"
            children = null
            healthy  = null
            region   = try(var.environment.cells[local.standby], null)
            unknown  = "LastKnownStatus"
            type     = "CLOUDWATCH_METRIC"
          }
        } : name => check if local.standby != null
      }
    }
    records = {
      planned = {
        for name, record in local.planned.aws_route53_record : name => {
          alias    = record.alias[0]
          check    = record.health_check_id
          identity = record.set_identifier
          name     = record.name
          role     = record.failover_routing_policy[0].type
          type     = record.type
          zone     = record.zone_id
        }
      }
      wanted = {
        for role, cell in local.record_of_cell : role => {
          alias = {
            evaluate_target_health = true
            name                   = "${cell}.${var.environment.domain}"
            zone_id                = data.aws_ssm_parameter.hosted_zone_id.insecure_value
          }
          check = (
            role == "primary"
            ? local.primary_check
            : local.planned.aws_route53_health_check[local.slug_of[cell]].id
          )
          identity = role
          name     = var.environment.domain
          role     = role == "primary" ? "PRIMARY" : "SECONDARY"
          type     = "A"
          zone     = data.aws_ssm_parameter.hosted_zone_id.insecure_value
        }
      }
    }
  }
}

check "routing" {
  assert {
    condition     = local.routing_differences.cell_checks == ""
    error_message = "a cell's health is judged otherwise: ${local.routing_differences.cell_checks}"
  }

  assert {
    condition     = local.routing_differences.takeover == ""
    error_message = "the standby can't take over: ${local.routing_differences.takeover}"
  }

  assert {
    condition     = local.routing_differences.records == ""
    error_message = "the shared name leads elsewhere: ${local.routing_differences.records}"
  }

  assert {
    condition     = data.aws_ssm_parameter.hosted_zone_id.name == local.zone_parameter
    error_message = "the zone is read from ${data.aws_ssm_parameter.hosted_zone_id.name}, not ${local.zone_parameter}"
  }
}
