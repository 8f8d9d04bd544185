import AWSClient
import CellContract
import Foundation
import Logging
import SQL
import ServiceTestSupport
import TestSupport
import Testing

@testable import ServiceRuntime

@Suite struct AWSBackendTests {
  private func withBackend<Resources: ServiceResources>(
    _ resources: Resources.Type, _ environment: [String: String], service: ServiceName = .api,
    _ body: (AWSBackend, AWSClient) async throws -> Void
  ) async throws {
    let transport = AsyncHTTPTransport()
    do {
      let client = AWSClient(
        try AWSConfiguration(
          environment: environment.merging(["AWS_REGION": "us-east-1"]) { left, _ in left }),
        transport: transport, limits: CallLimits(attempt: .seconds(60), call: .seconds(120)),
        logger: Logger(label: "test"))
      let backend = try AWSBackend(
        service, using: resources, environment: environment, client: client,
        logger: Logger(label: "test"))
      try await body(backend, client)
      await backend.close()
      try await transport.shutdown()
    } catch {
      try await transport.shutdown()
      throw error
    }
  }

  /// What the chart sets for the API of a cell.
  private static let apiVariables = [
    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "BIZCOMMS_CELL": "cell-use1-01",
    "BIZCOMMS_DATABASE_ALERTS_ENDPOINTS": "/bizcomms/production/cells/cell-use1-01/database/alerts",
    "BIZCOMMS_DATABASE_ALERTS_NAME": "alerts",
    "BIZCOMMS_SECRET_API_KEYS_NAME": "bizcomms-production/api-keys",
    "BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME":
      "bizcomms-production/database-alerts-application",
    "BIZCOMMS_SECRET_TWILIO_NAME": "bizcomms-production/twilio",
    "BIZCOMMS_TABLE_DELIVERIES_NAME": "bizcomms-production-deliveries",
    "BIZCOMMS_TOPIC_ALERT_EVENTS_ARN":
      "arn:aws:sns:us-east-1:123456789012:bizcomms-cell-use1-01-alert-events",
    "BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN":
      "arn:aws:sns:us-east-1:123456789012:bizcomms-cell-use1-01-delivery-status",
  ]

  @Test func `what the contract sets is what the service asks for`() async throws {
    try await withBackend(APIResources.self, Self.apiVariables) { backend, _ in
      let live = try Live(APIResources.self, on: backend)
      _ = try live.events
      _ = try live.deliveryStatus
      _ = try live.deliveries
      _ = try live.apiKeys
      _ = try live.twilio
    }
    let keys = Set(ServiceName.api.contract.environment.map(\.key))
    #expect(keys.isSubset(of: Self.apiVariables.keys))
  }

  @Test func `every variable that is missing or wrong is told at once, by its name`() async throws {
    var variables = Self.apiVariables
    variables["BIZCOMMS_TOPIC_ALERT_EVENTS_ARN"] = nil
    variables["BIZCOMMS_TABLE_DELIVERIES_NAME"] = ""
    variables["BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN"] = "delivery-status"
    try await withBackend(APIResources.self, variables) { backend, _ in
      let error = #expect(throws: MissingConfiguration.self) {
        try Live(APIResources.self, on: backend)
      }
      #expect(
        error?.description == """
          BIZCOMMS_TABLE_DELIVERIES_NAME is missing; set it to the name of the table deliveries
          BIZCOMMS_TOPIC_ALERT_EVENTS_ARN is missing; set it to the ARN of the topic alert-events
          BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN is `delivery-status`; set it to the ARN of the topic \
          delivery-status
          """)
    }
    variables["BIZCOMMS_CELL"] = nil
    await #expect(
      throws: MissingConfiguration([
        .init(key: "BIZCOMMS_CELL", problem: "is missing; set it to the cell's name")
      ])
    ) { try await withBackend(APIResources.self, variables) { _, _ in } }
  }

  @Test func `handles do on an emulator what they do on a laptop`() async throws {
    try await AWSEmulator.withRunning { emulator in
      let variables = Self.apiVariables.merging(emulator.environment) { $1 }
      try await withBackend(APIResources.self, variables) { backend, client in
        _ = try await client.send(
          CreateDeliveries(TableName: "bizcomms-production-deliveries"))
        _ = try await client.send(
          CreateSecret(Name: "bizcomms-production/api-keys", SecretString: "first"))
        let live = try Live(APIResources.self, on: backend)

        let table = try live.deliveries
        let key = ItemKey(partition: "alert_1a", sort: "recip_1#sms")
        let item = Item(key: key, attributes: ["status": .text("pending"), "n": .integer(7)])
        #expect(try await table.put(item, expecting: nil))
        // Sent once more by a client that saw no answer, it is the same write.
        #expect(try await table.item(key)?.attributes == item.attributes)
        var changed = item
        changed.attributes["status"] = .text("sent")
        #expect(try await !table.put(changed, expecting: nil))
        #expect(try await table.put(changed, expecting: 1))
        #expect(try await !table.put(item, expecting: 1))
        #expect(try await table.item(key)?.version == 2)
        for number in 2...5 {
          _ = try await table.put(
            Item(
              key: ItemKey(partition: "alert_1a", sort: "recip_\(number)#sms"), attributes: [:]),
            expecting: nil)
        }
        let page = try await table.items(in: "alert_1a", after: "recip_2#sms", limit: 2)
        #expect(page.map(\.key.sort) == ["recip_3#sms", "recip_4#sms"])
        #expect(try await !table.remove(key, expecting: 1))
        #expect(try await table.remove(key, expecting: 2))
        #expect(try await table.item(key) == nil)

        let secret = try live.apiKeys
        #expect(try await secret.current().value == "first")
        _ = try await client.send(
          PutSecretValue(SecretId: "bizcomms-production/api-keys", SecretString: "second"))
        #expect(try await secret.current().value == "first")
        #expect(try await secret.current(refresh: true).value == "second")
      }
    }
  }
}

/// Operations that only tests need.
private struct CreateDeliveries: AWSJSONOperation {
  static var service: AWSService { .dynamoDB }
  struct Key: Encodable {
    var AttributeName: String
    var KeyType: String
  }
  struct Definition: Encodable {
    var AttributeName: String
    var AttributeType = "S"
  }
  static var name: String { "CreateTable" }
  var isIdempotent: Bool { false }
  typealias Answer = Void
  var TableName: String
  var BillingMode = "PAY_PER_REQUEST"
  var KeySchema = [
    Key(AttributeName: "alert_id", KeyType: "HASH"),
    Key(AttributeName: "recipient_channel", KeyType: "RANGE"),
  ]
  var AttributeDefinitions = [
    Definition(AttributeName: "alert_id"), Definition(AttributeName: "recipient_channel"),
  ]
}

private struct CreateSecret: AWSJSONOperation {
  static var service: AWSService { .secretsManager }
  static var name: String { "CreateSecret" }
  var isIdempotent: Bool { false }
  typealias Answer = Void
  var Name: String
  var SecretString: String
}

private struct PutSecretValue: AWSJSONOperation {
  static var service: AWSService { .secretsManager }
  static var name: String { "PutSecretValue" }
  var isIdempotent: Bool { false }
  typealias Answer = Void
  var SecretId: String
  var SecretString: String
}
