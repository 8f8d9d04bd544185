import TerraformDocument

/// A value of a Terraform file as it stands there.
struct EncodedValue: Encodable {
  let value: TerraformJSON

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .null: try container.encodeNil()
    case .bool(let truth): try container.encode(truth)
    case .integer(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .string(let text): try container.encode(text)
    case .expression(let expression): try container.encode(expression.template)
    case .array(let elements): try container.encode(elements.map(EncodedValue.init))
    case .object(let members):
      let values = members.map { ($0.key, EncodedValue(value: $0.value)) }
      try container.encode(Dictionary(uniqueKeysWithValues: values))
    case .templatedObject(let members):
      let texts = members.map { ($0.key.template, EncodedValue(value: $0.value)) }
      try container.encode(Dictionary(texts, uniquingKeysWith: { first, _ in first }))
    }
  }
}
