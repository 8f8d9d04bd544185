import Foundation
import JSONText

extension DynamoDB.Item {
  /// As it stands in a request.
  var json: JSONValue { .sorted(self, \.json) }
}

extension DynamoDB.AttributeValue {
  /// An object with one key, the type.
  fileprivate var json: JSONValue {
    let (tag, value): (String, JSONValue) =
      switch self {
      case .string(let text): ("S", .string(text))
      case .number(let digits): ("N", .string(digits))
      case .binary(let bytes): ("B", .string(Data(bytes).base64EncodedString()))
      case .boolean(let value): ("BOOL", .bool(value))
      case .null: ("NULL", true)
      case .list(let values): ("L", .array(values.map(\.json)))
      case .map(let values): ("M", values.json)
      case .strings(let texts): ("SS", .array(texts.sorted().map { .string($0) }))
      }
    return .object(JSONObject([(name: tag, value: value)]))
  }
}
