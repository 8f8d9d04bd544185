import Foundation

/// Simple Queue Service. Standard queues deliver at least once, in any order.
public enum SQS {}

/// An operation of SQS.
public protocol SQSOperation: AWSJSONOperation {}

extension SQSOperation {
  /// SQS.
  public static var service: AWSService { .sqs }
}

extension SQS {
  /// A value that travels beside a message's body.
  public struct MessageAttribute: Sendable, Hashable, Codable {
    /// `String` or `Number`, with a label after a dot if you like.
    public var dataType: String
    /// The value, a number too.
    public var value: String

    /// States a value.
    public init(dataType: String = "String", _ value: String) {
      self.dataType = dataType
      self.value = value
    }

    private enum CodingKeys: String, CodingKey {
      case dataType = "DataType"
      case value = "StringValue"
    }
  }

  /// The ids of a batch's entries are their places: `0`, `1`, ….
  static func ids(of entries: [some Any]) -> [String] {
    entries.indices.map(String.init)
  }

  /// The answer of a batch whose successes carry nothing but their ids.
  static func doneOrFailed(_ body: [UInt8], of ids: [String]) throws -> BatchAnswer<Void> {
    struct Done: Decodable {
      var Id: String
    }
    let answer = try JSONDecoder().decode(BatchAnswerBody<Done>.self, from: Data(body))
    let done = Dictionary((answer.Successful ?? []).map { ($0.Id, ()) }) { first, _ in first }
    return BatchAnswer(done, failed: answer.Failed ?? [], of: ids)
  }
}

/// What all batches of SQS answer.
struct BatchAnswerBody<Entry: Decodable>: Decodable {
  var Successful: [Entry]?
  var Failed: [BatchFailure]?
}
