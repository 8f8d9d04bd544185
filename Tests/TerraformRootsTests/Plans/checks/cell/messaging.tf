# An alert's way from the API to whoever works on it.
locals {
  queues = {
    alert_processing = "alert-processing"
    analytics        = "analytics"
    webhooks         = "webhooks"
  }
  redrive = {
    for name, queue in local.planned.aws_sqs_queue : name => jsondecode(queue.redrive_policy)
    if contains(keys(local.queues), name)
  }

  not_without_tls = { condition = { Bool = { "aws:SecureTransport" = "false" } }, principal = { AWS = "*" } }

  messaging_facts = {
    queues = {
      planned = {
        for name, queue in local.planned.aws_sqs_queue : name => {
          days    = queue.message_retention_seconds / 86400
          hidden  = queue.visibility_timeout_seconds
          key     = queue.kms_master_key_id
          name    = queue.name
          waiting = queue.receive_wait_time_seconds
        } if queue.kms_master_key_id != null
      }
      # A message keeps its clock when it fails: the dead-letter queue holds it for longer.
      wanted = merge([
        for name, queue in local.queues : {
          (name) = {
            days    = 4
            hidden  = 30
            key     = aws_kms_key.messaging.arn
            name    = "${local.prefix}-${queue}"
            waiting = 20
          }
          "${name}_dlq" = {
            days    = 14
            hidden  = null
            key     = aws_kms_key.messaging.arn
            name    = "${local.prefix}-${queue}-dlq"
            waiting = null
          }
        }
      ]...)
    }
    failures = {
      planned = local.redrive
      wanted = {
        for name in keys(local.queues) : name => {
          deadLetterTargetArn = local.planned.aws_sqs_queue["${name}_dlq"].arn
          maxReceiveCount     = 3
        }
      }
    }
    redrives = {
      planned = {
        for name, policy in local.planned.aws_sqs_queue_redrive_allow_policy : name => merge(
          { queue = policy.queue_url }, jsondecode(policy.redrive_allow_policy)
        )
      }
      wanted = {
        for name, queue in local.queues : "${name}_dlq" => {
          queue             = local.planned.aws_sqs_queue["${name}_dlq"].id
          redrivePermission = "byQueue"
          sourceQueueArns   = ["${local.arn.sqs}:${local.prefix}-${queue}"]
        }
      }
    }
    senders = {
      planned = {
        for name, policy in local.planned.aws_sqs_queue_policy : name => merge(
          { queue = policy.queue_url },
          {
            for statement in jsondecode(policy.policy).Statement :
            "${statement.Effect} ${join(" ", statement.Action)}" => {
              condition = statement.Condition
              principal = statement.Principal
            }
          },
        ) if can(local.redrive[trimsuffix(name, "_dlq")])
      }
      wanted = {
        for name in flatten([for name in keys(local.queues) : [name, "${name}_dlq"]]) : name => {
          queue = local.planned.aws_sqs_queue[name].id
          "Allow sqs:SendMessage" = {
            condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.alert_events.arn } }
            principal = { Service = "sns.amazonaws.com" }
          }
          "Deny sqs:*" = local.not_without_tls
        }
      }
    }
    topics = {
      planned = {
        for name, topic in local.planned.aws_sns_topic : name => { key = topic.kms_master_key_id, name = topic.name }
        if name != "alarms"
      }
      wanted = {
        alert_events    = { key = aws_kms_key.messaging.arn, name = "${local.prefix}-alert-events" }
        delivery_status = { key = aws_kms_key.messaging.arn, name = "${local.prefix}-delivery-status" }
      }
    }
    publishers = {
      planned = {
        for name, policy in local.planned.aws_sns_topic_policy : policy.arn => {
          for statement in jsondecode(policy.policy).Statement : statement.Effect => {
            condition = try(statement.Condition, null)
            principal = statement.Principal
          }
        } if name != "alarms"
      }
      wanted = {
        for topic in [aws_sns_topic.alert_events, aws_sns_topic.delivery_status] : topic.arn => {
          Allow = { condition = null, principal = { AWS = "${local.account_arn}:root" } }
          Deny  = local.not_without_tls
        }
      }
    }
    # Each queue gets every alert as it was published; what SNS can't deliver fails as what a reader can't.
    subscriptions = {
      planned = {
        for name, subscription in local.planned.aws_sns_topic_subscription : name => {
          from        = subscription.topic_arn
          protocol    = subscription.protocol
          raw         = subscription.raw_message_delivery
          to          = subscription.endpoint
          undelivered = try(jsondecode(subscription.redrive_policy).deadLetterTargetArn, null)
        } if subscription.protocol != "email"
      }
      wanted = {
        for name in keys(local.queues) : name => {
          from        = aws_sns_topic.alert_events.arn
          protocol    = "sqs"
          raw         = true
          to          = local.planned.aws_sqs_queue[name].arn
          undelivered = local.planned.aws_sqs_queue["${name}_dlq"].arn
        }
      }
    }
    key_users = {
      planned = {
        for statement in jsondecode(aws_kms_key.messaging.policy).Statement :
        statement.Principal.Service => statement.Action if can(statement.Principal.Service)
      }
      wanted = {
        "sns.amazonaws.com" = ["kms:Decrypt", "kms:GenerateDataKey*"]
      }
    }
    outputs = {
      planned = { for name in keys(local.queues) : name => local.output["${name}_queue_url"] }
      wanted  = { for name in keys(local.queues) : name => local.planned.aws_sqs_queue[name].url }
    }
  }
}

check "messaging" {
  assert {
    condition     = local.messaging_differences.queues == ""
    error_message = "messages wait otherwise: ${local.messaging_differences.queues}"
  }

  assert {
    condition     = local.messaging_differences.failures == ""
    error_message = "a message fails otherwise: ${local.messaging_differences.failures}"
  }

  assert {
    condition     = local.messaging_differences.redrives == ""
    error_message = "other queues fail into these: ${local.messaging_differences.redrives}"
  }

  assert {
    condition     = local.messaging_differences.senders == ""
    error_message = "others than the topic send: ${local.messaging_differences.senders}"
  }

  assert {
    condition     = local.messaging_differences.topics == ""
    error_message = "services publish elsewhere: ${local.messaging_differences.topics}"
  }

  assert {
    condition     = local.messaging_differences.publishers == ""
    error_message = "others publish: ${local.messaging_differences.publishers}"
  }

  assert {
    condition     = local.messaging_differences.subscriptions == ""
    error_message = "a queue does not get what is published: ${local.messaging_differences.subscriptions}"
  }

  assert {
    condition     = local.messaging_differences.key_users == ""
    error_message = "a sender can't encrypt, or another can: ${local.messaging_differences.key_users}"
  }

  assert {
    condition     = local.messaging_differences.outputs == ""
    error_message = "the outputs name other queues: ${local.messaging_differences.outputs}"
  }
}
