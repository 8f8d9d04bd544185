/// What an argument is set to: a literal or an expression, typed by what Terraform expects there.
///
/// `Literal` is `String`, `Double`, `Bool`, or a list or map of these; it is never stored.
public struct Argument<Literal>: Sendable, Hashable {
  /// The value in Terraform's JSON syntax.
  public let json: TerraformJSON

  /// Takes a JSON value as it is.
  public init(json: TerraformJSON) { self.json = json }

  /// Expression text without `${}`, together with what it refers to.
  ///
  /// For functions that have no typed form: `.expression("cidrhost(var.a, 1)", using: [a])`.
  public static func expression(_ text: String, using references: [TerraformReference]) -> Self {
    Self(json: .expression(.init(template: "${\(text)}", references: references)))
  }

  /// The value passed through Terraform's `function`, as in `${jsonencode(local.policy)}`.
  ///
  /// `rest` are further arguments of the function, as expression text.
  public func applying<Result>(_ function: String, _ rest: String...) -> Argument<Result> {
    let arguments = ([json.expressionText] + rest).joined(separator: ", ")
    return .expression("\(function)(\(arguments))", using: json.references)
  }

  /// What `path` leads to inside the value: `[0].name` gives `${tolist(…)[0].name}`.
  ///
  /// Whether there is such a thing shows at the plan.
  public func inside<Result>(_ path: String) -> Argument<Result> {
    .expression("\(json.expressionText)\(path)", using: json.references)
  }
}

extension Argument where Literal == String {
  /// Literal text.
  public init(_ text: String) { json = .string(text) }
}

extension Argument where Literal == Double {
  /// A whole number.
  public init(_ number: Int) { json = .integer(number) }
  /// A number.
  public init(_ number: Double) { json = .number(number) }
}

extension Argument where Literal == Bool {
  /// A truth value.
  public init(_ truth: Bool) { json = .bool(truth) }
}

extension Argument {
  /// A list whose elements are computed.
  public init<Element>(_ elements: some Sequence<Argument<Element>>) where Literal == [Element] {
    json = .array(elements.map(\.json))
  }

  /// A list of literal texts.
  public init(_ elements: some Sequence<String>) where Literal == [String] {
    json = .array(elements.map(TerraformJSON.string))
  }

  /// A map whose values are computed.
  public init<Element>(_ members: [String: Argument<Element>]) where Literal == [String: Element] {
    json = .object(TerraformBody(members.mapValues(\.json)))
  }

  /// A map of literal texts.
  public init(_ members: [String: String]) where Literal == [String: String] {
    json = .object(TerraformBody(members.mapValues(TerraformJSON.string)))
  }
}
