mock_provider "aws" {
  source          = "./mocks/aws"
  override_during = plan
}

run "plan" {
  command = plan
}
