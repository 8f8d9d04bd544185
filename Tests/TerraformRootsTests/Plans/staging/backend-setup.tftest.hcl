# Mocks stand at plan time, so that policies and what refers to what can be seen in the plan.
mock_provider "aws" {
  override_during = plan

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:345678901234:key/mock" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::mock-us-east-1" }
  }
}

run "state_us_east_1" {
  command = plan

  assert {
    condition     = aws_s3_bucket.us_east_1.bucket == "bizcomms-staging-345678901234-tfstate-us-east-1"
    error_message = "another bucket than the backends name"
  }

  assert {
    condition     = aws_s3_bucket_versioning.us_east_1.versioning_configuration[0].status == "Enabled"
    error_message = "a state that is overwritten is lost"
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.us_east_1.block_public_acls,
      aws_s3_bucket_public_access_block.us_east_1.block_public_policy,
      aws_s3_bucket_public_access_block.us_east_1.ignore_public_acls,
      aws_s3_bucket_public_access_block.us_east_1.restrict_public_buckets,
    ])
    error_message = "the states can be made public"
  }
}

run "encryption_us_east_1" {
  command = plan

  assert {
    condition = (
      one(aws_s3_bucket_server_side_encryption_configuration.us_east_1.rule).bucket_key_enabled
      && one(aws_s3_bucket_server_side_encryption_configuration.us_east_1.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms"
      && one(aws_s3_bucket_server_side_encryption_configuration.us_east_1.rule).apply_server_side_encryption_by_default[0].kms_master_key_id == aws_kms_key.us_east_1.arn
    )
    error_message = "the states are not encrypted with the region's key"
  }

  assert {
    condition     = aws_kms_key.us_east_1.arn == "arn:aws:kms:us-east-1:345678901234:key/mock" && aws_kms_key.us_east_1.enable_key_rotation
    error_message = "the key is in another region, or stays the same for ever"
  }

  assert {
    condition = aws_s3_bucket_policy.us_east_1.policy == jsonencode({
      Statement = [{
        Action    = ["s3:*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Resource  = ["arn:aws:s3:::mock-us-east-1", "arn:aws:s3:::mock-us-east-1/*"]
      }]
      Version = "2012-10-17"
    })
    error_message = "the states are served without TLS"
  }

  assert {
    condition = alltrue([for bucket in [
      aws_s3_bucket_policy.us_east_1.bucket,
      aws_s3_bucket_public_access_block.us_east_1.bucket,
      aws_s3_bucket_server_side_encryption_configuration.us_east_1.bucket,
      aws_s3_bucket_versioning.us_east_1.bucket,
    ] : bucket == aws_s3_bucket.us_east_1.id])
    error_message = "a setting is another bucket's"
  }
}
