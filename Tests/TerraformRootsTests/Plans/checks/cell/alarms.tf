# When people are called, and how.
locals {
  # What is measured, at what value it alarms, and for how many periods of how many seconds.
  # Where nothing is said, nothing is wrong, but of the cluster and the database.
  watched_alarms = merge(
    {
      for name, it in {
        alerts_aurora_high_cpu        = ["AWS/RDS CPUUtilization Maximum", "> 80", "5 of 5 x 60 s"]
        alerts_aurora_replication_lag = ["AWS/RDS AuroraReplicaLagMaximum Maximum", "> 5000", "3 of 3 x 60 s"]
        api_high_error_rate           = ["BizComms ServerErrorCount Sum", "> 10", "1 of 1 x 60 s"]
        eks_node_failure              = ["ContainerInsights cluster_node_count Minimum", "< 2", "5 of 5 x 60 s"]
        log_archive_delay             = ["AWS/Firehose DeliveryToS3.DataFreshness Maximum", "> 3600", "3 of 3 x 300 s"]
        sqs_old_message               = ["AWS/SQS ApproximateAgeOfOldestMessage Maximum", "> 600", "3 of 3 x 60 s"]
        sqs_queue_backup              = ["AWS/SQS ApproximateNumberOfMessagesVisible Maximum", "> 100", "3 of 3 x 60 s"]
      } : name => { metric = it[0], threshold = it[1], periods = it[2] }
    },
    {
      for queue in ["alert_processing", "analytics", "webhooks"] : "${queue}_dlq" => {
        metric    = "AWS/SQS ApproximateNumberOfMessagesVisible Maximum"
        threshold = "> 0"
        periods   = "1 of 1 x 300 s"
      }
    },
    # Only a cluster in a global one is behind another region.
    {
      for name in ["alerts_aurora_global_replication_lag"] : name => {
        metric    = "AuroraGlobalDBReplicationLag"
        threshold = "> 5000"
        periods   = "3 of 3 x 60 s"
      } if var.cell.database.role != "alone"
    },
  )
  alarms_of_silence = ["alerts_aurora_high_cpu", "eks_node_failure"]

  watched = merge(
    {
      alerts_aurora_high_cpu        = { DBClusterIdentifier = "${local.prefix}-alerts" }
      alerts_aurora_replication_lag = { DBClusterIdentifier = "${local.prefix}-alerts" }
      api_high_error_rate           = { Cell = var.cell.name, Service = "api" }
      eks_node_failure              = { ClusterName = local.cluster }
      log_archive_delay             = { DeliveryStreamName = "${local.prefix}-logs" }
      sqs_old_message               = { QueueName = "${local.prefix}-alert-processing" }
      sqs_queue_backup              = { QueueName = "${local.prefix}-alert-processing" }
    },
    {
      for queue in ["alert-processing", "analytics", "webhooks"] :
      "${replace(queue, "-", "_")}_dlq" => { QueueName = "${local.prefix}-${queue}-dlq" }
    },
  )

  alarms_facts = {
    conditions = {
      planned = {
        for name, alarm in local.planned.aws_cloudwatch_metric_alarm : name => {
          metric = (
            alarm.metric_name == null
            ? regex("MAX\\((\\w+)\\)", one(alarm.metric_query).expression)[0]
            : "${alarm.namespace} ${alarm.metric_name} ${alarm.statistic}"
          )
          missing = alarm.treat_missing_data
          periods = join(" ", [
            "${alarm.datapoints_to_alarm} of ${alarm.evaluation_periods} x",
            "${alarm.metric_name == null ? one(alarm.metric_query).period : alarm.period} s",
          ])
          threshold = join(" ", [
            lookup({ GreaterThanThreshold = ">", LessThanThreshold = "<" }, alarm.comparison_operator, "?"),
            alarm.threshold,
          ])
        } if name != "takeover"
      }
      wanted = {
        for name, it in local.watched_alarms : name => merge(it, {
          missing = contains(local.alarms_of_silence, name) ? "breaching" : "notBreaching"
        })
      }
    }
    names = {
      planned = {
        for name, alarm in local.planned.aws_cloudwatch_metric_alarm : name => alarm.alarm_name if name != "takeover"
      }
      wanted = {
        for name in keys(local.watched_alarms) : name => "${local.prefix}${ {
          alert_processing_dlq                 = "-alert-processing-dlq Dead Letters"
          alerts_aurora_global_replication_lag = "-alerts Aurora Replication Lag Across Regions"
          alerts_aurora_high_cpu               = "-alerts Aurora High CPU"
          alerts_aurora_replication_lag        = "-alerts Aurora Replication Lag"
          analytics_dlq                        = "-analytics-dlq Dead Letters"
          api_high_error_rate                  = " API High Error Rate"
          eks_node_failure                     = " EKS Node Failure"
          log_archive_delay                    = " Log Archive Delay"
          sqs_old_message                      = " SQS Old Message"
          sqs_queue_backup                     = " SQS Queue Backup"
          webhooks_dlq                         = "-webhooks-dlq Dead Letters"
        }[name]}"
      }
    }
    watched = {
      planned = {
        for name, alarm in local.planned.aws_cloudwatch_metric_alarm : name => alarm.dimensions
        if alarm.dimensions != null && name != "takeover"
      }
      wanted = local.watched
    }
    actions = {
      planned = {
        for name, alarm in local.planned.aws_cloudwatch_metric_alarm : name => {
          alarm    = alarm.alarm_actions
          recovery = alarm.ok_actions
        } if name != "takeover"
      }
      wanted = {
        for name in keys(local.watched_alarms) : name => {
          alarm    = [aws_sns_topic.alarms.arn]
          recovery = [aws_sns_topic.alarms.arn]
        }
      }
    }
    topic = {
      planned = {
        key    = aws_sns_topic.alarms.kms_master_key_id
        name   = aws_sns_topic.alarms.name
        policy = aws_sns_topic_policy.alarms.arn
        publishers = [
          for statement in jsondecode(aws_sns_topic_policy.alarms.policy).Statement : statement.Principal
        ]
        key_users = [
          for statement in jsondecode(aws_kms_key.alarms.policy).Statement : statement.Principal.Service
          if can(statement.Principal.Service)
        ]
      }
      wanted = {
        key    = aws_kms_key.alarms.arn
        name   = "${local.prefix}-alarms"
        policy = aws_sns_topic.alarms.arn
        publishers = [
          { Service = "cloudwatch.amazonaws.com" },
          { AWS = "${local.account_arn}:root" },
          { AWS = "*" }, # denied where it comes without TLS
        ]
        key_users = ["cloudwatch.amazonaws.com"]
      }
    }
    subscribers = {
      planned = {
        for name, subscription in local.planned.aws_sns_topic_subscription :
        name => "${subscription.protocol} ${subscription.endpoint}"
        if subscription.topic_arn == aws_sns_topic.alarms.arn
      }
      wanted = { alarms_1 = "email ${var.environment.on_call}" }
    }
  }
}

check "alarms" {
  assert {
    condition     = local.alarms_differences.conditions == ""
    error_message = "an alarm comes sooner or later: ${local.alarms_differences.conditions}"
  }

  assert {
    condition     = local.alarms_differences.names == ""
    error_message = "people look for an alarm under another name: ${local.alarms_differences.names}"
  }

  assert {
    condition     = local.alarms_differences.watched == ""
    error_message = "an alarm watches something else: ${local.alarms_differences.watched}"
  }

  assert {
    condition     = local.alarms_differences.actions == ""
    error_message = "an alarm calls nobody: ${local.alarms_differences.actions}"
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
