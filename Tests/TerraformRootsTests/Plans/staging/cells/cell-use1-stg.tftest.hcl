mock_provider "aws" {
  source          = "./mocks/aws"
  override_during = plan
}

variables {
  cell = {
    name   = "cell-use1-stg"
    region = "us-east-1"

    network = {
      range     = "10.32.0.0/16"
      zones     = ["use1-az1", "use1-az2", "use1-az4"]
      nat_zones = ["use1-az1", "use1-az2", "use1-az4"]
      public    = ["10.32.1.0/24", "10.32.2.0/24", "10.32.3.0/24"]
      private   = ["10.32.32.0/19", "10.32.64.0/19", "10.32.96.0/19"]
      database  = ["10.32.21.0/24", "10.32.22.0/24", "10.32.23.0/24"]
    }

    nodes = { type = "t3.large", smallest = 2, largest = 6 }

    pods      = ["api", "poller", "worker"]
    functions = []

    database = {
      instances   = ["db.r6g.large", "db.r6g.large"]
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
