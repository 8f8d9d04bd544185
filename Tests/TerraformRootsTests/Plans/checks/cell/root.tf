# What a cell has of its own; the cell's test file gives the values.
variable "cell" {
  type = object({
    name   = string
    region = string

    network = object({
      range     = string
      zones     = list(string)
      nat_zones = list(string) # where a NAT gateway is; the others go through the first
      public    = list(string)
      private   = list(string)
      database  = list(string)
    })

    nodes = object({ type = string, smallest = number, largest = number })

    # How each service runs.
    pods      = list(string)
    functions = list(string)

    database = object({
      instances   = list(string) # the class of each
      role        = string       # alone, primary or secondary
      backup_days = number
      maintenance = string
    })
  })
}

locals {
  prefix   = "bizcomms-${var.cell.name}"
  cluster  = "${local.prefix}-eks"
  services = sort(concat(var.cell.pods, var.cell.functions))
  zones    = { for zone in var.cell.network.zones : replace(zone, "-", "_") => zone }

  # arn:aws:sqs:us-east-1:123456789012:… by service
  arn = {
    for service in [
      "dynamodb", "elasticloadbalancing", "events", "logs", "rds", "scheduler", "secretsmanager", "sns", "sqs", "ssm",
    ] : service => "arn:aws:${service}:${var.cell.region}:${var.environment.account}"
  }
  account_arn = "arn:aws:iam::${var.environment.account}"

  subnet_ids = {
    for tier in ["public", "private", "database"] :
    tier => sort([for slug in keys(local.zones) : local.planned.aws_subnet["${tier}_${slug}"].id])
  }

  # The group of nodes and pods, which EKS makes.
  pod_group = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id

  # A rule reads like: "tcp 443-443 from 0.0.0.0/0 into aws_security_group.load_balancer.id"
  rules_in = {
    for name, rule in local.planned.aws_vpc_security_group_ingress_rule : name => join(" ", [
      "${rule.ip_protocol} ${rule.from_port}-${rule.to_port}",
      "from ${coalesce(rule.referenced_security_group_id, rule.cidr_ipv4)} into ${rule.security_group_id}",
    ])
  }
  rules_out = {
    for name, rule in local.planned.aws_vpc_security_group_egress_rule : name => join(" ", [
      "${rule.ip_protocol} ${rule.from_port}-${rule.to_port}",
      "from ${rule.security_group_id} to ${coalesce(rule.referenced_security_group_id, rule.cidr_ipv4)}",
    ])
  }

  kind = {
    path         = "cells/${var.cell.name}"
    regions      = [var.cell.region]
    state_region = var.cell.region
    tags         = { cell = var.cell.name }
    keys = {
      alarms    = "${local.prefix}-alarms"
      alerts    = "${local.prefix}-alerts"
      cluster   = local.cluster
      logs      = "${local.prefix}-logs"
      messaging = "${local.prefix}-messaging"
      nodes     = "${local.prefix}-nodes"
    }
    buckets = {
      # A load balancer can't write under a KMS key.
      load_balancer_logs = {
        name    = "${local.prefix}-${var.environment.account}-alb-logs"
        key     = null
        archive = "GLACIER after 90 days"
      }
      log_archive = {
        name    = "${local.prefix}-${var.environment.account}-log-archive"
        key     = aws_kms_key.logs.arn
        archive = "GLACIER after 90 days"
      }
    }
  }
}
