import TerraformDocument
import Testing

@Suite struct ArgumentTests {
  let vpc = TerraformReference(TerraformAddress(.resource, type: "aws_vpc", name: "main"))
  let zone = TerraformReference(
    TerraformAddress(.data, type: "aws_ssm_parameter", name: "zone"), in: .cell)
  var id: Argument<String> { vpc.attribute("id") }

  @Test func `literals are JSON at once`() {
    #expect(Argument<String>("${a}").json == .string("${a}"))
    #expect(Argument<Double>(3).json == .integer(3))
    #expect(Argument<Double>(0.5).json == .number(0.5))
    #expect(Argument<Bool>(true).json == .bool(true))
    let list: Argument<[String]> = ["a", "b"]
    #expect(list.json == ["a", "b"])
    let map: Argument<[String: String]> = ["a": "b"]
    #expect(map.json == ["a": "b"])
    #expect(Argument(["x": "y"] as [String: String]).json == ["x": "y"])
    #expect(Argument(["s"].lazy.map { $0 + "t" }).json == ["st"])
  }

  @Test func `lists and maps hold computed elements`() {
    let list: Argument<[String]> = ["literal", id]
    let expression = TerraformJSON.expression(
      .init(template: "${aws_vpc.main.id}", references: [vpc]))
    #expect(list.json == ["literal", expression])
    #expect(Argument(["vpc": id]).json == ["vpc": expression])
  }

  @Test func `a reference names attribute, local value and variable as an expression does`() {
    #expect(template(of: id) == "${aws_vpc.main.id}")
    #expect(template(of: zone.attribute("value")) == "${data.aws_ssm_parameter.zone.value}")
    let secret = TerraformReference(TerraformAddress(.ephemeral, type: "aws_x", name: "password"))
    #expect(template(of: secret.attribute("value")) == "${ephemeral.aws_x.password.value}")
    let local = TerraformReference(TerraformAddress(.local, name: "policy"))
    #expect(template(of: local.value()) == "${local.policy}")
    let variable = TerraformReference(TerraformAddress(.variable, name: "token"))
    #expect(template(of: variable.value()) == "${var.token}")
  }

  @Test func `text with an argument in it is a template that remembers what it uses`() {
    let parameter: Argument<String> = zone.attribute("value")
    let text: Argument<String> = "arn:\(id)/\(3)/\("literal")/\(parameter)-${x}"
    #expect(
      text.json
        == .expression(
          .init(
            template: """
              arn:${aws_vpc.main.id}/3/literal/${data.aws_ssm_parameter.zone.value}-$${x}
              """,
            references: [vpc, zone])))
  }

  @Test func `text without an expression in it stays literal`() {
    let name = "bucket"
    let literal: Argument<String> = "arn:aws:s3:::\(name)/\(Argument("${aws:username}"))/*"
    #expect(literal.json == .string("arn:aws:s3:::bucket/${aws:username}/*"))
  }

  /// `$` before `${` would make Terraform print `${…}` as it stands; the quoted form keeps both.
  @Test func `a sign before an expression stays a sign`() {
    #expect(template(of: "cost: $\(id)") == #"cost: ${"$"}${aws_vpc.main.id}"#)
    #expect(template(of: "cost: a$$\(id)") == #"cost: a${"$$"}${aws_vpc.main.id}"#)
    #expect(template(of: "100%\(id)") == "100%${aws_vpc.main.id}")
    #expect(template(of: "%$\(id)$") == #"%${"$"}${aws_vpc.main.id}$"#)
  }

  @Test func `literal pieces can't make an expression together`() {
    let dollar = "$"
    #expect(template(of: "\(id)\(dollar){x}") == "${aws_vpc.main.id}$${x}")
    let ending: Argument<String> = "\(id)$"
    #expect(template(of: "\(ending){x}") == #"${aws_vpc.main.id}${"$"}{x}"#)
    let beginning: Argument<String> = "{x}\(id)"
    #expect(template(of: "$\(beginning)") == #"${"$"}{x}${aws_vpc.main.id}"#)
    #expect(template(of: "%\(beginning)") == #"${"%"}{x}${aws_vpc.main.id}"#)
    #expect(template(of: "\(id)%\(beginning)") == #"${aws_vpc.main.id}${"%"}{x}${aws_vpc.main.id}"#)
  }

  @Test func `a function is applied inside the braces, with whatever else it takes`() {
    let policy: Argument<[String: String]> = TerraformReference(
      TerraformAddress(.local, name: "policy")
    ).value()
    let encoded: Argument<String> = policy.applying("jsonencode")
    #expect(template(of: encoded) == "${jsonencode(local.policy)}")
    let host: Argument<String> = id.applying("replace", #""a""#, #""b""#)
    #expect(template(of: host) == #"${replace(aws_vpc.main.id, "a", "b")}"#)
    let nested: Argument<String> = encoded.applying("sha256")
    #expect(template(of: nested) == "${sha256(jsonencode(local.policy))}")
    guard case .expression(let expression) = nested.json else { return }
    #expect(expression.references == [TerraformReference(TerraformAddress(.local, name: "policy"))])
  }

  @Test func `what is inside a value is read inside the braces`() {
    let options: Argument<[TerraformJSON]> = vpc.attribute("options")
    let list: Argument<[TerraformJSON]> = options.applying("tolist")
    let name: Argument<String> = list.inside("[0].name")
    #expect(template(of: name) == "${tolist(aws_vpc.main.options)[0].name}")
    guard case .expression(let expression) = name.json else { return }
    #expect(expression.references == [vpc])
  }

  @Test(arguments: [
    ("${a.b}", "a.b"), ("${f({x = 1})}", "f({x = 1})"),
    (#"${f("${a}-}")}"#, #"f("${a}-}")"#), (#"${f("\"}")}"#, #"f("\"}")"#),
    ("a${b}", nil), ("${a}${b}", nil), ("${a} and }", nil), ("${a}-{}", nil), ("a", nil),
    ("${a", nil), ("$${a}", nil),
  ])
  func `an expression is bare where its braces enclose all of it`(text: String, inner: String?) {
    #expect(TerraformExpression(template: text).bare == inner)
  }

  @Test func `a function takes literals, lists, objects and templates too`() {
    func upper(_ json: TerraformJSON) -> String {
      template(of: Argument<String>(json: json).applying("upper"))
    }
    #expect(upper("a \"b\" ${c}") == #"${upper("a \"b\" $${c}")}"#)
    #expect(upper(.null) == "${upper(null)}")
    #expect(upper(.array([1, true, id.json])) == "${upper([1, true, aws_vpc.main.id])}")
    #expect(upper(["b": 1, "a": id.json]) == #"${upper({"a": aws_vpc.main.id, "b": 1})}"#)
    let quoted: Argument<String> = id.applying("replace", #""-""#, #""\"""#)
    #expect(
      upper(("a \"b\" \(quoted)" as Argument<String>).json)
        == #"${upper("a \"b\" ${replace(aws_vpc.main.id, "-", "\"")}")}"#)
    let key = TerraformExpression(template: "${local.issuer}:sub \"x\"")
    #expect(upper(.templatedObject([key: "y"])) == #"${upper({"${local.issuer}:sub \"x\"": "y"})}"#)
    let list = Argument<[String]>([id, "b"])
    guard case .expression(let joined) = (list.applying("join") as Argument<String>).json else {
      Issue.record("a function's value is an expression")
      return
    }
    #expect(joined.references.map(\.address.description) == ["aws_vpc.main"])
  }

  @Test func `a text with something other than text in it evaluates that`() {
    let odd = Argument<String>(json: .array([id.json]))
    #expect(template(of: "x\(odd)") == "x${[aws_vpc.main.id]}")
  }

  @Test func `a key given twice traps`() async {
    await #expect(processExitsWith: .failure) {
      let _: Argument<[String: String]> = ["a": "1", "a": "2"]
    }
    await #expect(processExitsWith: .failure) {
      let _: TerraformJSON = ["a": "1", "a": "2"]
    }
  }
}

/// The expression's text, or the empty text where the argument is a literal.
private func template(of argument: Argument<String>) -> String {
  guard case .expression(let expression) = argument.json else { return "" }
  return expression.template
}
