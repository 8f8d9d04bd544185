/// An operation of a service that reads a form and answers in XML.
///
/// Source: the `query` protocol of the AWS SDKs (Smithy, "AWS query protocol"), November 2026.
public protocol AWSQueryOperation: AWSOperation {
  /// The fields besides `Action` and `Version`.
  var form: [FormField] { get }
  /// Reads the answer's result, the element named after the operation and `Result`.
  func answer(in result: XMLNode) throws -> Answer
}

/// A field of a form.
public struct FormField: Sendable, Hashable {
  /// Its name, such as `MessageAttributes.entry.1.Name`.
  public let name: String
  /// Its value, not encoded.
  public let value: String

  /// States a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension AWSQueryOperation {
  /// The form, percent-encoded.
  public func body() -> [UInt8] {
    let version = Self.service.wireProtocol.version
    let fields = [FormField("Action", Self.name), FormField("Version", version)] + form
    let text = fields.map { "\($0.name.percentEncoded())=\($0.value.percentEncoded())" }
      .joined(separator: "&")
    return Array(text.utf8)
  }

  /// Finds the result in the answer.
  public func answer(from body: [UInt8]) throws -> Answer {
    let root = try XMLNode(parsing: body)
    guard root.name == "\(Self.name)Response" else {
      throw XMLFailure("the answer is a <\(root.name)>, not a <\(Self.name)Response>")
    }
    return try answer(in: root.child("\(Self.name)Result"))
  }
}
