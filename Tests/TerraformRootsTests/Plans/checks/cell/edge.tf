# How callers come in: one load balancer, one way to the pods of the API.
locals {
  edge_facts = {
    load_balancer = {
      planned = {
        deletion   = aws_lb.main.enable_deletion_protection
        evacuation = aws_lb.main.enable_zonal_shift
        groups     = aws_lb.main.security_groups
        headers    = aws_lb.main.drop_invalid_header_fields
        internal   = aws_lb.main.internal
        name       = aws_lb.main.name
        subnets    = aws_lb.main.subnets
        type       = aws_lb.main.load_balancer_type
      }
      wanted = {
        deletion   = var.environment.protected
        evacuation = true
        groups     = [aws_security_group.load_balancer.id]
        headers    = true
        internal   = false
        name       = local.prefix
        subnets    = local.subnet_ids.public
        type       = "application"
      }
    }
    logs = {
      planned = {
        access      = aws_lb.main.access_logs[0]
        connections = aws_lb.main.connection_logs[0]
        writers = {
          for statement in jsondecode(aws_s3_bucket_policy.load_balancer_logs.policy).Statement :
          statement.Principal.Service => statement.Resource if statement.Effect == "Allow"
        }
      }
      wanted = {
        access      = { bucket = aws_s3_bucket.load_balancer_logs.id, enabled = true, prefix = "access" }
        connections = { bucket = aws_s3_bucket.load_balancer_logs.id, enabled = true, prefix = "connection" }
        writers = {
          "logdelivery.elasticloadbalancing.amazonaws.com" = [
            "${aws_s3_bucket.load_balancer_logs.arn}/access/AWSLogs/${var.environment.account}/*",
            "${aws_s3_bucket.load_balancer_logs.arn}/connection/AWSLogs/${var.environment.account}/*",
          ]
        }
      }
    }
    log_expiry = {
      planned = {
        for rule in aws_s3_bucket_lifecycle_configuration.load_balancer_logs.rule : rule.id => {
          days     = rule.expiration[0].days
          replaced = rule.noncurrent_version_expiration[0].noncurrent_days
          uploads  = rule.abort_incomplete_multipart_upload[0].days_after_initiation
        }
      }
      wanted = { archive = { days = 455, replaced = 30, uploads = 7 } }
    }
    listeners = {
      planned = {
        for name, listener in local.planned.aws_lb_listener : "${listener.protocol} ${listener.port}" => {
          balancer    = listener.load_balancer_arn
          certificate = listener.certificate_arn
          forwards_to = listener.default_action[0].target_group_arn
          redirects_to = try(join(" ", [
            listener.default_action[0].redirect[0].status_code,
            listener.default_action[0].redirect[0].protocol,
            listener.default_action[0].redirect[0].port,
          ]), null)
          type = listener.default_action[0].type
        }
      }
      wanted = {
        "HTTP 80" = {
          balancer     = aws_lb.main.arn
          certificate  = null
          forwards_to  = null
          redirects_to = "HTTP_301 HTTPS 443"
          type         = "redirect"
        }
        "HTTPS 443" = {
          balancer     = aws_lb.main.arn
          certificate  = data.aws_ssm_parameter.certificate_arn.insecure_value
          forwards_to  = aws_lb_target_group.api.arn
          redirects_to = null
          type         = "forward"
        }
      }
    }
    targets = {
      planned = {
        draining = aws_lb_target_group.api.deregistration_delay
        health = join(" ", [
          aws_lb_target_group.api.health_check[0].protocol,
          aws_lb_target_group.api.health_check[0].path,
          aws_lb_target_group.api.health_check[0].matcher,
          "every ${aws_lb_target_group.api.health_check[0].interval} s",
          "in ${aws_lb_target_group.api.health_check[0].timeout} s",
          "${aws_lb_target_group.api.health_check[0].healthy_threshold} up",
          "${aws_lb_target_group.api.health_check[0].unhealthy_threshold} down",
        ])
        name = aws_lb_target_group.api.name
        port = "${aws_lb_target_group.api.protocol} ${aws_lb_target_group.api.port}"
        type = aws_lb_target_group.api.target_type
        vpc  = aws_lb_target_group.api.vpc_id
      }
      wanted = {
        draining = "30"
        health   = "HTTP /readyz 200 every 10 s in 5 s 2 up 3 down"
        name     = "${local.prefix}-api"
        port     = "HTTP 8000"
        type     = "ip"
        vpc      = aws_vpc.main.id
      }
    }
    record = {
      planned = {
        alias = aws_route53_record.host.alias[0]
        name  = aws_route53_record.host.name
        type  = aws_route53_record.host.type
        zone  = aws_route53_record.host.zone_id
      }
      wanted = {
        alias = {
          evaluate_target_health = true
          name                   = aws_lb.main.dns_name
          zone_id                = aws_lb.main.zone_id
        }
        name = "${var.cell.name}.${var.environment.domain}"
        type = "A"
        zone = data.aws_ssm_parameter.hosted_zone_id.insecure_value
      }
    }
    read = {
      planned = { for name, parameter in local.read.aws_ssm_parameter : name => parameter.name }
      wanted = {
        for name in ["certificate_arn", "hosted_zone_id", "secrets_key_arn"] :
        name => "/bizcomms/${var.environment.name}/global/${replace(name, "_", "-")}"
      }
    }
    # Only these two rules let the internet in.
    ways_in = {
      planned = {
        for name, rule in local.rules_in : name => rule
        if strcontains(rule, local.anywhere) || strcontains(rule, aws_security_group.load_balancer.id)
      }
      wanted = {
        load_balancer_http  = "tcp 80-80 from 0.0.0.0/0 into ${aws_security_group.load_balancer.id}"
        load_balancer_https = "tcp 443-443 from 0.0.0.0/0 into ${aws_security_group.load_balancer.id}"
        pods_load_balancer  = "tcp 8000-8000 from ${aws_security_group.load_balancer.id} into ${local.pod_group}"
      }
    }
    ways_out = {
      planned = {
        for name, rule in local.rules_out : name => rule
        if strcontains(rule, "from ${aws_security_group.load_balancer.id} ")
      }
      wanted = {
        load_balancer_api = "tcp 8000-8000 from ${aws_security_group.load_balancer.id} to ${local.pod_group}"
      }
    }
    outputs = {
      planned = { alb_dns_name = local.output.alb_dns_name, target_group_arn = local.output.target_group_arn }
      wanted  = { alb_dns_name = aws_lb.main.dns_name, target_group_arn = aws_lb_target_group.api.arn }
    }
  }
}

check "edge" {
  assert {
    condition     = local.edge_differences.load_balancer == ""
    error_message = "the load balancer is another: ${local.edge_differences.load_balancer}"
  }

  assert {
    condition     = local.edge_differences.logs == ""
    error_message = "requests go unrecorded: ${local.edge_differences.logs}"
  }

  assert {
    condition     = local.edge_differences.log_expiry == ""
    error_message = "records of requests go sooner or later: ${local.edge_differences.log_expiry}"
  }

  assert {
    condition     = local.edge_differences.listeners == ""
    error_message = "callers are answered otherwise: ${local.edge_differences.listeners}"
  }

  assert {
    condition     = startswith(aws_lb_listener.https.ssl_policy, "ELBSecurityPolicy-TLS13-1-2-")
    error_message = "callers may speak older TLS: ${aws_lb_listener.https.ssl_policy}"
  }

  assert {
    condition     = local.edge_differences.targets == ""
    error_message = "pods are called otherwise: ${local.edge_differences.targets}"
  }

  assert {
    condition     = local.edge_differences.record == ""
    error_message = "the cell's name leads elsewhere: ${local.edge_differences.record}"
  }

  assert {
    condition     = local.edge_differences.read == ""
    error_message = "the cell reads what global does not write: ${local.edge_differences.read}"
  }

  assert {
    condition     = local.edge_differences.ways_in == ""
    error_message = "the internet comes in otherwise: ${local.edge_differences.ways_in}"
  }

  assert {
    condition     = local.edge_differences.ways_out == ""
    error_message = "the load balancer reaches others: ${local.edge_differences.ways_out}"
  }

  assert {
    condition     = local.edge_differences.outputs == ""
    error_message = "the chart binds pods elsewhere: ${local.edge_differences.outputs}"
  }
}
