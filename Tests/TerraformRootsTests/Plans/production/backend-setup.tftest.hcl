mock_provider "aws" {}

mock_provider "aws" {
  alias = "us-west-1"
}

run "state_us_east_1" {
  command = plan

  assert {
    condition     = aws_s3_bucket.us_east_1.bucket == "bizcomms-production-123456789012-tfstate-us-east-1"
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

run "state_us_west_1" {
  command = plan

  assert {
    condition     = aws_s3_bucket.us_west_1.bucket == "bizcomms-production-123456789012-tfstate-us-west-1"
    error_message = "another bucket than the backends name"
  }

  assert {
    condition     = aws_s3_bucket_versioning.us_west_1.versioning_configuration[0].status == "Enabled"
    error_message = "a state that is overwritten is lost"
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.us_west_1.block_public_acls,
      aws_s3_bucket_public_access_block.us_west_1.block_public_policy,
      aws_s3_bucket_public_access_block.us_west_1.ignore_public_acls,
      aws_s3_bucket_public_access_block.us_west_1.restrict_public_buckets,
    ])
    error_message = "the states can be made public"
  }
}
