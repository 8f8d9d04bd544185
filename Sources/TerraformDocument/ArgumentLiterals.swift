extension Argument: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByStringLiteral, ExpressibleByStringInterpolation
where Literal == String {
  /// Literal text.
  public init(stringLiteral text: String) { json = .string(text) }

  /// Text with other arguments in it; without any, it is literal text.
  public init(stringInterpolation: Interpolation) { json = stringInterpolation.json }

  /// Collects text and expressions: `"\(bucket.arn)/*"`.
  public struct Interpolation: StringInterpolationProtocol {
    /// Everything before ``literal``, in which there is an expression.
    private var template = ""
    /// Text since the last expression, escaped as a whole: `$` and `{` may come in two pieces.
    private var literal = ""
    private var references: [TerraformReference] = []
    private var isLiteral = true

    /// Starts an empty text.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds literal text.
    public mutating func appendLiteral(_ text: String) { literal += text }

    /// Adds literal text that was computed.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

    /// Adds another argument, as text or as the expression that it is.
    public mutating func appendInterpolation(_ argument: Argument<String>) {
      switch argument.json {
      case .string(let text):
        appendLiteral(text)
      case .expression(let expression):
        append(expression.template, referringTo: expression.references)
      case .null, .bool, .integer, .number, .array, .object, .templatedObject:
        append("${\(argument.json.expressionText)}", referringTo: argument.json.references)
      }
    }

    private mutating func append(_ text: String, referringTo used: [TerraformReference]) {
      template = TerraformExpression.joined(templateSoFar, text)
      literal = ""
      references += used
      isLiteral = false
    }

    var json: TerraformJSON {
      isLiteral
        ? .string(literal) : .expression(.init(template: templateSoFar, references: references))
    }

    private var templateSoFar: String {
      TerraformExpression.joined(template, TerraformExpression.escaped(literal))
    }
  }
}

extension Argument: ExpressibleByIntegerLiteral where Literal == Double {
  /// A whole number.
  public init(integerLiteral number: Int) { json = .integer(number) }
}

extension Argument: ExpressibleByFloatLiteral where Literal == Double {
  /// A number.
  public init(floatLiteral number: Double) { json = .number(number) }
}

extension Argument: ExpressibleByBooleanLiteral where Literal == Bool {
  /// A truth value.
  public init(booleanLiteral truth: Bool) { json = .bool(truth) }
}

extension Argument: ExpressibleByArrayLiteral where Literal == [String] {
  /// A list of texts.
  public init(arrayLiteral elements: Argument<String>...) { self.init(elements) }
}

extension Argument: ExpressibleByDictionaryLiteral where Literal == [String: String] {
  /// A map of texts; a key given twice is a mistake of the author and traps.
  public init(dictionaryLiteral members: (String, Argument<String>)...) {
    json = .object(TerraformBody(uniqueKeysWithValues: members.map { ($0, $1.json) }))
  }
}
