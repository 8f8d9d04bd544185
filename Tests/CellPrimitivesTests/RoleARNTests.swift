import CellPrimitives
import Testing

@Suite struct RoleARNTests {
  @Test(arguments: [
    ("arn:aws:iam::123456789012:role/operators", "123456789012", "operators"),
    ("arn:aws:iam::012345678901:role/a/b/Ops+=,.@-_1", "012345678901", "Ops+=,.@-_1"),
    (
      "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0a1b2c",
      "123456789012", "AWSReservedSSO_Admin_0a1b2c"
    ),
  ])
  func `reads account and name, whatever the path`(text: String, account: String, name: String)
    throws
  {
    let role = try RoleARN(parsing: text)
    #expect(role.description == text)
    #expect(role.account.digits == account)
    #expect(role.name == name)
  }

  @Test(arguments: [
    "", "operators", "arn:aws:iam::123456789012:user/anna", "arn:aws:iam::123456789012:role/",
    "arn:aws:iam::12345678901:role/operators", "arn:aws:iam::123456789012:role/a b",
    "arn:aws:sts::123456789012:assumed-role/operators/anna", "arn:aws:iam::123456789012:root",
    "arn:aws-cn:iam::123456789012:role/operators", "arn:aws:iam:us-east-1:123456789012:role/a",
    "arn:aws:iam::123456789012:role/\(String(repeating: "a", count: 65))",
  ])
  func `refuses what is no role, and says what one looks like`(text: String) {
    #expect(
      throws: InvalidValue(
        "\"\(text)\" is no ARN of an IAM role",
        fix: "write one such as \"arn:aws:iam::123456789012:role/operators\"")
    ) { try RoleARN(parsing: text) }
  }

  @Test func `roles are in the order of their names, not of their paths`() throws {
    let roles = try ["role/z/alpha", "role/a/beta"].map {
      try RoleARN(parsing: "arn:aws:iam::123456789012:\($0)")
    }
    #expect(roles.reversed().sorted() == roles)
  }
}
