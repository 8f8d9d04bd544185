import AWSClient
import Alerts
import CellContract
import CellPrimitives
import Foundation
import TestSupport

/// Makes in an emulator what Terraform makes in a cell, as far as the API needs it.
struct Preparation: Sendable {
  let client: AWSClient
  let scope: CellScope
  /// How long a message is hidden; the contract's time where it is nil.
  var visibilitySeconds: Int?

  /// Makes what a cell has for itself; the URL of the worker's queue.
  func prepareCell(endpoints: [String: String]) async throws -> String {
    for topic in Topic.all { _ = try await client.send(CreateTopic(topic: scope.name(of: topic))) }
    let dead = scope.deadLetterName(of: .alertProcessing)
    _ = try await client.send(Raw(CreateQueue.self, ["QueueName": dead]))
    let work = Queue.alertProcessing
    let redrive = """
      {"deadLetterTargetArn":"\(scope.queueARN(dead))","maxReceiveCount":\(work.maximumReceives)}
      """
    let queue = try await client.send(
      Raw(
        CreateQueue.self,
        [
          "QueueName": scope.name(of: work),
          "Attributes": [
            "VisibilityTimeout": "\(visibilitySeconds ?? work.visibilityTimeout.seconds)",
            "RedrivePolicy": redrive,
          ],
        ]))
    _ = try await client.send(
      Subscribe(
        topicARN: scope.arn(of: Topic.alertEvents),
        queueARN: scope.queueARN(scope.name(of: Queue.alertProcessing))))
    for (name, value) in endpoints {
      _ = try await client.send(
        Raw(
          PutParameter.self,
          [
            "Name": "\(scope.endpointsPath(of: .alerts))/\(name)", "Value": value, "Type": "String",
          ]))
    }
    return queue["QueueUrl"] ?? ""
  }

  /// Makes what the cells of an environment share.
  func prepareEnvironment() async throws {
    for table in Table.all {
      _ = try await client.send(Raw(CreateTable.self, self.table(table)))
    }
    try await add(
      .apiKeys,
      #"{"keys":[{"name":"w","prefix":"bzc_writewri","sha256":"\#(RunningCell.apiKeyHash)","scopes":["read","write"],"requests_per_minute":1000000}]}"#
    )
    try await add(.pollerKey, RunningCell.apiKey)
    try await add(
      .twilio, RunningCell.twilio.secret)
    try await add(
      Database.alerts.applicationSecret, #"{"username":"service","password":"service"}"#)
    try await add(
      Database.alerts.migrationSecret, #"{"username":"migrator","password":"migrator"}"#)
  }

  private func add(_ secret: Secret, _ value: String) async throws {
    _ = try await client.send(
      Raw(
        CreateSecret.self,
        ["Name": scope.environment.name(of: secret), "SecretString": value]))
  }

  private func table(_ table: Table) -> [String: any Sendable] {
    let keys = [table.partitionKey.attribute] + [table.sortKey?.attribute].compactMap(\.self)
    return [
      "TableName": scope.environment.name(of: table), "BillingMode": "PAY_PER_REQUEST",
      "KeySchema": zip(keys, ["HASH", "RANGE"]).map { ["AttributeName": $0, "KeyType": $1] },
      "AttributeDefinitions": keys.map { ["AttributeName": $0, "AttributeType": "S"] },
    ]
  }
}

/// An operation that only tests need, as its name and its JSON; answers with the fields that are texts.
private struct Raw<Name: RawName>: AWSOperation {
  let json: [String: any Sendable]

  init(_: Name.Type, _ json: [String: any Sendable]) { self.json = json }

  static var service: AWSService { Name.service }
  static var name: String { "\(Name.self)" }
  var isIdempotent: Bool { false }
  func body() throws -> [UInt8] { Array(try JSONSerialization.data(withJSONObject: json)) }
  func answer(from body: [UInt8]) throws -> [String: String] {
    let fields = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
    return fields.compactMapValues { $0 as? String }
  }
}

/// The type's own name is the operation's.
private protocol RawName: Sendable {
  static var service: AWSService { get }
}

private enum CreateQueue: RawName { static let service = AWSService.sqs }
private enum CreateTable: RawName { static let service = AWSService.dynamoDB }
private enum CreateSecret: RawName { static let service = AWSService.secretsManager }
private enum PutParameter: RawName { static let service = AWSService.ssm }

private struct CreateTopic: AWSQueryOperation {
  static var service: AWSService { .sns }
  var isIdempotent: Bool { true }
  let topic: String
  var form: [FormField] { [FormField("Name", topic)] }
  typealias Answer = String
  func answer(in result: XMLNode) throws -> String { try result.text(of: "TopicArn") }
}

private struct Subscribe: AWSQueryOperation {
  static var service: AWSService { .sns }
  var isIdempotent: Bool { true }
  let topicARN: String
  let queueARN: String
  var form: [FormField] {
    [
      FormField("TopicArn", topicARN), FormField("Protocol", "sqs"),
      FormField("Endpoint", queueARN), FormField("Attributes.entry.1.key", "RawMessageDelivery"),
      FormField("Attributes.entry.1.value", "true"),
    ]
  }
  typealias Answer = String
  func answer(in result: XMLNode) throws -> String { try result.text(of: "SubscriptionArn") }
}
