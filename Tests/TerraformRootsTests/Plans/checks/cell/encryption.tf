# The key of the cell's logs, and that every log group is under it.
locals {
  encryption_facts = {
    log_groups = {
      planned = { for name, group in local.planned.aws_cloudwatch_log_group : name => group.kms_key_id }
      wanted = {
        # A statement may be logged with its values: the database's log is under the database's key.
        for name, group in local.planned.aws_cloudwatch_log_group :
        name => name == "alerts" ? aws_kms_key.alerts.arn : aws_kms_key.logs.arn
      }
    }
    writers = {
      planned = {
        for name in ["alerts", "logs"] : name => {
          for statement in jsondecode(local.planned.aws_kms_key[name].policy).Statement :
          statement.Principal.Service => values(statement.Condition)[0]["kms:EncryptionContext:aws:logs:arn"]
          if can(statement.Principal.Service)
        }
      }
      wanted = {
        for name, group in {
          alerts = "/aws/rds/cluster/${local.prefix}-alerts/postgresql"
          logs   = "*"
        } : name => { "logs.${var.cell.region}.amazonaws.com" = "${local.arn.logs}:log-group:${group}" }
      }
    }
  }
}

check "encryption" {
  assert {
    condition     = local.encryption_differences.log_groups == ""
    error_message = "a log group is under another key: ${local.encryption_differences.log_groups}"
  }

  assert {
    condition     = local.encryption_differences.writers == ""
    error_message = "CloudWatch can't write, or others can: ${local.encryption_differences.writers}"
  }

  assert {
    condition     = aws_kms_alias.logs.target_key_id == aws_kms_key.logs.key_id
    error_message = "the alias of logs leads to ${aws_kms_alias.logs.target_key_id}"
  }
}
