import AWSClient
import Foundation

/// What tests need made and services never make: an operation as its name and its JSON.
struct RawCreateQueue: RawJSONOperation {
  static var service: AWSService { .sqs }
  static var operation: String { "CreateQueue" }
  let json: String
}

struct RawCreateTable: RawJSONOperation {
  static var service: AWSService { .dynamoDB }
  static var operation: String { "CreateTable" }
  let json: String
}

struct RawCreateSecret: RawJSONOperation {
  static var service: AWSService { .secretsManager }
  static var operation: String { "CreateSecret" }
  let json: String
}

struct RawPutSecretValue: RawJSONOperation {
  static var service: AWSService { .secretsManager }
  static var operation: String { "PutSecretValue" }
  let json: String
}

struct RawPutParameter: RawJSONOperation {
  static var service: AWSService { .ssm }
  static var operation: String { "PutParameter" }
  let json: String
}

protocol RawJSONOperation: AWSOperation where Answer == [String: String], Failure == AWSError {
  static var operation: String { get }
  var json: String { get }
}

extension RawJSONOperation {
  static var name: String { operation }
  var isIdempotent: Bool { false }
  func body() -> [UInt8] { Array(json.utf8) }

  /// The fields that are texts.
  func answer(from body: [UInt8]) throws -> [String: String] {
    let fields = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
    return fields.compactMapValues { $0 as? String }
  }
}

/// An operation of SNS as its name and its form; answers with one element of the result.
struct CreateTopic: AWSQueryOperation {
  static var service: AWSService { .sns }
  var isIdempotent: Bool { true }
  let name: String
  var form: [FormField] { [FormField("Name", name)] }
  typealias Answer = String
  func answer(in result: XMLNode) throws -> String { try result.text(of: "TopicArn") }
}

struct Subscribe: AWSQueryOperation {
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
