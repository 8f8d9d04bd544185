# A bucket of states in each region, and its key.
locals {
  state_facts = {
    # A mocked ARN has the region of the provider that would make it.
    regions = {
      planned = {
        for name, bucket in local.planned.aws_s3_bucket : name => {
          bucket = split(":", bucket.arn)[3]
          key    = split(":", local.planned.aws_kms_key[name].arn)[3]
        }
      }
      wanted = { for region, slug in local.region_slugs : slug => { bucket = region, key = region } }
    }
    old_states = {
      planned = {
        for name, configuration in local.planned.aws_s3_bucket_lifecycle_configuration : name => {
          days    = one(configuration.rule).noncurrent_version_expiration[0].noncurrent_days
          kept    = one(configuration.rule).noncurrent_version_expiration[0].newer_noncurrent_versions
          uploads = one(configuration.rule).abort_incomplete_multipart_upload[0].days_after_initiation
        }
      }
      wanted = { for region, slug in local.region_slugs : slug => { days = 90, kept = 100, uploads = 7 } }
    }
  }
}

check "state" {
  assert {
    condition     = local.state_differences.regions == ""
    error_message = "a state can't be read while another region is down: ${local.state_differences.regions}"
  }

  assert {
    condition     = local.state_differences.old_states == ""
    error_message = "old states go sooner or later: ${local.state_differences.old_states}"
  }
}
