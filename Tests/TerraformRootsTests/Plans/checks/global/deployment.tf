# How GitHub's workflows come to plan and apply, and what no role that they make can exceed.
locals {
  account_arn = "arn:aws:iam::${var.environment.account}"

  # Statements by the actions they are about, so that a policy reads as a table.
  statements = {
    for name, policy in local.planned.aws_iam_policy : name => jsondecode(policy.policy).Statement
  }

  github = "token.actions.githubusercontent.com"

  deployment_facts = {
    provider = {
      planned = {
        clients = aws_iam_openid_connect_provider.github.client_id_list
        url     = aws_iam_openid_connect_provider.github.url
      }
      wanted = { clients = ["sts.amazonaws.com"], url = "https://${local.github}" }
    }
    trust = {
      planned = {
        for name, role in local.planned.aws_iam_role : name => {
          for statement in jsondecode(role.assume_role_policy).Statement :
          join(" ", statement.Action) => merge({ principal = statement.Principal.Federated }, statement.Condition)
        }
      }
      wanted = {
        # GitHub asks for an environment's approval before a workflow gets its token.
        for role, environment in { deploy = "", plan = "-plan" } : role => {
          "sts:AssumeRoleWithWebIdentity" = {
            principal = aws_iam_openid_connect_provider.github.arn
            StringEquals = {
              "${local.github}:aud" = "sts.amazonaws.com"
              "${local.github}:sub" = "repo:bizcomms/bizcomms:environment:${var.environment.name}${environment}"
            }
          }
        }
      }
    }
    sessions = {
      planned = { for name, role in local.planned.aws_iam_role : role.name => role.max_session_duration }
      wanted  = { "${local.shared}-deploy" = 7200, "${local.shared}-plan" = 3600 }
    }
    attachments = {
      planned = {
        for name, attachment in local.planned.aws_iam_role_policy_attachment :
        name => "${attachment.policy_arn} to ${attachment.role}"
      }
      wanted = merge(
        {
          deploy_reading = "arn:aws:iam::aws:policy/ReadOnlyAccess to ${aws_iam_role.deploy.name}"
          plan_reading   = "arn:aws:iam::aws:policy/ReadOnlyAccess to ${aws_iam_role.plan.name}"
        },
        {
          for name, policy in local.planned.aws_iam_policy : name => "${policy.arn} to ${aws_iam_role.deploy.name}"
          if name != "boundary"
        },
      )
    }
    inline = {
      planned = { for name, policy in local.planned.aws_iam_role_policy : name => "${policy.name} of ${policy.role}" }
      wanted = {
        plan_data    = "data of ${aws_iam_role.plan.name}"
        plan_secrets = "secrets of ${aws_iam_role.plan.name}"
        plan_state   = "state of ${aws_iam_role.plan.name}"
      }
    }
    # A plan may lock a state, and write nothing else.
    plan_writes = {
      planned = {
        for statement in flatten([
          for name, policy in local.planned.aws_iam_role_policy : jsondecode(policy.policy).Statement
        ]) : join(" ", statement.Action) => statement.Resource
        if statement.Effect == "Allow" && strcontains(statement.Action[0], "s3:")
      }
      wanted = {
        "s3:DeleteObject s3:PutObject" = [
          for region in var.environment.regions :
          "arn:aws:s3:::${local.shared}-${var.environment.account}-tfstate-${region}/*.tflock"
        ]
      }
    }
    # What either may read of secrets is the one that an apply hands to the database.
    secrets = {
      planned = merge([
        for role, policy in {
          deploy = aws_iam_policy.deploy_secrets.policy
          plan   = aws_iam_role_policy.plan_secrets.policy
          } : {
          for statement in jsondecode(policy).Statement : "${role} ${join(" ", statement.Action)}" => statement.Resource
        }
      ]...)
      wanted = merge([
        for role in ["deploy", "plan"] : {
          "${role} kms:Decrypt"                      = ["arn:aws:kms:*:${var.environment.account}:key/*"]
          "${role} secretsmanager:GetRandomPassword" = ["*"]
          "${role} secretsmanager:GetSecretValue" = [
            join(":", [
              "arn:aws:secretsmanager:*", var.environment.account,
              "secret", "${local.shared}/database-alerts-master-user-??????",
            ])
          ]
        }
      ]...)
    }
    # Both are denied what customers' data is in.
    data = {
      planned = {
        for action in ["dynamodb:BatchGetItem", "logs:GetLogEvents", "sqs:ReceiveMessage"] : action => [
          for statements in [local.statements.deploy_data, jsondecode(aws_iam_role_policy.plan_data.policy).Statement] :
          anytrue([
            for statement in statements :
            statement.Effect == "Deny" && contains(statement.Action, action) && try(statement.Resource == ["*"], false)
          ])
        ]
      }
      wanted = {
        for action in ["dynamodb:BatchGetItem", "logs:GetLogEvents", "sqs:ReceiveMessage"] : action => [true, true]
      }
    }
    # A role can be made only within the boundary, and the boundary not changed by who makes it.
    boundary = {
      planned = {
        name = aws_iam_policy.boundary.name
        on_new_roles = [
          for statement in local.statements.deploy_identity :
          statement.Condition.StringEquals["iam:PermissionsBoundary"]
          if contains(try(statement.Action, []), "iam:CreateRole")
        ]
        beyond_reach = sort(flatten([
          for statement in local.statements.deploy_identity : [
            for resource in statement.Resource : resource if startswith(resource, local.account_arn)
          ] if statement.Effect == "Deny" && can(statement.NotAction)
        ]))
        never = flatten([
          for statement in local.statements.boundary : statement.NotAction
          if statement.Effect == "Allow" && can(statement.NotAction)
        ])
        # Who writes this metric leads callers to another cell.
        never_measured = [
          for statement in local.statements.boundary : statement.Condition.StringEquals["cloudwatch:namespace"]
          if statement.Effect == "Deny" && contains(try(statement.Action, []), "cloudwatch:PutMetricData")
        ]
      }
      wanted = {
        name         = "${local.shared}-boundary"
        on_new_roles = ["${local.account_arn}:policy/${local.shared}-boundary"]
        beyond_reach = sort([
          "${local.account_arn}:oidc-provider/${local.github}",
          "${local.account_arn}:policy/${local.shared}-boundary",
          "${local.account_arn}:policy/${local.shared}-deploy-*",
          "${local.account_arn}:role/${local.shared}-deploy",
          "${local.account_arn}:role/${local.shared}-plan",
        ])
        never          = ["account:*", "iam:*", "organizations:*", "sts:AssumeRole"]
        never_measured = ["BizComms/Failover"]
      }
    }
    # The trail tells of whoever would stop it: neither the deploying role nor one that it makes may.
    trail = {
      planned = merge([
        for name in ["boundary", "deploy_identity"] : {
          for statement in local.statements[name] : "${name} ${statement.Resource[0]}" => statement.NotAction
          if statement.Effect == "Deny" && can(regex("-audit$", statement.Resource[0]))
        }
      ]...)
      wanted = merge([
        for name in ["boundary", "deploy_identity"] : {
          "${name} arn:aws:cloudtrail:${local.home}:${var.environment.account}:trail/${local.shared}-audit" = [
            "cloudtrail:Get*", "cloudtrail:List*",
          ]
          "${name} arn:aws:kms:*:${var.environment.account}:alias/${local.shared}-audit" = [
            "kms:Describe*", "kms:Get*", "kms:List*",
          ]
          "${name} arn:aws:s3:::${local.shared}-${var.environment.account}-audit" = ["s3:Get*", "s3:List*"]
        }
      ]...)
    }
    # What a role that is made may read of secrets: those of services, and not the database's master.
    services_secrets = {
      planned = {
        for statement in local.statements.boundary : join(" ", statement.Action) => statement.NotResource
        if can(statement.NotResource)
      }
      wanted = {
        "secretsmanager:BatchGetSecretValue secretsmanager:GetSecretValue" = [
          for secret in [
            "api-keys", "database-alerts-application", "database-alerts-migration", "poller-api-key", "twilio",
          ] :
          "arn:aws:secretsmanager:*:${var.environment.account}:secret:${local.shared}/${secret}-??????"
        ]
      }
    }
  }
}

check "deployment" {
  assert {
    condition     = local.deployment_differences.provider == ""
    error_message = "others' tokens are accepted: ${local.deployment_differences.provider}"
  }

  assert {
    condition     = local.deployment_differences.trust == ""
    error_message = "another repository or environment may take a role: ${local.deployment_differences.trust}"
  }

  assert {
    condition     = local.deployment_differences.sessions == ""
    error_message = "a session lasts longer or shorter: ${local.deployment_differences.sessions}"
  }

  assert {
    condition     = local.deployment_differences.attachments == ""
    error_message = "a role has other policies: ${local.deployment_differences.attachments}"
  }

  assert {
    condition     = local.deployment_differences.inline == ""
    error_message = "a policy is another role's: ${local.deployment_differences.inline}"
  }

  assert {
    condition     = local.deployment_differences.plan_writes == ""
    error_message = "a plan may write more than a lock: ${local.deployment_differences.plan_writes}"
  }

  assert {
    condition     = local.deployment_differences.secrets == ""
    error_message = "a workflow may read other secrets: ${local.deployment_differences.secrets}"
  }

  assert {
    condition     = local.deployment_differences.data == ""
    error_message = "a workflow may read customers' data: ${local.deployment_differences.data}"
  }

  assert {
    condition     = local.deployment_differences.boundary == ""
    error_message = "a role can be made that may more than its maker: ${local.deployment_differences.boundary}"
  }

  assert {
    condition     = local.deployment_differences.trail == ""
    error_message = "the audit trail can be stopped: ${local.deployment_differences.trail}"
  }

  assert {
    condition     = local.deployment_differences.services_secrets == ""
    error_message = "a role that is made may read other secrets: ${local.deployment_differences.services_secrets}"
  }
}
