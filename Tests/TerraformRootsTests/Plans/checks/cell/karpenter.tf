# What Karpenter needs of AWS: warnings of machines that go, and a role for those that come.
locals {
  karpenter_events = {
    aws_health        = { source = "aws.health", type = "AWS Health Event" }
    rebalance         = { source = "aws.ec2", type = "EC2 Instance Rebalance Recommendation" }
    spot_interruption = { source = "aws.ec2", type = "EC2 Spot Instance Interruption Warning" }
    state_change      = { source = "aws.ec2", type = "EC2 Instance State-change Notification" }
  }
  karpenter_statements = jsondecode(aws_iam_role_policy.karpenter.policy).Statement

  karpenter_facts = {
    queue = {
      planned = {
        encryption = aws_sqs_queue.interruptions.sqs_managed_sse_enabled
        name       = aws_sqs_queue.interruptions.name
        policy     = aws_sqs_queue_policy.interruptions.queue_url
        seconds    = aws_sqs_queue.interruptions.message_retention_seconds
      }
      wanted = {
        encryption = true
        name       = "${local.prefix}-interruptions"
        policy     = aws_sqs_queue.interruptions.id
        seconds    = 300
      }
    }
    senders = {
      planned = {
        for statement in jsondecode(aws_sqs_queue_policy.interruptions.policy).Statement :
        try(statement.Principal.Service, "*") => { effect = statement.Effect, condition = statement.Condition }
      }
      wanted = {
        "*" = { effect = "Deny", condition = { Bool = { "aws:SecureTransport" = "false" } } }
        "events.amazonaws.com" = {
          effect = "Allow"
          condition = {
            ArnEquals = {
              "aws:SourceArn" = [
                for event in keys(local.karpenter_events) :
                "${local.arn.events}:rule/${local.prefix}-${replace(event, "_", "-")}"
              ]
            }
          }
        }
        "sqs.amazonaws.com" = {
          effect    = "Allow"
          condition = { StringEquals = { "aws:SourceAccount" = var.environment.account } }
        }
      }
    }
    rules = {
      planned = {
        for name, rule in local.planned.aws_cloudwatch_event_rule : name => {
          name    = rule.name
          pattern = jsondecode(rule.event_pattern)
        }
      }
      wanted = {
        for name, event in local.karpenter_events : name => {
          name    = "${local.prefix}-${replace(name, "_", "-")}"
          pattern = { source = [event.source], detail-type = [event.type] }
        }
      }
    }
    targets = {
      planned = {
        for name, target in local.planned.aws_cloudwatch_event_target : name => "${target.rule} to ${target.arn}"
      }
      wanted = {
        for name in keys(local.karpenter_events) :
        name => "${local.prefix}-${replace(name, "_", "-")} to ${aws_sqs_queue.interruptions.arn}"
      }
    }
    nodes = {
      planned = {
        cluster = aws_eks_access_entry.karpenter_node.cluster_name
        entry   = aws_eks_access_entry.karpenter_node.type
        name    = aws_iam_role.karpenter_node.name
        profile = aws_iam_instance_profile.karpenter_node.name
        role    = aws_eks_access_entry.karpenter_node.principal_arn
        trust   = jsondecode(aws_iam_role.karpenter_node.assume_role_policy).Statement[0].Principal
        user    = aws_iam_instance_profile.karpenter_node.role
        policies = sort([
          for name, attachment in local.planned.aws_iam_role_policy_attachment : attachment.policy_arn
          if attachment.role == aws_iam_role.karpenter_node.name
        ])
      }
      wanted = {
        cluster = local.cluster
        entry   = "EC2_LINUX"
        name    = "${local.prefix}-karpenter-node"
        profile = "${local.prefix}-karpenter-node"
        role    = aws_iam_role.karpenter_node.arn
        trust   = { Service = "ec2.amazonaws.com" }
        user    = aws_iam_role.karpenter_node.name
        policies = [
          "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
          "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
        ]
      }
    }
    # Machines join the group of the cluster, which Karpenter finds by a tag.
    discovery = {
      planned = { for name, tag in local.planned.aws_ec2_tag : name => "${tag.key}=${tag.value} on ${tag.resource_id}" }
      wanted  = { karpenter_discovery = "karpenter.sh/discovery=${local.cluster} on ${local.pod_group}" }
    }
    controller = {
      planned = {
        pods = local.trusted_pods.karpenter
        role = aws_iam_role_policy.karpenter.role
        passed_roles = flatten([
          for statement in local.karpenter_statements : statement.Resource
          if contains(statement.Action, "iam:PassRole")
        ])
        received_queues = flatten([
          for statement in local.karpenter_statements : statement.Resource
          if contains(statement.Action, "sqs:ReceiveMessage")
        ])
        terminated = flatten([
          for statement in local.karpenter_statements : values(statement.Condition.StringEquals)
          if contains(statement.Action, "ec2:TerminateInstances")
        ])
        terminated_by_tag = flatten([
          for statement in local.karpenter_statements : keys(statement.Condition.StringEquals)
          if contains(statement.Action, "ec2:TerminateInstances")
        ])
      }
      wanted = {
        pods              = { "system:serviceaccount:kube-system:karpenter" = local.pod_trust }
        role              = aws_iam_role.karpenter.name
        passed_roles      = [aws_iam_role.karpenter_node.arn]
        received_queues   = [aws_sqs_queue.interruptions.arn]
        terminated        = ["owned"]
        terminated_by_tag = ["aws:ResourceTag/kubernetes.io/cluster/${local.cluster}"]
      }
    }
  }
}

check "karpenter" {
  assert {
    condition     = local.karpenter_differences.queue == ""
    error_message = "warnings wait elsewhere: ${local.karpenter_differences.queue}"
  }

  assert {
    condition     = local.karpenter_differences.senders == ""
    error_message = "others may send warnings: ${local.karpenter_differences.senders}"
  }

  assert {
    condition     = local.karpenter_differences.rules == ""
    error_message = "a warning goes unheard: ${local.karpenter_differences.rules}"
  }

  assert {
    condition     = local.karpenter_differences.targets == ""
    error_message = "a warning goes elsewhere: ${local.karpenter_differences.targets}"
  }

  assert {
    condition     = local.karpenter_differences.nodes == ""
    error_message = "a machine that Karpenter starts can't join: ${local.karpenter_differences.nodes}"
  }

  assert {
    condition     = local.karpenter_differences.discovery == ""
    error_message = "Karpenter does not find the security group: ${local.karpenter_differences.discovery}"
  }

  assert {
    condition     = local.karpenter_differences.controller == ""
    error_message = "Karpenter may more or less: ${local.karpenter_differences.controller}"
  }
}
