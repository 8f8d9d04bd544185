# The zone of all names.
locals {
  dns_facts = {
    published = {
      planned = { for name, parameter in local.published : name => parameter if startswith(name, "hosted_zone_id_") }
      wanted = {
        for slug in values(local.region_slugs) : "hosted_zone_id_${slug}" => {
          name  = "/bizcomms/${var.environment.name}/global/hosted-zone-id"
          type  = "String"
          value = aws_route53_zone.main.zone_id
        }
      }
    }
  }
}

check "dns" {
  assert {
    condition     = aws_route53_zone.main.name == var.environment.zone
    error_message = "the zone is ${aws_route53_zone.main.name}, which the parent does not delegate"
  }

  assert {
    condition     = local.dns_differences.published == ""
    error_message = "cells write into another zone: ${local.dns_differences.published}"
  }

  assert {
    condition     = jsonencode(local.output.name_servers) == jsonencode(aws_route53_zone.main.name_servers)
    error_message = "the parent zone would delegate to ${jsonencode(local.output.name_servers)}"
  }
}
