# What services say, for how long it is kept, and what is made of it.
locals {
  # What is archived and watched: the groups of services, not those of what they say to debug.
  log_subscriptions = {
    for service in local.services : service => local.planned.aws_cloudwatch_log_group[service].name
  }
  without_debug  = "{ ($.level NOT EXISTS) || (($.level != \"DEBUG\") && ($.level != \"TRACE\")) }"
  archive_stream = aws_kinesis_firehose_delivery_stream.logs
  archive        = aws_kinesis_firehose_delivery_stream.logs.extended_s3_configuration[0]

  logs_facts = {
    # Every group of the cell, with its days: one that AWS made by itself would be kept for ever.
    groups = {
      planned = { for name, group in local.planned.aws_cloudwatch_log_group : group.name => group.retention_in_days }
      wanted = merge(
        {
          "/aws/eks/${local.cluster}/cluster"                  = 30
          "/aws/kinesisfirehose/${local.prefix}-logs"          = 30
          "/aws/rds/cluster/${local.prefix}-alerts/postgresql" = 30
          "/aws/vpc/${local.prefix}/flow-logs"                 = 30
          "aws-waf-logs-${local.prefix}"                       = 30
        },
        {
          for part in ["application", "dataplane", "host", "performance"] :
          "/aws/containerinsights/${local.cluster}/${part}" => 30
        },
        { for service in local.services : "/aws/eks/${local.prefix}/${service}" => 30 },
        { for service in var.cell.pods : "/aws/eks/${local.prefix}/${service}/debug" => 7 },
      )
    }
    filters = {
      planned = {
        for name, filter in local.planned.aws_cloudwatch_log_metric_filter : name => {
          dimensions = filter.metric_transformation[0].dimensions
          group      = filter.log_group_name
          metric     = filter.metric_transformation[0].name
          namespace  = filter.metric_transformation[0].namespace
          value      = filter.metric_transformation[0].value
          pattern    = filter.pattern
        }
      }
      wanted = {
        for service, group in local.log_subscriptions : service => {
          dimensions = { Cell = "$.cell", Service = "$.service" }
          group      = group
          metric     = "LogErrors"
          namespace  = "BizComms"
          value      = "1"
          pattern    = "{ ($.level = \"ERROR\") || ($.level = \"CRITICAL\") }"
        }
      }
    }
    subscriptions = {
      planned = {
        for name, filter in local.planned.aws_cloudwatch_log_subscription_filter : name => {
          from    = filter.log_group_name
          pattern = filter.filter_pattern
          role    = filter.role_arn
          to      = filter.destination_arn
        }
      }
      wanted = {
        for service, group in local.log_subscriptions : service => {
          from = group
          # A function has one group for all that it says.
          pattern = contains(var.cell.pods, service) ? "" : local.without_debug
          role    = aws_iam_role.log_subscription.arn
          to      = aws_kinesis_firehose_delivery_stream.logs.arn
        }
      }
    }
    archive = {
      planned = {
        bucket      = local.archive.bucket_arn
        compression = local.archive.compression_format
        encryption  = local.archive_stream.server_side_encryption[0]
        errors      = local.archive.cloudwatch_logging_options[0]
        key         = local.archive.kms_key_arn
        name        = aws_kinesis_firehose_delivery_stream.logs.name
        processors  = sort(local.archive.processing_configuration[0].processors[*].type)
        role        = local.archive.role_arn
        stream      = aws_cloudwatch_log_stream.log_archive_errors.log_group_name
      }
      wanted = {
        bucket      = aws_s3_bucket.log_archive.arn
        compression = "GZIP"
        encryption  = { enabled = true, key_arn = aws_kms_key.logs.arn, key_type = "CUSTOMER_MANAGED_CMK" }
        errors = {
          enabled         = true
          log_group_name  = "/aws/kinesisfirehose/${local.prefix}-logs"
          log_stream_name = aws_cloudwatch_log_stream.log_archive_errors.name
        }
        key        = aws_kms_key.logs.arn
        name       = "${local.prefix}-logs"
        processors = ["AppendDelimiterToRecord", "Decompression"]
        role       = aws_iam_role.log_archive.arn
        stream     = "/aws/kinesisfirehose/${local.prefix}-logs"
      }
    }
    roles = {
      planned = {
        for name in ["log_archive", "log_subscription"] : name => {
          may = {
            for statement in jsondecode(local.planned.aws_iam_role_policy[name].policy).Statement :
            split(":", statement.Action[0])[0] => statement.Resource...
          }
          of    = local.planned.aws_iam_role_policy[name].role
          trust = jsondecode(local.planned.aws_iam_role[name].assume_role_policy).Statement[0].Principal.Service
        }
      }
      wanted = {
        log_archive = {
          may = {
            kms  = [[aws_kms_key.logs.arn]]
            logs = [[aws_cloudwatch_log_stream.log_archive_errors.arn]]
            s3   = [[aws_s3_bucket.log_archive.arn], ["${aws_s3_bucket.log_archive.arn}/*"]]
          }
          of    = aws_iam_role.log_archive.name
          trust = "firehose.amazonaws.com"
        }
        log_subscription = {
          may   = { firehose = [[aws_kinesis_firehose_delivery_stream.logs.arn]], kms = [[aws_kms_key.logs.arn]] }
          of    = aws_iam_role.log_subscription.name
          trust = "logs.amazonaws.com"
        }
      }
    }
    queries = {
      planned = {
        for name, query in local.planned.aws_cloudwatch_query_definition : query.name => query.log_group_names
      }
      wanted = {
        for name, services in {
          "5xx answers"            = ["api"]
          "deliveries of an alert" = ["api", "worker"]
          "errors by service"      = local.services
          "requests over a second" = ["api"]
        } : "${local.prefix}/${name}" => [for service in services : "/aws/eks/${local.prefix}/${service}"]
      }
    }
  }
}

check "logs" {
  assert {
    condition     = local.logs_differences.groups == ""
    error_message = "lines are kept otherwise: ${local.logs_differences.groups}"
  }

  assert {
    condition     = local.logs_differences.filters == ""
    error_message = "errors are counted otherwise: ${local.logs_differences.filters}"
  }

  assert {
    condition     = local.logs_differences.subscriptions == ""
    error_message = "lines don't reach the archive: ${local.logs_differences.subscriptions}"
  }

  assert {
    condition     = local.logs_differences.archive == ""
    error_message = "the archive is filled otherwise: ${local.logs_differences.archive}"
  }

  assert {
    condition     = local.logs_differences.roles == ""
    error_message = "who fills the archive may more or less: ${local.logs_differences.roles}"
  }

  assert {
    condition     = local.logs_differences.queries == ""
    error_message = "a saved query asks otherwise: ${local.logs_differences.queries}"
  }
}
