# One certificate in each region, for the shared name and the cells' names.
locals {
  validation = tolist(aws_acm_certificate.us_east_1.domain_validation_options)[0]

  certificates_facts = {
    names = {
      planned = {
        for name, certificate in local.planned.aws_acm_certificate : name => {
          domain = certificate.domain_name
          method = certificate.validation_method
          others = certificate.subject_alternative_names
          region = split(":", certificate.arn)[3]
        }
      }
      wanted = {
        for region, slug in local.region_slugs : slug => {
          domain = var.environment.domain
          method = "DNS"
          others = ["*.${var.environment.domain}"]
          region = region
        }
      }
    }
    # ACM asks for the same record in every region.
    record = {
      planned = {
        name   = aws_route53_record.validation.name
        type   = aws_route53_record.validation.type
        values = aws_route53_record.validation.records
        zone   = aws_route53_record.validation.zone_id
      }
      wanted = {
        name   = local.validation.resource_record_name
        type   = local.validation.resource_record_type
        values = [local.validation.resource_record_value]
        zone   = aws_route53_zone.main.zone_id
      }
    }
    validations = {
      planned = {
        for name, validation in local.planned.aws_acm_certificate_validation : name => {
          certificate = validation.certificate_arn
          records     = validation.validation_record_fqdns
        }
      }
      wanted = {
        for slug in values(local.region_slugs) : slug => {
          certificate = local.planned.aws_acm_certificate[slug].arn
          records     = [aws_route53_record.validation.fqdn]
        }
      }
    }
    published = {
      planned = { for name, parameter in local.published : name => parameter if startswith(name, "certificate_arn_") }
      wanted = {
        for slug in values(local.region_slugs) : "certificate_arn_${slug}" => {
          name  = "/bizcomms/${var.environment.name}/global/certificate-arn"
          type  = "String"
          value = local.planned.aws_acm_certificate[slug].arn
        }
      }
    }
  }
}

check "certificates" {
  assert {
    condition     = local.certificates_differences.names == ""
    error_message = "callers see another certificate: ${local.certificates_differences.names}"
  }

  assert {
    condition     = local.certificates_differences.record == ""
    error_message = "ACM waits for a record that is not there: ${local.certificates_differences.record}"
  }

  assert {
    condition     = local.certificates_differences.validations == ""
    error_message = "a certificate is used before it is valid: ${local.certificates_differences.validations}"
  }

  assert {
    condition     = local.certificates_differences.published == ""
    error_message = "cells find another certificate: ${local.certificates_differences.published}"
  }
}
