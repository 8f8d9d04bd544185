/// A value of Terraform's JSON syntax, in which literal text and expressions are told apart by type.
///
/// Source: Terraform 1.11, "JSON Configuration Syntax", "Expression Mapping".
public enum TerraformJSON: Sendable, Hashable {
  /// `null`, which Terraform reads as "not set".
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction; a whole one is written without a decimal point.
  case number(Double)
  /// Literal text. The writer escapes `${` and `%{`, so that it can never become an expression.
  case string(String)
  /// A list, in order.
  case array([TerraformJSON])
  /// An object with literal keys, written in sorted order.
  case object(TerraformBody)
  /// An object whose keys hold expressions, such as the condition keys of an OIDC trust policy.
  case templatedObject([TerraformExpression: TerraformJSON])
  /// Text with expressions in it.
  case expression(TerraformExpression)
}

extension TerraformJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Literal text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: TerraformJSON...) { self = .array(elements) }
  /// An object; a key given twice is a mistake of the author and traps.
  public init(dictionaryLiteral elements: (String, TerraformJSON)...) {
    self = .object(TerraformBody(uniqueKeysWithValues: elements))
  }
}

extension TerraformJSON {
  /// Every reference in this value, each once, in a stable order.
  var references: [TerraformReference] {
    var found: Set<TerraformReference> = []
    forEachReference { found.insert($0) }
    return found.sorted()
  }

  /// Calls `visit` for each reference in this value, in no particular order.
  public func forEachReference(_ visit: (TerraformReference) -> Void) {
    switch self {
    case .null, .bool, .integer, .number, .string:
      break
    case .expression(let expression):
      expression.references.forEach(visit)
    case .array(let elements):
      elements.withUnsafeBufferPointer { elements in
        for index in elements.indices { elements[index].forEachReference(visit) }
      }
    case .object(let members):
      members.forEachReference(visit)
    case .templatedObject(let members):
      for (key, member) in members {
        key.references.forEach(visit)
        member.forEachReference(visit)
      }
    }
  }
}
