import Testing

@testable import AWSClient

@Suite struct RetryBudgetTests {
  @Test func `a retry costs 5, after a time-out 10, and an empty budget pays for none`() {
    let budget = RetryBudget(capacity: 20)
    #expect(budget.pay(for: .unknownOutcome) == 5)
    #expect(budget.pay(for: .timedOut) == 10)
    #expect(budget.pay(for: .timedOut) == nil)
    #expect(budget.pay(for: .throttled) == 5)
    #expect(budget.pay(for: .notSent) == nil)
  }

  @Test func `a success earns 1, or back what its last retry cost, and never more than there was`()
  {
    let budget = RetryBudget(capacity: 20)
    _ = budget.pay(for: .timedOut)
    budget.earn(nil)
    #expect(budget.left == 11)
    budget.earn(5)
    #expect(budget.left == 16)
    budget.earn(10)
    #expect(budget.left == 20)
  }

  @Test func `while a service is down, a client stops trying each call three times`() async throws {
    let down = FakeTransport.Reply.refusal("InternalFailure", status: 500)
    let test = try TestClient(retries: RetryPolicy(budget: 15), down, down, down, down, down, down)
    for expected in [3, 5, 6] {
      _ = await failure { () async throws(AWSError) in
        try await test.client.send(SQS.ReceiveMessage(queueURL: "q", waitSeconds: 0))
      }
      #expect(test.transport.requests.count == expected)
    }
  }

  @Test func `copies of a client share its budget`() async throws {
    let test = try TestClient(
      retries: RetryPolicy(budget: 5), .refusal("Throttling"), .refusal("Throttling"))
    let copy = test.client
    _ = await failure { () async throws(AWSError) in
      try await copy.send(SQS.GetQueueAttributes(queueURL: "q", names: []))
    }
    #expect(test.client.budget.left == 0)
  }
}
