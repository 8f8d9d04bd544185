# Services that run on a schedule instead of in pods.
locals {
  functions_facts = {
    functions = {
      planned = {
        for name, function in local.planned.aws_lambda_function : name => {
          group   = function.logging_config[0].log_group
          groups  = function.vpc_config[0].security_group_ids
          image   = function.image_uri
          kind    = "${function.package_type} ${join(" ", function.architectures)}"
          memory  = function.memory_size
          name    = function.function_name
          role    = function.role
          seconds = function.timeout
          subnets = function.vpc_config[0].subnet_ids
        }
      }
      wanted = {
        for service in var.cell.functions : service => {
          group   = aws_cloudwatch_log_group.poller.name
          groups  = [local.planned.aws_security_group[service].id]
          image   = "${var.environment.account}.dkr.ecr.${var.cell.region}.amazonaws.com/bizcomms-${service}:0.1.0"
          kind    = "Image x86_64"
          memory  = 256
          name    = "${local.prefix}-${service}"
          role    = local.planned.aws_iam_role[service].arn
          seconds = 290 # done before the next begins
          subnets = local.subnet_ids.private
        }
      }
    }
    environment = {
      planned = aws_lambda_function.poller.environment[0].variables
      wanted = {
        BIZCOMMS_CELL                                    = var.cell.name
        BIZCOMMS_DATABASE_ALERTS_ENDPOINTS               = "${local.database_parameters}/alerts"
        BIZCOMMS_DATABASE_ALERTS_NAME                    = "alerts"
        BIZCOMMS_ENVIRONMENT                             = var.environment.name
        BIZCOMMS_LOG_DEBUG_SAMPLING                      = "10"
        BIZCOMMS_LOG_LEVEL                               = "INFO"
        BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME = "${local.shared}/database-alerts-application"
        BIZCOMMS_SECRET_POLLER_API_KEY_NAME              = "${local.shared}/poller-api-key"
        BIZCOMMS_SERVICE_API_URL                         = "https://${var.cell.name}.${var.environment.domain}"
        BIZCOMMS_TABLE_STORIES_NAME                      = "${local.shared}-stories"
      }
    }
    schedule = {
      planned = {
        expression = aws_scheduler_schedule.poller.schedule_expression
        flexible   = aws_scheduler_schedule.poller.flexible_time_window[0].mode
        function   = aws_scheduler_schedule.poller.target[0].arn
        group      = aws_scheduler_schedule.poller.group_name
        retries    = aws_scheduler_schedule.poller.target[0].retry_policy[0].maximum_retry_attempts
        role       = aws_scheduler_schedule.poller.target[0].role_arn
      }
      wanted = {
        expression = "rate(5 minutes)"
        flexible   = "OFF"
        function   = aws_lambda_function.poller.arn
        group      = aws_scheduler_schedule_group.main.name
        retries    = 0
        role       = aws_iam_role.poller_schedule.arn
      }
    }
    # A run that fails, or never starts, is known by a message.
    failures = {
      planned = {
        closed = {
          for statement in jsondecode(aws_sqs_queue_policy.poller_failures.policy).Statement :
          statement.Effect => statement.Condition
        }
        days      = aws_sqs_queue.poller_failures.message_retention_seconds / 86400
        failed    = aws_lambda_function_event_invoke_config.poller.destination_config[0].on_failure[0].destination
        function  = aws_lambda_function_event_invoke_config.poller.function_name
        retries   = aws_lambda_function_event_invoke_config.poller.maximum_retry_attempts
        unstarted = aws_scheduler_schedule.poller.target[0].dead_letter_config[0].arn
      }
      wanted = {
        closed    = { Deny = local.not_without_tls.condition }
        days      = 14
        failed    = aws_sqs_queue.poller_failures.arn
        function  = aws_lambda_function.poller.function_name
        retries   = 0
        unstarted = aws_sqs_queue.poller_failures.arn
      }
    }
    trust = {
      planned = {
        function = jsondecode(aws_iam_role.poller.assume_role_policy).Statement[0].Principal.Service
        schedule = {
          for statement in jsondecode(aws_iam_role.poller_schedule.assume_role_policy).Statement :
          statement.Principal.Service => statement.Condition.StringEquals["aws:SourceArn"]
        }
      }
      wanted = {
        function = "lambda.amazonaws.com"
        schedule = { "scheduler.amazonaws.com" = "${local.arn.scheduler}:schedule-group/${local.prefix}" }
      }
    }
    permissions = {
      planned = {
        for name in ["poller_function", "poller_schedule"] :
        "${name} of ${local.planned.aws_iam_role_policy[name].role}" => [
          for statement in jsondecode(local.planned.aws_iam_role_policy[name].policy).Statement :
          "${statement.Effect} ${statement.Action[0]} ${join(" ", statement.Resource)}"
        ]
      }
      wanted = {
        "poller_function of ${aws_iam_role.poller.name}" = [
          "Allow logs:CreateLogStream ${local.arn.logs}:log-group:/aws/eks/${local.prefix}/poller:*",
          "Allow sqs:SendMessage ${aws_sqs_queue.poller_failures.arn}",
          # Lambda makes the interfaces; the function's own code may not.
          "Allow ec2:AssignPrivateIpAddresses *",
          "Deny ec2:AssignPrivateIpAddresses *",
        ]
        "poller_schedule of ${aws_iam_role.poller_schedule.name}" = [
          "Allow lambda:InvokeFunction ${aws_lambda_function.poller.arn}",
          "Allow sqs:SendMessage ${aws_sqs_queue.poller_failures.arn}",
        ]
      }
    }
    ways_out = {
      planned = {
        for name, rule in local.rules_out : name => rule
        if strcontains(rule, "from ${aws_security_group.poller.id} ")
      }
      wanted = {
        poller_alerts = "tcp 5432-5432 from ${aws_security_group.poller.id} to ${aws_security_group.alerts.id}"
        poller_https  = "tcp 443-443 from ${aws_security_group.poller.id} to ${local.anywhere}"
      }
    }
  }
}

check "functions" {
  assert {
    condition     = local.functions_differences.functions == ""
    error_message = "a function runs otherwise: ${local.functions_differences.functions}"
  }

  assert {
    condition     = local.functions_differences.environment == ""
    error_message = "the poller finds something else: ${local.functions_differences.environment}"
  }

  assert {
    condition     = local.functions_differences.schedule == ""
    error_message = "the poller starts otherwise: ${local.functions_differences.schedule}"
  }

  assert {
    condition     = local.functions_differences.failures == ""
    error_message = "a failed run is forgotten: ${local.functions_differences.failures}"
  }

  assert {
    condition     = local.functions_differences.trust == ""
    error_message = "others may take the poller's role: ${local.functions_differences.trust}"
  }

  assert {
    condition     = local.functions_differences.permissions == ""
    error_message = "the function may more or less: ${local.functions_differences.permissions}"
  }

  assert {
    condition     = local.functions_differences.ways_out == ""
    error_message = "the function reaches others: ${local.functions_differences.ways_out}"
  }
}
