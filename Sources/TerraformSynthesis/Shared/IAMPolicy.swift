import TerraformDocument

/// An IAM policy document, kept as JSON so that the file shows statements and not escaped text.
///
/// Source: IAM User Guide, "IAM JSON policy element reference", 2026-11.
struct IAMPolicy {
  var statements: [Statement]

  init(_ statements: Statement...) { self.statements = statements }
  init(_ statements: [Statement]) { self.statements = statements }

  var json: TerraformJSON {
    ["Statement": .array(statements.map(\.json)), "Version": "2012-10-17"]
  }

  /// One statement; `Allow` unless it says otherwise.
  struct Statement {
    var effect = "Allow"
    var principal: (kind: String, value: Argument<String>)?
    var actions: [String] = []
    /// All actions but these, instead of ``actions``.
    var actionsOtherThan: [String] = []
    var resources: [Argument<String>] = []
    /// All resources but these, instead of ``resources``.
    var otherThan: [Argument<String>] = []
    var conditions: [Condition] = []

    fileprivate var json: TerraformJSON {
      var members: TerraformBody = ["Effect": .string(effect)]
      if actionsOtherThan.isEmpty {
        members["Action"] = .array(actions.sorted().map(TerraformJSON.string))
      } else {
        members["NotAction"] = .array(actionsOtherThan.sorted().map(TerraformJSON.string))
      }
      members["Principal"] = principal.map { .object([$0.kind: $0.value.json]) }
      if !resources.isEmpty { members["Resource"] = .array(resources.map(\.json)) }
      if !otherThan.isEmpty { members["NotResource"] = .array(otherThan.map(\.json)) }
      if !conditions.isEmpty { members["Condition"] = Condition.json(of: conditions) }
      return .object(members)
    }
  }

  /// `test: {key: value}`
  struct Condition {
    let test: String
    let key: Argument<String>
    let value: TerraformJSON

    init(_ test: String, _ key: Argument<String>, _ value: Argument<String>) {
      self.test = test
      self.key = key
      self.value = value.json
    }

    /// `test: {key: [value, …]}`, which holds where one of the values does.
    init(_ test: String, _ key: Argument<String>, anyOf values: [Argument<String>]) {
      self.test = test
      self.key = key
      value = .array(values.map(\.json))
    }

    fileprivate static func json(of conditions: [Condition]) -> TerraformJSON {
      let byTest = Dictionary(grouping: conditions, by: \.test)
      return .object(
        TerraformBody(
          byTest.mapValues { conditions in
            .templatedObject(
              Dictionary(
                conditions.map { ($0.keyExpression, $0.value) },
                uniquingKeysWith: { first, _ in first }))
          }))
    }

    private var keyExpression: TerraformExpression {
      switch key.json {
      case .expression(let expression): expression
      case .string(let text): TerraformExpression(template: TerraformExpression.escaped(text))
      case .null, .bool, .integer, .number, .array, .object, .templatedObject:
        preconditionFailure("a condition key is text, not \(key.json)")
      }
    }
  }
}

extension IAMPolicy.Statement {
  /// Lets an AWS service act as the role: the whole trust policy of a service role.
  static func trust(of service: String) -> Self {
    Self(principal: ("Service", Argument("\(service).amazonaws.com")), actions: ["sts:AssumeRole"])
  }
}
