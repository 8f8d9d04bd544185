environment = {
  name      = "development"
  account   = "210987654321"
  domain    = "api.dev.bizcomms.example.com"
  zone      = "dev.bizcomms.example.com"
  regions   = ["us-east-1"]
  cells     = { cell-use1-dev = "us-east-1" }
  primary   = "cell-use1-dev"
  functions = ["poller"]
  on_call   = "oncall@bizcomms.example.com"
  protected = false
}
