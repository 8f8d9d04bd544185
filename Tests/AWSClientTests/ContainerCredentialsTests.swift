import Foundation
import Testing

@testable import AWSClient

@Suite struct ContainerCredentialsTests {
  private static let answer = """
    {"AccessKeyId":"POD","SecretAccessKey":"pod-secret","Token":"pod-token",\
    "Expiration":"2026-11-26T13:00:00Z","AccountId":"123456789012"}
    """
  private let identity = [
    "AWS_REGION": "us-east-1",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/var/pod-token",
  ]

  private func credentials(_ test: TestClient) async throws(CredentialsFailure) -> AWSCredentials? {
    try await test.client.credentials?.current()
  }

  @Test func `EKS Pod Identity: the agent gets the token of the file and hands out credentials`()
    async throws
  {
    let test = try TestClient(identity, .json("", status: 500), .json(Self.answer))
    test.time.setFile("/var/pod-token", "jwt")
    let credentials = try #require(try await credentials(test))
    #expect(credentials.accessKeyID == "POD" && credentials.secretAccessKey == "pod-secret")
    #expect(credentials.sessionToken == "pod-token")
    #expect(credentials.expiration == TestTime.start.addingTimeInterval(3600))
    let request = try #require(test.transport.requests.last)
    #expect(request.method == "GET" && request.url == "http://169.254.170.23/v1/credentials")
    #expect(request.headers.contains(HeaderField("authorization", "jwt")))
    #expect(test.transport.requests.count == 2)
  }

  @Test func `ECS: a path goes to the agent of the task, before any full address`() async throws {
    let test = try TestClient(
      identity.merging(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials/1"]) { $1 }
        .filter { $0.key != "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE" }
        .merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": "given"]) { $1 },
      .json(Self.answer))
    _ = try await credentials(test)
    let request = try #require(test.transport.requests.last)
    #expect(request.url == "http://169.254.170.2/v2/credentials/1")
    #expect(request.headers.contains(HeaderField("authorization", "given")))
  }

  @Test func `a token that is no header's value is not sent, and not shown`() async throws {
    let test = try TestClient(identity)
    test.time.setFile("/var/pod-token", "jwt\r\nx-other: 1")
    let failed = await failure { () async throws(CredentialsFailure) in
      try await credentials(test)
    }
    #expect(
      failed?.message == """
        the container's authorization token holds a line break or another control character, and is no \
        header's value
        """)
    #expect(test.transport.requests.isEmpty)
  }

  @Test func `an answer that is none says what is missing, and not what is there`() async throws {
    let test = try TestClient(identity, .json(#"{"AccessKeyId":"POD","Secret":"pod-secret"}"#))
    test.time.setFile("/var/pod-token", "jwt")
    let failed = await failure { () async throws(CredentialsFailure) in
      try await credentials(test)
    }
    #expect(
      failed?.message == """
        http://169.254.170.23/v1/credentials answered with something else than AccessKeyId, \
        SecretAccessKey, Token and Expiration
        """)
    #expect(failed?.isPassing == false)
  }

  @Test func `an agent that refuses is asked once, one that is not there three times`() async throws
  {
    let refused = try TestClient(identity, .json("", status: 404))
    refused.time.setFile("/var/pod-token", "jwt")
    let failed = await failure { () async throws(CredentialsFailure) in
      try await credentials(refused)
    }
    #expect(failed?.message == "http://169.254.170.23/v1/credentials answered with HTTP 404")
    #expect(refused.transport.requests.count == 1)

    let away = FakeTransport.Reply.failure(.notConnected("refused"))
    let missing = try TestClient(identity, away, away, .silence)
    missing.time.setFile("/var/pod-token", "jwt")
    let other = await failure { () async throws(CredentialsFailure) in
      try await credentials(missing)
    }
    #expect(
      other?.message
        == "http://169.254.170.23/v1/credentials: there was no answer within 5.0 seconds")
    #expect(missing.time.pauses == [.milliseconds(25), .milliseconds(50)])
  }
}
