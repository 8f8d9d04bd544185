environment = {
  name    = "production"
  account = "123456789012"
  domain  = "api.bizcomms.example.com"
  zone    = "bizcomms.example.com"
  regions = ["us-east-1", "us-west-1"]
  cells = {
    cell-use1-01 = "us-east-1"
    cell-usw1-01 = "us-west-1"
  }
  primary   = "cell-use1-01"
  functions = []
  on_call   = "oncall@bizcomms.example.com"
  protected = true
}
