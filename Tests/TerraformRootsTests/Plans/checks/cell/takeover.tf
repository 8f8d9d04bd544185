# The switch by which the cell takes over from the primary; Route 53 heeds it in routing.
locals {
  takeover_facts = {
    switch = {
      planned = {
        actions   = aws_cloudwatch_metric_alarm.takeover.alarm_actions
        cell      = aws_cloudwatch_metric_alarm.takeover.dimensions.Cell
        metric    = aws_cloudwatch_metric_alarm.takeover.metric_name
        missing   = aws_cloudwatch_metric_alarm.takeover.treat_missing_data
        name      = aws_cloudwatch_metric_alarm.takeover.alarm_name
        namespace = aws_cloudwatch_metric_alarm.takeover.namespace
        operator  = aws_cloudwatch_metric_alarm.takeover.comparison_operator
        threshold = aws_cloudwatch_metric_alarm.takeover.threshold
      }
      wanted = {
        actions   = null
        cell      = var.cell.name
        metric    = "TakeOver"
        missing   = "ignore" # it stays as it was set
        name      = "${local.prefix}-takeover"
        namespace = "BizComms/Failover"
        operator  = "GreaterThanOrEqualToThreshold"
        threshold = 1
      }
    }
  }
}

check "takeover" {
  assert {
    condition     = local.takeover_differences.switch == ""
    error_message = "the switch works otherwise: ${local.takeover_differences.switch}"
  }
}
