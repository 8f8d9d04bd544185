locals {
  kind = {
    path         = "routing"
    regions      = ["us-east-1"] # Route 53 publishes its metrics there
    state_region = local.home
    tags         = { cell = "shared" }
    keys         = { fleet = "${local.shared}-fleet-alarms" }
    buckets      = {}
  }
}
