locals {
  kind = {
    path         = "backend-setup"
    regions      = var.environment.regions
    state_region = local.home
    tags         = { cell = "shared" }
    keys         = { for region, slug in local.region_slugs : slug => "${local.shared}-tfstate" }
    buckets = {
      for region, slug in local.region_slugs : slug => {
        name    = "${local.shared}-${var.environment.account}-tfstate-${region}"
        key     = local.planned.aws_kms_key[slug].arn
        archive = null
      }
    }
  }
}
