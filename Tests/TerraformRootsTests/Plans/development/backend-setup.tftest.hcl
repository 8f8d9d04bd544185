mock_provider "aws" {}

run "state_us_east_1" {
  command = plan

  assert {
    condition     = aws_s3_bucket.us_east_1.bucket == "bizcomms-development-210987654321-tfstate-us-east-1"
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
