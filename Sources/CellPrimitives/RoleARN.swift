/// The ARN of an IAM role: `arn:aws:iam::123456789012:role/people/operators`.
///
/// Source: IAM User Guide, "IAM identifiers" and "IAM and AWS STS quotas", 2026-11.
public struct RoleARN: Sendable, Hashable {
  /// The whole text.
  public let text: String
  /// The account that the role is in.
  public let account: AccountID
  /// The role's name without its path, which no two roles of an account share.
  public let name: String

  /// Reads the text.
  ///
  /// - Throws: ``InvalidValue`` where it is no ARN of a role in AWS's standard partition; that of a
  ///   session (`arn:aws:sts::…:assumed-role/…`) or of a user is none.
  public init(parsing text: String) throws(InvalidValue) {
    guard
      let match = text.wholeMatch(
        of: /arn:aws:iam::(\d{12}):role\/(?:[!-~]+\/)?([A-Za-z0-9_+=,.@\-]{1,64})/),
      let account = AccountID(match.1)
    else {
      throw InvalidValue(
        "\"\(text)\" is no ARN of an IAM role",
        fix: "write one such as \"arn:aws:iam::123456789012:role/operators\"")
    }
    self.text = text
    self.account = account
    name = String(match.2)
  }
}

extension RoleARN: CustomStringConvertible {
  /// The whole text.
  public var description: String { text }
}

extension RoleARN: Comparable {
  /// By name, then by the whole text.
  public static func < (left: Self, right: Self) -> Bool {
    (left.name, left.text) < (right.name, right.text)
  }
}
