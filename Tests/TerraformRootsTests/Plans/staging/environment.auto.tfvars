environment = {
  name      = "staging"
  account   = "345678901234"
  domain    = "api.staging.bizcomms.example.com"
  zone      = "staging.bizcomms.example.com"
  regions   = ["us-east-1"]
  cells     = { cell-use1-stg = "us-east-1" }
  primary   = "cell-use1-stg"
  functions = []
  on_call   = "oncall@bizcomms.example.com"
  protected = false
}
