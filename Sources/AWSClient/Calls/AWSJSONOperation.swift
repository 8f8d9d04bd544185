import Foundation

/// An operation of a service that speaks JSON.
public protocol AWSJSONOperation: AWSOperation, Encodable {}

extension AWSJSONOperation {
  /// The operation's own fields; keys are sorted, so that equal requests are equal bytes.
  public func body() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }
}

extension AWSJSONOperation where Answer: Decodable {
  /// Decodes the answer; no body at all means one without fields.
  public func answer(from body: [UInt8]) throws -> Answer {
    try JSONDecoder().decode(Answer.self, from: body.isEmpty ? Data("{}".utf8) : Data(body))
  }
}

extension AWSJSONOperation where Answer == Void {
  /// There is nothing to read.
  public func answer(from body: [UInt8]) {}
}
