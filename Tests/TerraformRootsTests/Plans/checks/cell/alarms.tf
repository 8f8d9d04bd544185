# When people are called, and how.
locals {
  database = "${local.prefix}-alerts"

  # What each alarm is called, what it measures, when it alarms, and for how many periods of how many
  # seconds. Where nothing is said, nothing is wrong, unless `silent` says otherwise.
  wanted_alarms = merge(
    {
      alerts_aurora_high_cpu = {
        name      = "${local.database} Aurora High CPU"
        metric    = "AWS/RDS CPUUtilization Maximum"
        of        = { DBClusterIdentifier = local.database }
        threshold = "> 80"
        periods   = "5 of 5 x 60 s"
        silent    = "breaching"
      }
      alerts_aurora_replication_lag = {
        name      = "${local.database} Aurora Replication Lag"
        metric    = "AWS/RDS AuroraReplicaLagMaximum Maximum"
        of        = { DBClusterIdentifier = local.database }
        threshold = "> 5000"
        periods   = "3 of 3 x 60 s"
      }
      api_high_error_rate = {
        name      = "${local.prefix} API High Error Rate"
        metric    = "FILL(pods, 0) + FILL(balancer, 0)"
        of        = null
        threshold = "> 10"
        periods   = "1 of 3 x 60 s"
      }
      eks_node_failure = {
        name      = "${local.prefix} EKS Node Failure"
        metric    = "ContainerInsights cluster_node_count Minimum"
        of        = { ClusterName = local.cluster }
        threshold = "< 2"
        periods   = "5 of 5 x 60 s"
        silent    = "breaching"
      }
      log_archive_delay = {
        name      = "${local.prefix} Log Archive Delay"
        metric    = "AWS/Firehose DeliveryToS3.DataFreshness Maximum"
        of        = { DeliveryStreamName = "${local.prefix}-logs" }
        threshold = "> 3600"
        periods   = "3 of 3 x 300 s"
      }
      sqs_old_message = {
        name      = "${local.prefix} SQS Old Message"
        metric    = "AWS/SQS ApproximateAgeOfOldestMessage Maximum"
        of        = { QueueName = "${local.prefix}-alert-processing" }
        threshold = "> 600"
        periods   = "3 of 3 x 60 s"
      }
      sqs_queue_backup = {
        name      = "${local.prefix} SQS Queue Backup"
        metric    = "AWS/SQS ApproximateNumberOfMessagesVisible Maximum"
        of        = { QueueName = "${local.prefix}-alert-processing" }
        threshold = "> 100"
        periods   = "3 of 3 x 60 s"
      }
    },
    # Only a cluster in a global one is behind another region, and only the one that follows must say so.
    {
      for name in ["alerts_aurora_global_replication_lag"] : name => {
        name = "${local.database} Aurora Replication Lag Across Regions"
        metric = join(" ", [
          "SELECT MAX(AuroraGlobalDBReplicationLag) FROM SCHEMA(\"AWS/RDS\", DBClusterIdentifier, SourceRegion)",
          "WHERE DBClusterIdentifier = '${local.database}'",
        ])
        of        = null
        threshold = "> 5000"
        periods   = "5 of 5 x 60 s"
        silent    = local.database_secondary ? "breaching" : "notBreaching"
      } if var.cell.database.role != "alone"
    },
    {
      for name, queue in merge(
        { for name, queue in local.queues : "${name}_dlq" => "${queue}-dlq" },
        { for service in var.cell.functions : "${service}_failures" => "${service}-failures" },
        ) : name => {
        name      = "${local.prefix}-${queue} Dead Letters"
        metric    = "AWS/SQS ApproximateNumberOfMessagesVisible Maximum"
        of        = { QueueName = "${local.prefix}-${queue}" }
        threshold = "> 0"
        periods   = "1 of 1 x 300 s"
      }
    },
    {
      for service in local.services : "${service}_log_delivery_errors" => {
        name      = "${local.prefix}-${service} Log Delivery Errors"
        metric    = "SELECT SUM(DeliveryErrors) FROM \"AWS/Logs\" WHERE FilterName = '${local.prefix}-${service}-archive'"
        of        = null
        threshold = "> 0"
        periods   = "1 of 1 x 300 s"
      }
    },
    {
      for service in var.cell.functions : "${service}_failed_rounds" => {
        name      = "${local.prefix}-${service} Failed Rounds"
        metric    = "AWS/Lambda Errors Sum"
        of        = { FunctionName = "${local.prefix}-${service}" }
        threshold = "> 0"
        periods   = "1 of 1 x 300 s"
      }
    },
  )
  # All but the switch by which the cell takes over.
  planned_alarms = {
    for name, alarm in local.planned.aws_cloudwatch_metric_alarm : name => alarm if name != "takeover"
  }

  alarms_facts = {
    conditions = {
      planned = {
        for name, alarm in local.planned_alarms : name => {
          metric = (
            alarm.metric_name == null
            ? one([for query in alarm.metric_query : query.expression if query.return_data == true])
            : "${alarm.namespace} ${alarm.metric_name} ${alarm.statistic}"
          )
          periods = join(" ", [
            "${alarm.datapoints_to_alarm} of ${alarm.evaluation_periods} x",
            one(distinct(compact(flatten([
              alarm.period, [for query in alarm.metric_query : [query.period, query.metric[*].period]],
            ])))),
            "s",
          ])
          silent = alarm.treat_missing_data
          threshold = join(" ", [
            lookup({ GreaterThanThreshold = ">", LessThanThreshold = "<" }, alarm.comparison_operator, "?"),
            alarm.threshold,
          ])
        }
      }
      wanted = {
        for name, it in local.wanted_alarms : name => {
          metric    = it.metric
          periods   = it.periods
          silent    = try(it.silent, "notBreaching")
          threshold = it.threshold
        }
      }
    }
    names = {
      planned = { for name, alarm in local.planned_alarms : name => alarm.alarm_name }
      wanted  = { for name, it in local.wanted_alarms : name => it.name }
    }
    watched = {
      planned = { for name, alarm in local.planned_alarms : name => alarm.dimensions }
      wanted  = { for name, it in local.wanted_alarms : name => it.of }
    }
    # What pods answered with 5xx, and what the load balancer did because none answered.
    errors = {
      planned = {
        for query in aws_cloudwatch_metric_alarm.api_high_error_rate.metric_query : query.id => {
          balancer = query.metric[0].dimensions.LoadBalancer
          metric   = "${query.metric[0].namespace} ${query.metric[0].metric_name} ${query.metric[0].stat}"
        } if query.expression == null
      }
      wanted = {
        for id, answers in { balancer = "ELB", pods = "Target" } : id => {
          balancer                    = aws_lb.main.arn_suffix
          metric                      = "AWS/ApplicationELB HTTPCode_${answers}_5XX_Count Sum"
        }
      }
    }
    actions = {
      planned = {
        for name, alarm in local.planned_alarms : name => {
          alarm    = alarm.alarm_actions
          recovery = alarm.ok_actions
        }
      }
      wanted = {
        for name in keys(local.wanted_alarms) : name => {
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
    condition     = local.alarms_differences.errors == ""
    error_message = "errors are counted elsewhere: ${local.alarms_differences.errors}"
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
