# Three tiers over the zones: only the public one can be reached, the database one leads nowhere.
locals {
  anywhere = "0.0.0.0/0"
  tiers = {
    public   = zipmap(keys(local.zones), var.cell.network.public)
    private  = zipmap(keys(local.zones), var.cell.network.private)
    database = zipmap(keys(local.zones), var.cell.network.database)
  }
  tier_tags = {
    public = { "kubernetes.io/role/elb" = "1" }
    private = {
      "karpenter.sh/discovery"          = local.cluster
      "kubernetes.io/role/internal-elb" = "1"
    }
    database = {}
  }
  nat_slugs = [for zone in var.cell.network.nat_zones : replace(zone, "-", "_")]
  tables_with_ways_out = sort(concat(
    [aws_route_table.public.id],
    [for slug in keys(local.zones) : local.planned.aws_route_table["private_${slug}"].id],
  ))

  # An ACL reads like: "private in 0.0.0.0/0 tcp 1024-65535" = "allow".
  acl_rules = {
    for text, rules in merge([
      for tier, acl in local.planned.aws_network_acl : { "${tier} in" = acl.ingress, "${tier} out" = acl.egress }
    ]...) :
    text => {
      for rule in rules : "${text} ${rule.cidr_block} ${rule.protocol} ${rule.from_port}-${rule.to_port}" => {
        action = rule.action
        number = rule.rule_no
      }
    }
  }

  network_facts = {
    vpc = {
      planned = {
        host_names = aws_vpc.main.enable_dns_hostnames
        range      = aws_vpc.main.cidr_block
        resolver   = aws_vpc.main.enable_dns_support
      }
      wanted = { host_names = true, range = var.cell.network.range, resolver = true }
    }
    default_group = {
      planned = {
        egress  = aws_default_security_group.default.egress
        ingress = aws_default_security_group.default.ingress
        vpc     = aws_default_security_group.default.vpc_id
      }
      wanted = { egress = [], ingress = [], vpc = aws_vpc.main.id }
    }
    subnets = {
      planned = {
        for name, subnet in local.planned.aws_subnet : name => {
          public_addresses = subnet.map_public_ip_on_launch
          range            = subnet.cidr_block
          tags             = { for tag, value in subnet.tags : tag => value if !contains(["Name", "component"], tag) }
          vpc              = subnet.vpc_id
          zone             = subnet.availability_zone_id
        }
      }
      wanted = merge([
        for tier, ranges in local.tiers : {
          for slug, range in ranges : "${tier}_${slug}" => {
            public_addresses = false
            range            = range
            tags             = local.tier_tags[tier]
            vpc              = aws_vpc.main.id
            zone             = local.zones[slug]
          }
        }
      ]...)
    }
    gateways = {
      planned = merge(
        { for name, gateway in local.planned.aws_internet_gateway : name => gateway.vpc_id },
        {
          for name, gateway in local.planned.aws_nat_gateway : name => {
            address = gateway.allocation_id
            subnet  = gateway.subnet_id
          }
        },
        { for name, address in local.planned.aws_eip : "address ${name}" => address.domain },
      )
      wanted = merge(
        { main = aws_vpc.main.id },
        {
          for slug in local.nat_slugs : slug => {
            address = local.planned.aws_eip["nat_${slug}"].id
            subnet  = local.planned.aws_subnet["public_${slug}"].id
          }
        },
        { for slug in local.nat_slugs : "address nat_${slug}" => "vpc" },
      )
    }
    # All of them: what is not here, such as a way from the database subnets, is not there.
    routes = {
      planned = {
        for name, route in local.planned.aws_route : name => {
          from = route.route_table_id
          to   = route.destination_cidr_block
          via  = coalesce(route.gateway_id, route.nat_gateway_id)
        }
      }
      wanted = merge(
        {
          public_internet = {
            from = aws_route_table.public.id
            to   = local.anywhere
            via  = aws_internet_gateway.main.id
          }
        },
        {
          for slug in keys(local.zones) : "private_internet_${slug}" => {
            from = local.planned.aws_route_table["private_${slug}"].id
            to   = local.anywhere
            via  = local.planned.aws_nat_gateway[contains(local.nat_slugs, slug) ? slug : local.nat_slugs[0]].id
          }
        },
      )
    }
    tables = {
      planned = {
        for name, association in local.planned.aws_route_table_association :
        name => "${association.subnet_id} uses ${association.route_table_id}"
      }
      wanted = merge([
        for tier, ranges in local.tiers : {
          for slug in keys(ranges) : "${tier}_${slug}" => join(" uses ", [
            local.planned.aws_subnet["${tier}_${slug}"].id,
            local.planned.aws_route_table[tier == "private" ? "private_${slug}" : tier].id,
          ])
        }
      ]...)
    }
    acl_subnets = {
      planned = { for tier, acl in local.planned.aws_network_acl : tier => acl.subnet_ids }
      wanted  = local.subnet_ids
    }
    acl_rules = {
      planned = merge([
        for text, rules in local.acl_rules : { for rule, it in rules : rule => it.action }
      ]...)
      wanted = merge(
        # The database tier talks to nodes and pods, and to nobody else.
        { for range in var.cell.network.private : "database in ${range} tcp 5432-5432" => "allow" },
        { for range in var.cell.network.private : "database out ${range} tcp 1024-65535" => "allow" },
        { for range in var.cell.network.private : "private in ${range} -1 0-0" => "allow" },
        { for range in var.cell.network.private : "private out ${range} -1 0-0" => "allow" },
        { for range in var.cell.network.database : "private out ${range} tcp 5432-5432" => "allow" },
        { for range in var.cell.network.public : "private out ${range} tcp 1024-65535" => "allow" },
        { for range in var.cell.network.private : "public in ${range} tcp 1024-65535" => "allow" },
        {
          "private in 0.0.0.0/0 icmp 0-0"       = "allow"
          "private in 0.0.0.0/0 tcp 1024-65535" = "allow"
          "private out 0.0.0.0/0 icmp 0-0"      = "allow"
          "private out 0.0.0.0/0 tcp 443-443"   = "allow"
          "private out 0.0.0.0/0 tcp 80-80"     = "allow"
          "public in 0.0.0.0/0 icmp 0-0"        = "allow"
          "public in 0.0.0.0/0 tcp 1024-65535"  = "allow"
          "public in 0.0.0.0/0 tcp 3389-3389"   = "deny"
          "public in 0.0.0.0/0 tcp 443-443"     = "allow"
          "public in 0.0.0.0/0 tcp 5432-5432"   = "deny"
          "public in 0.0.0.0/0 tcp 80-80"       = "allow"
          "public out 0.0.0.0/0 icmp 0-0"       = "allow"
          "public out 0.0.0.0/0 tcp 1024-65535" = "allow"
          "public out 0.0.0.0/0 tcp 443-443"    = "allow"
          "public out 0.0.0.0/0 tcp 80-80"      = "allow"
        },
      )
    }
    # The first rule that matches decides.
    acl_order = {
      planned = {
        for rule, it in local.acl_rules["public in"] :
        rule => it.number < local.acl_rules["public in"]["public in 0.0.0.0/0 tcp 1024-65535"].number
        if it.action == "deny"
      }
      wanted = {
        "public in 0.0.0.0/0 tcp 3389-3389" = true
        "public in 0.0.0.0/0 tcp 5432-5432" = true
      }
    }
    endpoints = {
      planned = {
        for name, endpoint in local.planned.aws_vpc_endpoint : name => {
          service = endpoint.service_name
          tables  = endpoint.route_table_ids
          type    = endpoint.vpc_endpoint_type
          vpc     = endpoint.vpc_id
        }
      }
      wanted = {
        for name in ["dynamodb", "s3"] : name => {
          service = "com.amazonaws.${var.cell.region}.${name}"
          tables  = local.tables_with_ways_out
          type    = "Gateway"
          vpc     = aws_vpc.main.id
        }
      }
    }
    endpoint_callers = {
      planned = {
        for statement in jsondecode(aws_vpc_endpoint.dynamodb.policy).Statement :
        statement.Effect => statement.Condition
      }
      wanted = { Allow = { StringEquals = { "aws:PrincipalAccount" = var.environment.account } } }
    }
    flow_logs = {
      planned = {
        group   = aws_flow_log.main.log_destination
        role    = aws_flow_log.main.iam_role_arn
        traffic = aws_flow_log.main.traffic_type
        vpc     = aws_flow_log.main.vpc_id
        writer  = jsondecode(aws_iam_role.flow_logs.assume_role_policy).Statement[0].Principal
        may = {
          for statement in jsondecode(aws_iam_role_policy.flow_logs.policy).Statement :
          statement.Action[0] => concat(slice(statement.Action, 1, length(statement.Action)), statement.Resource)
        }
      }
      wanted = {
        group   = aws_cloudwatch_log_group.flow_logs.arn
        role    = aws_iam_role.flow_logs.arn
        traffic = "ALL"
        vpc     = aws_vpc.main.id
        writer  = { Service = "vpc-flow-logs.amazonaws.com" }
        may = {
          "logs:CreateLogStream" = [
            "logs:DescribeLogStreams",
            "logs:PutLogEvents",
            "${aws_cloudwatch_log_group.flow_logs.arn}:*",
          ]
          "logs:DescribeLogGroups" = ["*"]
        }
      }
    }
  }
}

check "network" {
  assert {
    condition     = local.network_differences.vpc == ""
    error_message = "the network is another: ${local.network_differences.vpc}"
  }

  assert {
    condition     = local.network_differences.default_group == ""
    error_message = "what names no security group is open: ${local.network_differences.default_group}"
  }

  assert {
    condition     = local.network_differences.subnets == ""
    error_message = "a subnet is another: ${local.network_differences.subnets}"
  }

  assert {
    condition     = local.network_differences.gateways == ""
    error_message = "a gateway is elsewhere: ${local.network_differences.gateways}"
  }

  assert {
    condition     = local.network_differences.routes == ""
    error_message = "a subnet leads elsewhere: ${local.network_differences.routes}"
  }

  assert {
    condition     = local.network_differences.tables == ""
    error_message = "a subnet has the routes of another: ${local.network_differences.tables}"
  }

  assert {
    condition     = local.network_differences.acl_subnets == ""
    error_message = "an ACL guards other subnets: ${local.network_differences.acl_subnets}"
  }

  assert {
    condition     = local.network_differences.acl_rules == ""
    error_message = "an ACL lets through more or less: ${local.network_differences.acl_rules}"
  }

  assert {
    condition     = local.network_differences.acl_order == ""
    error_message = "a denial comes after what lets the same through: ${local.network_differences.acl_order}"
  }

  assert {
    condition     = local.network_differences.endpoints == ""
    error_message = "AWS is reached through a NAT gateway: ${local.network_differences.endpoints}"
  }

  assert {
    condition     = local.network_differences.endpoint_callers == ""
    error_message = "another account's credentials work from here: ${local.network_differences.endpoint_callers}"
  }

  assert {
    condition     = local.network_differences.flow_logs == ""
    error_message = "traffic goes unrecorded: ${local.network_differences.flow_logs}"
  }
}
