# The role by which EC2 starts Spot machines: an account has one, and Karpenter does not make it.
locals {
  spot_facts = {
    role = {
      planned = {
        for name, role in local.planned.aws_iam_service_linked_role : name => {
          service = role.aws_service_name
          suffix  = role.custom_suffix
        }
      }
      wanted = { spot = { service = "spot.amazonaws.com", suffix = null } }
    }
  }
}

check "spot" {
  assert {
    condition     = local.spot_differences.role == ""
    error_message = "EC2 starts no Spot machine: ${local.spot_differences.role}"
  }
}
