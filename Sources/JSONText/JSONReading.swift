import Foundation

/// What is wrong with a text that should be JSON.
public struct JSONError: Error, Sendable, Hashable {
  /// In words: `Unexpected character '}' around line 1, column 12.`
  public let problem: String
}

extension JSONValue {
  /// Reads a document in UTF-8, with Foundation's parser: safe against deep nesting, and strict but for
  /// a comma before a closing bracket, which it passes over.
  public init(reading bytes: some Sequence<UInt8>) throws(JSONError) {
    do {
      self = try JSONDecoder().decode(Decoded.self, from: Data(bytes)).value
    } catch let error as DecodingError {
      throw JSONError(problem: error.problem)
    } catch {
      throw JSONError(problem: "\(error)")
    }
  }
}

/// A value as `JSONDecoder` finds it; it asks for the likely types first.
private struct Decoded: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Name.self) {
      value = .object(
        JSONObject(
          try members.allKeys.sorted { $0.stringValue < $1.stringValue }.map { name in
            (name: name.stringValue, value: try members.decode(Decoded.self, forKey: name).value)
          }))
      return
    }
    if var elements = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !elements.isAtEnd { values.append(try elements.decode(Decoded.self).value) }
      value = .array(values)
      return
    }
    let scalar = try decoder.singleValueContainer()
    if scalar.decodeNil() {
      value = .null
    } else if let text = try? scalar.decode(String.self) {
      value = .string(text)
    } else if let truth = try? scalar.decode(Bool.self) {
      value = .bool(truth)
    } else if let integer = try? scalar.decode(Int64.self) {
      value = .integer(integer)
    } else {
      value = .number(try scalar.decode(Double.self))
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension DecodingError {
  fileprivate var problem: String {
    switch self {
    case .dataCorrupted(let context):
      (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
        ?? context.debugDescription
    case .keyNotFound(_, let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context):
      context.debugDescription
    @unknown default: "\(self)"
    }
  }
}
