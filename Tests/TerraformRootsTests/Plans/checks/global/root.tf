locals {
  kind = {
    path         = "global"
    regions      = var.environment.regions
    state_region = local.home
    tags         = { cell = "shared" }
    keys = merge(
      { audit = "${local.shared}-audit" },
      { for region, slug in local.region_slugs : "secrets_${slug}" => "${local.shared}-secrets" },
      { for region, slug in local.region_slugs : "tables_${slug}" => "${local.shared}-tables" },
    )
    buckets = {
      audit = {
        name    = "${local.shared}-${var.environment.account}-audit"
        key     = aws_kms_key.audit.arn
        archive = "GLACIER after 90 days"
      }
    }
  }

  # The regions that hold copies of what the home holds.
  replica_regions = slice(var.environment.regions, 1, length(var.environment.regions))

  # What a cell finds under one name in its own region, whichever that is.
  published = {
    for name, parameter in local.planned.aws_ssm_parameter : name => {
      name  = parameter.name
      type  = parameter.type
      value = nonsensitive(parameter.value)
    }
  }
}
