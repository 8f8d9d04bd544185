import CellContract
import CellPrimitives
import Testing

/// Messages arrive somewhere, secrets and tables are of use, and nobody waits for what never comes.
@Suite struct MessageFlowTests {
  private let used = Set(ServiceName.allCases.flatMap(\.contract.statements).map(\.resource))

  /// A message that is handed out again while it is still worked on is worked on twice. SQS hides one
  /// for 12 hours at most. Source: SQS Developer Guide, "Amazon SQS visibility timeout", 2026-11.
  @Test(arguments: Queue.all)
  func `a queue hides a message for a time that SQS takes, and hands it out again`(queue: Queue) {
    #expect(queue.visibilityTimeout >= .seconds(1) && queue.visibilityTimeout <= .hours(12))
    #expect(queue.maximumReceives >= 1 && queue.maximumReceives <= 1_000)
    // Every receive that the queue allows ends while the message is still kept.
    #expect(queue.visibilityTimeout.seconds * queue.maximumReceives < queue.retention.seconds)
  }

  @Test func `a topic has a reader, but for the one that is there for whoever subscribes later`() {
    let read = Set(Queue.all.map(\.subscription))
    #expect(Topic.all.filter { !read.contains($0) } == [.deliveryStatus])
  }

  @Test func `a queue has a service that receives, but for two that wait for theirs`() {
    #expect(Queue.all.filter { !isReceived($0) } == [.analytics, .webhooks])
  }

  @Test func `every topic has a service that publishes to it`() {
    #expect(Topic.all.allSatisfy { used.contains(.topic($0)) })
  }

  @Test
  func `every table and every secret is used by a service, one of them by its migration alone`() {
    #expect(Table.all.allSatisfy { used.contains(.table($0)) })
    let unused = Secret.all.filter { !used.contains(.secret($0)) }
    #expect(unused == Database.all.map(\.migrationSecret))
    let migrating = ServiceName.allCases.compactMap(\.contract.migration).flatMap(\.statements)
    #expect(unused.allSatisfy { secret in migrating.contains { $0.resource == .secret(secret) } })
  }

  /// DynamoDB deletes by an attribute; items without a lifetime would keep it empty.
  @Test(arguments: Table.all)
  func `a table that forgets says when`(table: Table) {
    #expect((table.expiryAttribute == nil) == (table.lifetime == nil))
    if let lifetime = table.lifetime { #expect(lifetime >= .days(1)) }
  }

  private func isReceived(_ queue: Queue) -> Bool {
    ServiceName.allCases.flatMap(\.contract.statements).contains { statement in
      statement.resource == .queue(queue) && statement.actions.contains("sqs:ReceiveMessage")
    }
  }
}
