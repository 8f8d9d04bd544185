# What people hear of the fleet as callers see it.
locals {
  alarms_facts = {
    checks = {
      planned = {
        for name, alarm in local.planned.aws_cloudwatch_metric_alarm : name => {
          actions   = alarm.alarm_actions
          check     = alarm.dimensions.HealthCheckId
          metric    = "${alarm.namespace} ${alarm.metric_name} ${alarm.statistic}"
          missing   = alarm.treat_missing_data
          name      = alarm.alarm_name
          period    = "${alarm.datapoints_to_alarm} of ${alarm.evaluation_periods} x ${alarm.period} s"
          recovery  = alarm.ok_actions
          threshold = "${alarm.comparison_operator} ${alarm.threshold}"
        }
      }
      wanted = {
        for alarm, it in merge(
          {
            for cell, slug in local.cell_slugs :
            "${slug}_unhealthy" => { check = slug, name = "${cell} Unhealthy" }
          },
          { for name in ["takeover"] : name => { check = name, name = "Takeover" } if local.standby != null },
          ) : alarm => {
          actions   = [aws_sns_topic.fleet.arn]
          check     = try(local.planned.aws_route53_health_check[it.check].id, null)
          metric    = "AWS/Route53 HealthCheckStatus Minimum"
          missing   = "breaching"
          name      = "${local.shared} ${it.name}"
          period    = "2 of 2 x 60 s"
          recovery  = [aws_sns_topic.fleet.arn]
          threshold = "LessThanThreshold 1"
        }
      }
    }
    # One cell that is down is known by its own alarm; all of them at once is another matter.
    all_cells = {
      planned = {
        for name, alarm in try(local.planned.aws_cloudwatch_composite_alarm, {}) : name => {
          actions = alarm.alarm_actions
          name    = alarm.alarm_name
          rule    = alarm.alarm_rule
        }
      }
      wanted = {
        for name in ["all_unhealthy"] : name => {
          actions = [aws_sns_topic.fleet.arn]
          name    = "${local.shared} All Cells Unhealthy"
          rule = join(" AND ", [
            for cell in keys(var.environment.cells) : "ALARM(\"${local.shared} ${cell} Unhealthy\")"
          ])
        } if length(var.environment.cells) > 1
      }
    }
    topic = {
      planned = {
        key        = aws_sns_topic.fleet.kms_master_key_id
        name       = aws_sns_topic.fleet.name
        policy     = aws_sns_topic_policy.fleet.arn
        publishers = [for statement in jsondecode(aws_sns_topic_policy.fleet.policy).Statement : statement.Principal]
      }
      wanted = {
        key    = aws_kms_key.fleet.arn
        name   = "${local.shared}-fleet-alarms"
        policy = aws_sns_topic.fleet.arn
        publishers = [
          { Service = "cloudwatch.amazonaws.com" },
          { AWS = "arn:aws:iam::${var.environment.account}:root" },
          { AWS = "*" }, # denied where it comes without TLS
        ]
      }
    }
    subscribers = {
      planned = {
        for name, subscription in local.planned.aws_sns_topic_subscription :
        name => "${subscription.protocol} ${subscription.endpoint} of ${subscription.topic_arn}"
      }
      wanted = { fleet_1 = "email ${var.environment.on_call} of ${aws_sns_topic.fleet.arn}" }
    }
  }
}

check "alarms" {
  assert {
    condition     = local.alarms_differences.checks == ""
    error_message = "a cell that is down, or takes over, alarms otherwise: ${local.alarms_differences.checks}"
  }

  assert {
    condition     = local.alarms_differences.all_cells == ""
    error_message = "a fleet that is down alarms otherwise: ${local.alarms_differences.all_cells}"
  }

  assert {
    condition     = local.alarms_differences.topic == ""
    error_message = "alarms don't reach their topic: ${local.alarms_differences.topic}"
  }

  assert {
    condition     = local.alarms_differences.subscribers == ""
    error_message = "alarms reach others: ${local.alarms_differences.subscribers}"
  }
}
