# The root's buckets; its kind says what each is called.
locals {
  buckets = try(local.planned.aws_s3_bucket, {})

  bucket_encryption = {
    for name, configuration in try(local.planned.aws_s3_bucket_server_side_encryption_configuration, {}) :
    name => one(configuration.rule)
  }

  buckets_facts = {
    names = {
      planned = { for name, bucket in local.buckets : name => bucket.bucket }
      wanted  = { for name, bucket in local.kind.buckets : name => bucket.name }
    }
    public_access = {
      planned = {
        for name, block in try(local.planned.aws_s3_bucket_public_access_block, {}) : name => {
          acls          = block.block_public_acls
          bucket        = block.bucket
          ignored_acls  = block.ignore_public_acls
          policies      = block.block_public_policy
          public_policy = block.restrict_public_buckets
        }
      }
      wanted = {
        for name, bucket in local.buckets : name => {
          acls          = true
          bucket        = bucket.id
          ignored_acls  = true
          policies      = true
          public_policy = true
        }
      }
    }
    versions = {
      planned = {
        for name, versioning in try(local.planned.aws_s3_bucket_versioning, {}) : name => {
          bucket = versioning.bucket
          status = versioning.versioning_configuration[0].status
        }
      }
      wanted = { for name, bucket in local.buckets : name => { bucket = bucket.id, status = "Enabled" } }
    }
    encryption = {
      planned = {
        for name, rule in local.bucket_encryption : name => {
          algorithm  = rule.apply_server_side_encryption_by_default[0].sse_algorithm
          bucket     = local.planned.aws_s3_bucket_server_side_encryption_configuration[name].bucket
          bucket_key = rule.bucket_key_enabled == true
          key        = rule.apply_server_side_encryption_by_default[0].kms_master_key_id
        }
      }
      wanted = {
        for name, bucket in local.kind.buckets : name => {
          algorithm  = bucket.key == null ? "AES256" : "aws:kms"
          bucket     = try(local.buckets[name].id, null)
          bucket_key = bucket.key != null
          key        = bucket.key
        }
      }
    }
    transport = {
      planned = {
        for name, policy in try(local.planned.aws_s3_bucket_policy, {}) : name => {
          bucket    = policy.bucket
          statement = jsondecode(policy.policy).Statement[0]
        }
      }
      wanted = {
        for name, bucket in local.buckets : name => {
          bucket = bucket.id
          statement = {
            Action    = ["s3:*"]
            Condition = { Bool = { "aws:SecureTransport" = "false" } }
            Effect    = "Deny"
            Principal = { AWS = "*" }
            Resource  = [bucket.arn, "${bucket.arn}/*"]
          }
        }
      }
    }
    lifecycle = {
      planned = {
        for name, configuration in try(local.planned.aws_s3_bucket_lifecycle_configuration, {}) : name => {
          archive = one(flatten([
            for rule in configuration.rule : [
              for step in rule.transition : "${step.storage_class} after ${step.days} days"
            ]
          ]))
          bucket = configuration.bucket
          status = distinct([for rule in configuration.rule : rule.status])
        }
      }
      wanted = {
        for name, bucket in local.kind.buckets : name => {
          archive = bucket.archive
          bucket  = try(local.buckets[name].id, null)
          status  = ["Enabled"]
        }
      }
    }
  }
}

check "buckets" {
  assert {
    condition     = local.buckets_differences.names == ""
    error_message = "others look for other buckets: ${local.buckets_differences.names}"
  }

  assert {
    condition     = local.buckets_differences.public_access == ""
    error_message = "a bucket can be made public: ${local.buckets_differences.public_access}"
  }

  assert {
    condition     = local.buckets_differences.versions == ""
    error_message = "what is overwritten is lost: ${local.buckets_differences.versions}"
  }

  assert {
    condition     = local.buckets_differences.encryption == ""
    error_message = "a bucket is encrypted otherwise: ${local.buckets_differences.encryption}"
  }

  assert {
    condition     = local.buckets_differences.transport == ""
    error_message = "a bucket answers without TLS: ${local.buckets_differences.transport}"
  }

  assert {
    condition     = local.buckets_differences.lifecycle == ""
    error_message = "objects are archived otherwise: ${local.buckets_differences.lifecycle}"
  }
}
