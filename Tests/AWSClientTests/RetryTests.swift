import Foundation
import Testing

@testable import AWSClient

@Suite struct RetryTests {
  private let receive = SQS.ReceiveMessage(queueURL: "q", waitSeconds: 0)
  /// A write that must not be repeated blindly.
  private let count = DynamoDB.UpdateItem(
    table: "t", key: ["id": "1"], update: .init("ADD n :one", values: [":one": 1]))

  @Test func `tries three times, with pauses of anything up to a limit that doubles`() async throws
  {
    let test = try TestClient(
      .refusal("InternalFailure", status: 500), .failure(.connectionLost("reset")),
      .refusal("ServiceUnavailable", status: 503))
    let error = await failure { () async throws(AWSError) in try await test.client.send(receive) }
    #expect(
      error?.description
        == "SQS ReceiveMessage: ServiceUnavailable (HTTP 503, request request-1, 3 attempts)")
    #expect(error?.isRetryable == true)
    #expect(test.time.pauses == [.milliseconds(25), .milliseconds(50)])
    #expect(test.transport.requests.count == 3)
  }

  @Test func `a success after a failure is a success, signed anew`() async throws {
    let test = try TestClient(.refusal("ThrottlingException"), .json("{}"))
    let answer = try await test.client.send(receive)
    #expect(answer.messages.isEmpty)
    // After throttling the first pause is up to a second.
    #expect(test.time.pauses == [.milliseconds(500)])
  }

  @Test(arguments: ["Throttling", "ThrottlingException", "ProvisionedThroughputExceededException"])
  func `what was throttled was not done, and is sent again whatever it is`(code: String)
    async throws
  {
    let test = try TestClient(.refusal(code), .json("{}"))
    _ = try await test.client.send(count)
    #expect(test.transport.requests.count == 2)
  }

  @Test func `what was not sent is sent again whatever it is`() async throws {
    let test = try TestClient(.failure(.notConnected("refused")), .json("{}"))
    _ = try await test.client.send(count)
    #expect(test.transport.requests.count == 2)
  }

  @Test func `what may have been done is not sent again unless it is idempotent`() async throws {
    for reply: FakeTransport.Reply in [
      .failure(.connectionLost("reset")), .silence, .refusal("InternalServerError", status: 500),
    ] {
      let test = try TestClient(reply, .json("{}"))
      let error = await failure { () async throws(DynamoDB.WriteFailure) in
        try await test.client.send(count)
      }
      #expect(test.transport.requests.count == 1)
      guard case .failed(let error) = error else {
        Issue.record("not an error of the call")
        continue
      }
      #expect(!error.isRetryable)
    }
    var idempotent = count
    idempotent.isIdempotent = true
    let test = try TestClient(.failure(.connectionLost("reset")), .json("{}"))
    _ = try await test.client.send(idempotent)
    #expect(test.transport.requests.count == 2)
  }

  @Test func `a mistake of ours is not repeated`() async throws {
    for status in [400, 403, 404, 501] {
      let test = try TestClient(
        .refusal("QueueDoesNotExist", status: status, message: "no such queue"))
      let error = await failure { () async throws(AWSError) in
        try await test.client.send(receive)
      }
      #expect(
        error
          == AWSError(
            service: .sqs, operation: "ReceiveMessage", cause: .refused, code: "QueueDoesNotExist",
            message: "no such queue", status: status, requestID: "request-1", isRetryable: false,
            attempts: 1))
    }
  }

  @Test func `messages and notifications are sent again, because they come at least once anyway`()
    async throws
  {
    let sent = try TestClient(.silence, .json(#"{"MessageId":"1"}"#))
    let answer = try await sent.client.send(SQS.SendMessage(queueURL: "q", body: "b"))
    #expect(answer.messageID == "1")
    #expect(SNS.Publish(topicARN: "t", message: "m").isIdempotent)
    #expect(SNS.PublishBatch(topicARN: "t", entries: []).isIdempotent)
    #expect(SQS.SendMessageBatch(queueURL: "q", entries: []).isIdempotent)
  }

  @Test func `a write with a condition is repeated only where its author says so`() {
    let condition = DynamoDB.Expression("attribute_not_exists(id)")
    #expect(DynamoDB.PutItem(table: "t", item: [:]).isIdempotent)
    #expect(!DynamoDB.PutItem(table: "t", item: [:], condition: condition).isIdempotent)
    #expect(!DynamoDB.PutItem(table: "t", item: [:], returnValues: .allOld).isIdempotent)
    #expect(DynamoDB.DeleteItem(table: "t", key: [:]).isIdempotent)
    #expect(!DynamoDB.DeleteItem(table: "t", key: [:], condition: condition).isIdempotent)
  }

  @Test func `a service's wish to wait is heard, and adds at most 5 seconds`() async throws {
    let wishes = ["1200", "60000", "-1", "soon"]
    var pauses: [Duration] = []
    for wish in wishes {
      let test = try TestClient(
        .refusal("Slow", status: 503, headers: [HeaderField("x-amz-retry-after", wish)]),
        .json("{}"))
      _ = try await test.client.send(receive)
      pauses += test.time.pauses
    }
    #expect(
      pauses == [.milliseconds(1200), .milliseconds(5025), .milliseconds(25), .milliseconds(25)])
  }

  @Test func `no pause is longer than 20 seconds, however many attempts there were`() {
    let policy = RetryPolicy()
    #expect(policy.delay(after: 3, .throttled, jitter: 1, wish: nil) == .seconds(4))
    #expect(policy.delay(after: 6, .throttled, jitter: 1, wish: nil) == .seconds(20))
    #expect(policy.delay(after: 5000, .notSent, jitter: 1, wish: nil) == .seconds(20))
    #expect(policy.delay(after: 5000, .notSent, jitter: 0, wish: nil) == .zero)
  }
}
