import Foundation
import TerraformDocument

extension TerraformJSON {
  /// JSON as a reader sees it: an expression is text like any other.
  ///
  /// Not through `Decodable`, which has to try one type after the other: every attempt that fails
  /// throws, and a thrown error takes long in a test, which keeps its backtrace.
  init(reading bytes: Data) throws {
    self.init(parsed: try JSONSerialization.jsonObject(with: bytes))
  }

  private init(parsed value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let elements as [Any]: self = .array(elements.map(TerraformJSON.init(parsed:)))
    case let members as [String: Any]:
      self = .object(TerraformBody(members.mapValues(TerraformJSON.init(parsed:))))
    case let number as NSNumber: self.init(number)
    default: self = .null
    }
  }

  /// Foundation has one type for truth values and numbers; `c` is how it writes the former.
  private init(_ number: NSNumber) {
    if String(cString: number.objCType) == "c" {
      self = .bool(number.boolValue)
    } else if let integer = Int(exactly: number.doubleValue) {
      self = .integer(integer)
    } else {
      self = .number(number.doubleValue)
    }
  }
}

extension TerraformJSON {
  /// The members of an object; none of anything else.
  var members: TerraformBody {
    guard case .object(let members) = self else { return [:] }
    return members
  }

  /// The elements of a list; none of anything else.
  var elements: [TerraformJSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The text of a string, or nil.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A member of an object; null where there is none.
  subscript(_ name: String) -> TerraformJSON { members[name] ?? .null }

  /// Every text in this value, keys not counted.
  var texts: [String] {
    switch self {
    case .null, .bool, .integer, .number: []
    case .string(let text): [text]
    case .expression(let expression): [expression.template]
    case .array(let elements): elements.flatMap(\.texts)
    case .object(let members): members.values.flatMap(\.texts)
    case .templatedObject(let members): members.values.flatMap(\.texts)
    }
  }
}
