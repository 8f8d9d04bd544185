import AWSClient
import Testing

@Suite struct EndpointTests {
  private func url<Operation: AWSOperation>(
    of operation: Operation, _ variables: [String: String]
  ) async throws -> String {
    let test = try TestClient(TestClient.keys.merging(variables) { $1 }, .refusal("No"))
    _ = await failure { () async throws(Operation.Failure) in
      try await test.client.send(operation)
    }
    return try #require(test.transport.requests.first).url
  }

  @Test func `each service has its endpoint in the region`() async throws {
    let region = ["AWS_REGION": "us-west-1"]
    #expect(
      try await url(of: SQS.GetQueueAttributes(queueURL: "q", names: []), region)
        == "https://sqs.us-west-1.amazonaws.com/")
    #expect(
      try await url(of: SNS.Publish(topicARN: "t", message: "m"), region)
        == "https://sns.us-west-1.amazonaws.com/")
    #expect(
      try await url(of: DynamoDB.GetItem(table: "t", key: [:]), region)
        == "https://dynamodb.us-west-1.amazonaws.com/")
    #expect(
      try await url(of: SecretsManager.GetSecretValue(secretID: "s"), region)
        == "https://secretsmanager.us-west-1.amazonaws.com/")
    #expect(
      try await url(of: SSM.GetParametersByPath(path: "/"), region)
        == "https://ssm.us-west-1.amazonaws.com/")
    #expect(
      try await url(of: SNS.Publish(topicARN: "t", message: "m"), ["AWS_REGION": "cn-north-1"])
        == "https://sns.cn-north-1.amazonaws.com.cn/")
  }

  @Test func `a service's own variable goes before the one for all`() async throws {
    let given = [
      "AWS_ENDPOINT_URL": "http://127.0.0.1:5557",
      "AWS_ENDPOINT_URL_SECRETS_MANAGER": "https://secrets.example.com:443/base/",
    ]
    let secret = SecretsManager.GetSecretValue(secretID: "s")
    #expect(try await url(of: secret, given) == "https://secrets.example.com/base/")
    let publish = SNS.Publish(topicARN: "t", message: "m")
    #expect(try await url(of: publish, given) == "http://127.0.0.1:5557/")
    let ignored = given.merging(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"]) { $1 }
    #expect(try await url(of: publish, ignored) == "https://sns.us-east-1.amazonaws.com/")
  }

  @Test func `the host that is signed is the one that is asked, with a port that is not usual`()
    async throws
  {
    let test = try TestClient(
      TestClient.keys.merging(["AWS_ENDPOINT_URL_SQS": "http://[::1]:99"]) { $1 }, .json("{}"))
    _ = try await test.client.send(SQS.ReceiveMessage(queueURL: "q"))
    let request = try #require(test.transport.requests.first)
    #expect(request.url == "http://[::1]:99/")
    #expect(request.headers.contains(HeaderField("host", "[::1]:99")))
    let authorization = request.headers.first { $0.name == "authorization" }?.value ?? ""
    #expect(
      authorization.hasPrefix(
        "AWS4-HMAC-SHA256 Credential=AKID/20261126/us-east-1/sqs/aws4_request, SignedHeaders="
          + "content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature="))
  }
}
