import Foundation
import JSONText

extension DynamoDB {
  /// A list of items as it stands in an answer.
  static func items(reading value: JSONValue?) throws -> [Item] {
    guard let elements = value?.elements else { throw DecodingError.notRead }
    return try elements.map { try item(reading: $0) }
  }

  /// An item as it stands in an answer.
  static func item(reading value: JSONValue) throws -> Item {
    guard case .object(let object) = value else { throw DecodingError.notRead }
    var item = Item(minimumCapacity: object.members.count)
    for member in object.members {
      item[member.name] = try AttributeValue(reading: member.value)
    }
    return item
  }
}

extension DynamoDB.AttributeValue {
  /// Reads an object with one key, the type.
  init(reading value: JSONValue) throws {
    guard case .object(let object) = value, object.members.count == 1,
      let (tag, value) = object.members.first
    else { throw DecodingError.notRead }
    switch (tag, value) {
    case ("S", .string(let text)): self = .string(text)
    case ("N", .string(let digits)): self = .number(digits)
    case ("B", .string(let text)):
      guard let data = Data(base64Encoded: text) else { throw DecodingError.notRead }
      self = .binary(Array(data))
    case ("BOOL", .bool(let truth)): self = .boolean(truth)
    case ("NULL", _): self = .null
    case ("L", .array(let values)): self = .list(try values.map { try Self(reading: $0) })
    case ("M", .object): self = .map(try DynamoDB.item(reading: value))
    case ("SS", .array(let values)):
      self = .strings(
        Set(
          try values.map { value in
            guard let text = value.text else { throw DecodingError.notRead }
            return text
          }))
    default: throw DecodingError.notRead
    }
  }
}

extension DecodingError {
  /// An attribute is of a type that is not read; what stands there is not told.
  fileprivate static var notRead: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "a type that is not read"))
  }
}
