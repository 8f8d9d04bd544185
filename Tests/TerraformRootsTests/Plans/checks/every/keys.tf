# The root's KMS keys; its kind says what each is for.
locals {
  keys_facts = {
    aliases = {
      planned = {
        for name, alias in local.planned.aws_kms_alias : name => { name = alias.name, key = alias.target_key_id }
      }
      wanted = {
        for name, alias in local.kind.keys : name => {
          name = "alias/${alias}"
          key  = try(local.planned.aws_kms_key[name].key_id, null)
        }
      }
    }
    rotation = {
      planned = { for name, key in local.planned.aws_kms_key : name => key.enable_key_rotation }
      wanted  = { for name in keys(local.kind.keys) : name => true }
    }
    waiting_days = {
      planned = { for name, key in local.planned.aws_kms_key : name => key.deletion_window_in_days }
      wanted  = { for name in keys(local.kind.keys) : name => local.key_deletion_days }
    }
    # Without the account in its policy nobody can change a key any more, nor delete it.
    owners = {
      planned = {
        for name, key in local.planned.aws_kms_key : name => jsondecode(key.policy).Statement[0]
      }
      wanted = {
        for name in keys(local.kind.keys) : name => {
          Action    = ["kms:*"]
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::${var.environment.account}:root" }
          Resource  = ["*"]
        }
      }
    }
    # A statement for everybody says through which service, and of which account.
    users = {
      planned = merge([
        for name, key in local.planned.aws_kms_key : {
          for index, statement in jsondecode(key.policy).Statement :
          "statement ${index} of ${name}" => try(statement.Condition.StringEquals["kms:CallerAccount"], null)
          if try(statement.Principal.AWS, "") == "*"
        }
      ]...)
      wanted = merge([
        for name, key in local.planned.aws_kms_key : {
          for index, statement in jsondecode(key.policy).Statement :
          "statement ${index} of ${name}" => var.environment.account
          if try(statement.Principal.AWS, "") == "*"
        }
      ]...)
    }
  }
}

check "keys" {
  assert {
    condition     = local.keys_differences.aliases == ""
    error_message = "an alias leads to another key: ${local.keys_differences.aliases}"
  }

  assert {
    condition     = local.keys_differences.rotation == ""
    error_message = "a key stays the same for ever: ${local.keys_differences.rotation}"
  }

  assert {
    condition     = local.keys_differences.waiting_days == ""
    error_message = "a deleted key is gone sooner or later: ${local.keys_differences.waiting_days}"
  }

  assert {
    condition     = local.keys_differences.owners == ""
    error_message = "the account does not own a key: ${local.keys_differences.owners}"
  }

  assert {
    condition     = local.keys_differences.users == ""
    error_message = "other accounts may use a key: ${local.keys_differences.users}"
  }
}
