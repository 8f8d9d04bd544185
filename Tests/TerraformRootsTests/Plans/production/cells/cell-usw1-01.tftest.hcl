mock_provider "aws" {
  source          = "./mocks/aws"
  override_during = plan
}

variables {
  cell = {
    name   = "cell-usw1-01"
    region = "us-west-1"

    network = {
      range     = "10.1.0.0/16"
      zones     = ["usw1-az1", "usw1-az3"]
      nat_zones = ["usw1-az1", "usw1-az3"]
      public    = ["10.1.1.0/24", "10.1.2.0/24"]
      private   = ["10.1.32.0/19", "10.1.64.0/19"]
      database  = ["10.1.21.0/24", "10.1.22.0/24"]
    }

    nodes = { type = "t3.large", smallest = 2, largest = 6 }

    pods      = ["api", "poller", "worker"]
    functions = []

    database = {
      instances   = ["db.r6g.large", "db.r6g.large"]
      role        = "secondary"
      backup_days = 7
      maintenance = "tue:08:00-tue:09:00"
    }
  }
}

run "plan" {
  command = plan
}
