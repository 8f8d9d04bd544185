import Foundation
import Testing

@testable import AWSClient

@Suite struct RedactionTests {
  /// Everything that a careless log line could show of a value.
  private func everyText(of value: some Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return [
      "\(value)", String(reflecting: value), dumped, String(describing: Optional(value)),
    ].joined(separator: "\n")
  }

  @Test func `no text of credentials shows them`() {
    let text = everyText(
      of: AWSCredentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "very-secret", sessionToken: "a-token",
        expiration: TestTime.start))
    for secret in ["AKIDEXAMPLE", "very-secret", "a-token"] { #expect(!text.contains(secret)) }
    #expect(text.contains("AWSCredentials(redacted, expire 2026-11-26T12:00:00Z)"))
    let lasting = AWSCredentials(accessKeyID: "A", secretAccessKey: "S")
    #expect("\(lasting)" == "AWSCredentials(redacted, lasting)")
  }

  @Test func `no text of what holds a secret shows it`() throws {
    let secret = try SecretsManager.GetSecretValue(secretID: "s").answer(
      from: Array(#"{"ARN":"arn","VersionId":"v1","SecretString":"very-secret"}"#.utf8))
    #expect(secret.text.text == "very-secret")
    let parameters = try SSM.GetParametersByPath(path: "/").answer(
      from: Array(
        #"{"Parameters":[{"Name":"/a","Type":"SecureString","Value":"very-secret","Version":1}]}"#
          .utf8))
    #expect(parameters.parameters.first?.value.text == "very-secret")
    let token = STS.AssumeRoleWithWebIdentity(
      roleARN: "r", sessionName: "s", webIdentityToken: SecretText("very-secret"))
    let configuration = try AWSConfiguration(environment: [
      "AWS_REGION": "us-east-1", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/1",
      "AWS_CONTAINER_AUTHORIZATION_TOKEN": "very-secret",
    ])
    let request = TransportRequest(
      method: "POST", url: "https://x/?very-secret", headers: [HeaderField("a", "very-secret")],
      body: Array("very-secret".utf8))
    let response = TransportResponse(
      status: 200, headers: [HeaderField("a", "very-secret")], body: Array("very-secret".utf8))
    for text in [
      everyText(of: secret), everyText(of: parameters), everyText(of: token),
      everyText(of: configuration), everyText(of: request), everyText(of: response),
    ] {
      #expect(!text.contains("very-secret"))
    }
  }

  @Test func `no error shows what a service quotes of the request`() async throws {
    let test = try TestClient(
      .refusal(
        "SignatureDoesNotMatch", status: 403,
        message: "The Canonical String should have been x-amz-security-token:session-token, "
          + "very-secret-key"))
    let error = await failure { () async throws(AWSError) in
      try await test.client.send(DynamoDB.GetItem(table: "t", key: [:]))
    }
    #expect(
      error?.description == """
        DynamoDB GetItem: SignatureDoesNotMatch: The Canonical String should have been \
        x-amz-security-token:(redacted), (redacted) (HTTP 403, request request-1)
        """)
    for secret in ["session-token", "very-secret-key"] {
      #expect(!everyText(of: try #require(error)).contains(secret))
    }
  }

  @Test func `an answer that can't be read is told by its place, and is not quoted`() async throws {
    let test = try TestClient(
      .json(#"{"ARN":"arn","VersionId":7,"SecretString":"very-secret"}"#),
      .json(#"{"ARN":"arn","SecretString":"very-secret"}"#), .json("very-secret"))
    var messages: [String] = []
    for _ in 1...3 {
      let error = await failure { () async throws(AWSError) in
        try await test.client.send(SecretsManager.GetSecretValue(secretID: "s"))
      }
      #expect(error?.cause == .unreadableAnswer)
      messages.append(error?.description ?? "")
    }
    let start = "Secrets Manager GetSecretValue: unreadableAnswer: the answer"
    #expect(
      messages == [
        "\(start)'s VersionId: of another type (HTTP 200)",
        "\(start): VersionId is missing (HTTP 200)", "\(start): not readable (HTTP 200)",
      ])
  }
}
