# What in the cluster reads the queue's depth, and registers pods with the load balancer.
locals {
  controllers_facts = {
    trust = {
      planned = { for name in ["keda", "load_balancer"] : name => local.trusted_pods[name] }
      wanted = {
        keda          = { "system:serviceaccount:keda:keda-operator" = local.pod_trust }
        load_balancer = { "system:serviceaccount:kube-system:aws-load-balancer-controller" = local.pod_trust }
      }
    }
    names = {
      planned = { for name in ["keda", "load_balancer"] : name => local.planned.aws_iam_role[name].name }
      wanted  = { keda = "${local.prefix}-keda", load_balancer = "${local.prefix}-load-balancer" }
    }
    permissions = {
      planned = {
        for name in ["keda", "load_balancer"] : local.planned.aws_iam_role_policy[name].role => {
          for statement in jsondecode(local.planned.aws_iam_role_policy[name].policy).Statement :
          statement.Action[0] => concat(slice(statement.Action, 1, length(statement.Action)), statement.Resource)
        }
      }
      wanted = {
        (aws_iam_role.keda.name) = {
          "sqs:GetQueueAttributes" = ["${local.arn.sqs}:${local.prefix}-alert-processing"]
        }
        (aws_iam_role.load_balancer.name) = {
          "ec2:DescribeSecurityGroups" = [
            "ec2:DescribeVpcs",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
            "*",
          ]
          "elasticloadbalancing:DeregisterTargets" = [
            "elasticloadbalancing:RegisterTargets",
            "${local.arn.elasticloadbalancing}:targetgroup/${local.prefix}-api/*"
          ]
        }
      }
    }
  }
}

check "controllers" {
  assert {
    condition     = local.controllers_differences.trust == ""
    error_message = "other pods may take a controller's role: ${local.controllers_differences.trust}"
  }

  assert {
    condition     = local.controllers_differences.names == ""
    error_message = "the chart names another role: ${local.controllers_differences.names}"
  }

  assert {
    condition     = local.controllers_differences.permissions == ""
    error_message = "a controller may more or less: ${local.controllers_differences.permissions}"
  }
}
