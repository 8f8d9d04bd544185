# What an environment has of its own; environment.auto.tfvars of its folder gives the values.
variable "environment" {
  type = object({
    name      = string
    account   = string
    domain    = string
    zone      = string
    regions   = list(string) # where it has cells, the home first
    cells     = map(string)  # the region of each
    primary   = string       # the cell that leads
    functions = list(string) # services that run in Lambda somewhere
    on_call   = string
    protected = bool # whether a call may delete what holds data
  })
}

locals {
  home   = var.environment.regions[0]
  shared = "bizcomms-${var.environment.name}"

  # How long a key waits before it goes.
  key_deletion_days = var.environment.protected ? 30 : 7

  # use1_az1, cell_usw1_01: how a resource's name says what belongs to a region, zone or cell.
  cell_slugs   = { for cell in keys(var.environment.cells) : cell => replace(cell, "-", "_") }
  region_slugs = { for region in var.environment.regions : region => replace(region, "-", "_") }
}
