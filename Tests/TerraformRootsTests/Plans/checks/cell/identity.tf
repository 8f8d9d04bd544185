# A role for each service and for nothing else.
locals {
  # What each service may touch, however it runs.
  permitted = {
    api = concat(local.permitted_database, [
      "${local.arn.dynamodb}:table/${local.shared}-deliveries",
      "${local.arn.secretsmanager}:secret:${local.shared}/api-keys-??????",
      "${local.arn.secretsmanager}:secret:${local.shared}/twilio-??????",
      "${local.arn.sns}:${local.prefix}-alert-events",
      "${local.arn.sns}:${local.prefix}-delivery-status",
    ])
    poller = concat(local.permitted_database, [
      "${local.arn.dynamodb}:table/${local.shared}-stories",
      "${local.arn.secretsmanager}:secret:${local.shared}/poller-api-key-??????",
    ])
    worker = concat(local.permitted_database, [
      "${local.arn.dynamodb}:table/${local.shared}-deliveries",
      "${local.arn.secretsmanager}:secret:${local.shared}/twilio-??????",
      "${local.arn.sns}:${local.prefix}-delivery-status",
      "${local.arn.sqs}:${local.prefix}-alert-processing",
      "${local.arn.sqs}:${local.prefix}-alert-processing-dlq",
    ])
  }
  permitted_database = [
    "${local.arn.secretsmanager}:secret:${local.shared}/database-alerts-application-??????",
    "${local.arn.ssm}:parameter${local.database_parameters}/alerts",
    data.aws_ssm_parameter.secrets_key_arn.insecure_value,
  ]

  identity_facts = {
    trust = {
      planned = { for service in var.cell.pods : service => local.trusted_pods[service] }
      wanted = {
        for service in var.cell.pods :
        service => { "system:serviceaccount:bizcomms:bizcomms-${service}" = local.pod_trust }
      }
    }
    permissions = {
      planned = {
        for service in local.services : service => {
          for resource in distinct(flatten([
            for statement in jsondecode(local.planned.aws_iam_role_policy[service].policy).Statement : statement.Resource
            if statement.Effect == "Allow"
          ])) : resource => "allowed"
        }
      }
      wanted = {
        for service in local.services : service => { for resource in local.permitted[service] : resource => "allowed" }
      }
    }
    # Where a policy is another role's, its service may nothing and another too much.
    owners = {
      planned = { for service in local.services : service => local.planned.aws_iam_role_policy[service].role }
      wanted  = { for service in local.services : service => "${local.prefix}-${service}" }
    }
    decryption = {
      planned = {
        for service in local.services : service => flatten([
          for statement in jsondecode(local.planned.aws_iam_role_policy[service].policy).Statement :
          statement.Condition.StringEquals["kms:ViaService"] if contains(statement.Action, "kms:Decrypt")
        ])
      }
      wanted = { for service in local.services : service => ["secretsmanager.${var.cell.region}.amazonaws.com"] }
    }
    # Tables are changed by a role of its own, where the database is written and nowhere else.
    migration = {
      planned = {
        for name, policy in local.planned.aws_iam_role_policy : policy.role => {
          trusted = local.trusted_pods[name]
          permitted = {
            for resource in distinct(flatten([
              for statement in jsondecode(policy.policy).Statement : statement.Resource
            ])) : resource => "allowed"
          }
        } if endswith(name, "_migration")
      }
      wanted = {
        for role in var.cell.database.role == "secondary" ? [] : ["${local.prefix}-api-migration"] : role => {
          trusted = { "system:serviceaccount:bizcomms:bizcomms-api-migration" = local.pod_trust }
          permitted = {
            for resource in concat(local.permitted_database, [
              "${local.arn.secretsmanager}:secret:${local.shared}/database-alerts-migration-??????",
            ]) : resource => "allowed"
          }
        }
      }
    }
    boundary = {
      planned = { for name, role in local.planned.aws_iam_role : name => role.permissions_boundary }
      wanted = {
        for name in keys(local.planned.aws_iam_role) : name => "${local.account_arn}:policy/${local.shared}-boundary"
      }
    }
  }
}

check "identity" {
  assert {
    condition     = local.identity_differences.trust == ""
    error_message = "other pods may take a service's role: ${local.identity_differences.trust}"
  }

  assert {
    condition     = local.identity_differences.permissions == ""
    error_message = "a service may more or less than it declares: ${local.identity_differences.permissions}"
  }

  assert {
    condition     = local.identity_differences.owners == ""
    error_message = "a policy is another role's: ${local.identity_differences.owners}"
  }

  assert {
    condition     = local.identity_differences.decryption == ""
    error_message = "a service decrypts more than secrets: ${local.identity_differences.decryption}"
  }

  assert {
    condition     = local.identity_differences.migration == ""
    error_message = "tables are changed by another, or elsewhere: ${local.identity_differences.migration}"
  }

  assert {
    condition     = local.identity_differences.boundary == ""
    error_message = "a role is not within the boundary: ${local.identity_differences.boundary}"
  }
}
