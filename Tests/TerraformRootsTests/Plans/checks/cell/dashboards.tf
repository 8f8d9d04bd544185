# What people look at.
locals {
  dashboards = {
    for name, dashboard in local.planned.aws_cloudwatch_dashboard : name => jsondecode(dashboard.dashboard_body)
  }
  # A widget by dashboard and title.
  widgets = merge([
    for name, dashboard in local.dashboards : {
      for widget in dashboard.widgets : "${name}: ${widget.properties.title}" => widget.properties
    }
  ]...)
  dashboard_titles = {
    api = [
      "Requests per minute, by endpoint", "Latency", "Error rate", "Errors per minute", "Active connections",
      "Errors logged per minute",
    ]
    infrastructure = concat(
      [for measure in ["CPU", "connections", "IOPS", "replication lag"] : "Aurora alerts: ${measure}"],
      flatten([
        for table in ["deliveries", "stories"] : [
          "DynamoDB ${table}: capacity units per minute", "DynamoDB ${table}: throttles"
        ]
      ]),
      ["EKS: pods", "EKS: nodes", "EKS: node utilization"],
    )
    worker = [
      "SQS queue depth", "Age of the oldest message", "Messages processed per minute", "Processing duration",
      "Twilio delivery success rate", "Deliveries per minute, by channel", "Errors logged per minute",
    ]
  }
  # A widget's line, by the alarm whose threshold it is.
  dashboard_lines = {
    "api: Errors per minute"                         = "api_high_error_rate"
    "infrastructure: Aurora alerts: CPU"             = "alerts_aurora_high_cpu"
    "infrastructure: Aurora alerts: replication lag" = "alerts_aurora_replication_lag"
    "infrastructure: EKS: nodes"                     = "eks_node_failure"
    "worker: SQS queue depth"                        = "sqs_queue_backup"
  }

  dashboards_facts = {
    names = {
      planned = { for name, dashboard in local.planned.aws_cloudwatch_dashboard : name => dashboard.dashboard_name }
      wanted  = { for name in keys(local.dashboard_titles) : name => "${local.prefix}-${name}" }
    }
    widgets = {
      planned = { for name, dashboard in local.dashboards : name => dashboard.widgets[*].properties.title }
      wanted  = local.dashboard_titles
    }
    # In rows of two that don't overlap.
    places = {
      planned = {
        for name, dashboard in local.dashboards :
        name => [for widget in dashboard.widgets : "${widget.x} ${widget.y} ${widget.width} ${widget.height}"]
      }
      wanted = {
        for name, titles in local.dashboard_titles :
        name => [for index, title in titles : "${index % 2 * 12} ${floor(index / 2) * 6} 12 6"]
      }
    }
    regions = {
      planned = { for widget, properties in local.widgets : widget => properties.region }
      wanted  = { for widget in keys(local.widgets) : widget => var.cell.region }
    }
    percentiles = {
      planned = {
        for widget in ["api: Latency", "worker: Processing duration"] :
        widget => [for metric in local.widgets[widget].metrics : "${metric[1]} ${metric[length(metric) - 1].stat}"]
      }
      wanted = {
        "api: Latency"                = ["RequestDuration p50", "RequestDuration p95", "RequestDuration p99"]
        "worker: Processing duration" = ["ProcessingDuration p50", "ProcessingDuration p95", "ProcessingDuration p99"]
      }
    }
    lines = {
      planned = {
        for widget, properties in local.widgets : widget => properties.annotations.horizontal[*].value
        if can(properties.annotations)
      }
      wanted = {
        for widget, alarm in local.dashboard_lines :
        widget => [local.planned.aws_cloudwatch_metric_alarm[alarm].threshold]
      }
    }
    # What a widget shows is this cell's, and not another's.
    cells = {
      planned = {
        for widget, properties in local.widgets : widget => true
        if anytrue([for of in [var.cell.name, local.shared] : strcontains(jsonencode(properties.metrics), of)])
      }
      wanted = { for widget in keys(local.widgets) : widget => true }
    }
  }
}

check "dashboards" {
  assert {
    condition     = local.dashboards_differences.names == ""
    error_message = "people look for a dashboard under another name: ${local.dashboards_differences.names}"
  }

  assert {
    condition     = local.dashboards_differences.widgets == ""
    error_message = "a dashboard shows other things: ${local.dashboards_differences.widgets}"
  }

  assert {
    condition     = local.dashboards_differences.places == ""
    error_message = "widgets overlap: ${local.dashboards_differences.places}"
  }

  assert {
    condition     = local.dashboards_differences.regions == ""
    error_message = "a widget reads another region: ${local.dashboards_differences.regions}"
  }

  assert {
    condition     = local.dashboards_differences.percentiles == ""
    error_message = "durations are shown otherwise: ${local.dashboards_differences.percentiles}"
  }

  assert {
    condition     = local.dashboards_differences.lines == ""
    error_message = "a widget draws its line where no alarm is: ${local.dashboards_differences.lines}"
  }

  assert {
    condition     = local.dashboards_differences.cells == ""
    error_message = "a widget shows another cell: ${local.dashboards_differences.cells}"
  }
}
