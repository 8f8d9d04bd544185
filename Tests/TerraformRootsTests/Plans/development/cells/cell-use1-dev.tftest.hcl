mock_provider "aws" {
  source          = "./mocks/aws"
  override_during = plan
}

variables {
  cell = {
    name   = "cell-use1-dev"
    region = "us-east-1"

    network = {
      range     = "10.16.0.0/16"
      zones     = ["use1-az1", "use1-az2"]
      nat_zones = ["use1-az1"]
      public    = ["10.16.1.0/24", "10.16.2.0/24"]
      private   = ["10.16.32.0/19", "10.16.64.0/19"]
      database  = ["10.16.21.0/24", "10.16.22.0/24"]
    }

    nodes = { type = "t3.medium", smallest = 2, largest = 3 }

    pods      = ["api", "worker"]
    functions = ["poller"]

    database = {
      instances   = ["db.t4g.medium"]
      role        = "alone"
      backup_days = 1
      maintenance = "mon:08:00-mon:09:00"
    }
  }

  ephemeral_aws_secretsmanager_secret_version_alerts_master_user = {
    secret_string = "{\"password\": \"mock\", \"username\": \"mock\"}"
  }
}

run "plan" {
  command = plan
}
