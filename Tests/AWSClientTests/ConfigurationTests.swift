import AWSClient
import Testing

@Suite struct ConfigurationTests {
  private func problems(_ environment: [String: String]) -> String {
    do {
      _ = try AWSConfiguration(environment: environment)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `without credentials every variable that was looked at is named`() {
    let text = problems(["AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": ""])
    for variable in [
      "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ROLE_ARN",
      "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_SESSION_NAME",
      "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
      "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    ] {
      #expect(text.contains(variable), "\(variable)")
    }
    #expect(text.hasPrefix("AWS_ACCESS_KEY_ID: there are no AWS credentials: set "))
  }

  @Test func `all problems are told at once`() {
    let text = problems([
      "AWS_REGION": "US East", "AWS_ENDPOINT_URL": "localhost:5557",
      "AWS_ENDPOINT_URL_SNS": "ftp://here", "AWS_ACCESS_KEY_ID": "A",
    ])
    #expect(
      text == """
        AWS_REGION: is no region: US East; write one such as us-east-1
        AWS_ENDPOINT_URL: is no endpoint: localhost:5557; write http or https, a host and a port if you \
        like, such as http://127.0.0.1:5557
        AWS_ENDPOINT_URL_SNS: is no endpoint: ftp://here; write http or https, a host and a port if you \
        like, such as http://127.0.0.1:5557
        AWS_SECRET_ACCESS_KEY: is missing, and AWS_ACCESS_KEY_ID is set
        """)
    #expect(
      problems(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_SECRET_ACCESS_KEY": ""]) == """
        AWS_REGION: is missing; write the region, such as us-east-1
        AWS_ROLE_ARN: is missing, and AWS_WEB_IDENTITY_TOKEN_FILE is set
        """)
  }

  @Test(arguments: [
    ("http://10.0.0.1/creds", "10.0.0.1"), ("http://169.254.169.254/", "169.254.169.254"),
    ("http://127.0.0.1.example.com/", "127.0.0.1.example.com"),
    ("http://[fd00:ec2::24]/", "[fd00:ec2::24]"), ("http://1270.0.0.1/", "1270.0.0.1"),
  ])
  func `credentials in clear come from no stranger`(url: String, host: String) {
    let text = problems(["AWS_REGION": "us-east-1", "AWS_CONTAINER_CREDENTIALS_FULL_URI": url])
    #expect(
      text == """
        AWS_CONTAINER_CREDENTIALS_FULL_URI: names the host \(host); only https, a loopback address, \
        169.254.170.2 (ECS), 169.254.170.23 and [fd00:ec2::23] (EKS Pod Identity) may get credentials \
        to answer
        """)
  }

  @Test(arguments: [
    "http://169.254.170.2/v2", "http://169.254.170.23/v1/credentials", "http://[fd00:ec2::23]/v1",
    "http://127.0.0.1:8080/", "http://127.8.9.1/", "http://[::1]/", "http://localhost/",
    "https://agent.example.com/credentials",
  ])
  func `credentials may come from the agents of AWS, from loopback and by TLS`(url: String) {
    #expect(
      problems(["AWS_REGION": "us-east-1", "AWS_CONTAINER_CREDENTIALS_FULL_URI": url]) == "")
  }
}
