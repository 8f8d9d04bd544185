import CellContract
import CellPrimitives
import Testing

@Suite struct ResourceTests {
  /// A message that moves keeps its original clock, and SQS keeps none longer than 14 days.
  /// Source: SQS Developer Guide, "Using dead-letter queues", 2026-11.
  @Test(arguments: Queue.all)
  func `a queue lets go of a message before its dead-letter queue does`(queue: Queue) {
    #expect(queue.retention < queue.deadLetterRetention)
    #expect(queue.deadLetterRetention <= .days(14))
  }

  @Test func `the alert queue is that of the overview`() {
    let queue = Queue.alertProcessing
    #expect(queue.subscription == .alertEvents)
    #expect(queue.visibilityTimeout == .seconds(30))
    #expect(queue.maximumReceives == 3)
    #expect(queue.retention == .days(4))
    #expect(queue.deadLetterRetention == .days(14))
  }

  @Test func `deliveries are kept by alert and recipient's channel, for 30 days`() {
    #expect(Table.deliveries.partitionKey.attribute == "alert_id")
    #expect(Table.deliveries.sortKey?.attribute == "recipient_channel")
    #expect(Table.deliveries.expiryAttribute == "expires_at")
    #expect(Table.deliveries.lifetime == .days(30))
    #expect(Table.stories.partitionKey.attribute == "story_id")
    #expect(Table.stories.sortKey == nil)
  }

  @Test func `every database has a secret for its services' role and one for migrations`() {
    for database in Database.all {
      #expect(Secret.all.contains(database.applicationSecret))
      #expect(Secret.all.contains(database.migrationSecret))
    }
    #expect(
      Secret.all.map(\.name) == [
        "api-keys", "poller-api-key", "twilio", "database-alerts-application",
        "database-alerts-migration",
      ])
  }

  @Test func `no service can name the master user's secret`() {
    for database in Database.all {
      #expect(!Secret.all.contains(database.masterSecret))
      for service in ServiceName.allCases {
        let resources = service.contract.statements.map(\.resource)
        #expect(!resources.contains(.secret(database.masterSecret)))
      }
    }
  }

  @Test func `whatever a service uses is listed`() {
    for variable in ServiceName.allCases.flatMap(\.contract.environment) {
      let isListed =
        switch variable.value {
        case .topicARN(let topic): Topic.all.contains(topic)
        case .queueURL(let queue), .deadLetterURL(let queue): Queue.all.contains(queue)
        case .tableName(let table): Table.all.contains(table)
        case .secretName(let secret): Secret.all.contains(secret)
        case .databaseEndpointsPath(let database), .databaseName(let database):
          Database.all.contains(database)
        case .serviceURL(let service), .publicURL(let service):
          ServiceName.allCases.contains(service)
        }
      #expect(isListed, "\(variable.key)")
    }
  }
}
