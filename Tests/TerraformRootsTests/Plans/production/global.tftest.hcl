mock_provider "aws" {
  source          = "./mocks/aws"
  override_during = plan
}

mock_provider "aws" {
  alias           = "us-west-1"
  source          = "./mocks/aws.us-west-1"
  override_during = plan
}

run "plan" {
  command = plan
}
