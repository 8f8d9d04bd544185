import CellContract
import CellModel
import CellPrimitives
import TerraformDocument

extension ResolvedCell {
  /// Who may use the key of the cell's messages beside the account's IAM policies.
  ///
  /// A publisher, and a queue that gets something, need data keys; a reader needs to open them. No
  /// AWS service publishes here: alarms have a topic and a key of their own.
  /// Sources: SNS Developer Guide, "Managing Amazon SNS encryption keys and costs", and SQS Developer
  /// Guide, "Key management", 2026-11.
  var messagingKeyUsers: [IAMPolicy.Statement] {
    let actions = ["kms:Decrypt", "kms:GenerateDataKey*"]
    let account = scope.environment.account
    return ["sns", "sqs"].map {
      .keyUse(through: $0, in: region, by: account, actions: actions)
    } + [
      // SNS writes into queues of the same key, for the cell's topics only.
      .keyUse(
        by: "sns", actions: actions,
        conditions: [.init("ArnLike", "aws:SourceArn", Argument(scope.topicsARNPattern))])
    ]
  }
}

extension IAMPolicy.Statement {
  /// Leaves a topic to its account's IAM policies, and so to nobody else.
  ///
  /// In place of SNS's own first policy, which admits the owner by a condition on a principal `*`.
  /// Source: SNS Developer Guide, "Example cases for Amazon SNS access control", 2026-11.
  static func topicOwnership(of topic: Argument<String>, by account: AccountID) -> Self {
    Self(
      principal: ("AWS", Argument("arn:aws:iam::" + account.digits + ":root")),
      actions: [
        "sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes",
        "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:RemovePermission",
        "sns:SetTopicAttributes", "sns:Subscribe",
      ], resources: [topic])
  }

  /// Refuses what comes without TLS, whoever sends it: therefore the principal `*`.
  ///
  /// Sources: SNS and SQS Developer Guides, "Security best practices", "Enforce encryption of data in
  /// transit", 2026-11.
  static func refusalWithoutTLS(of actions: [String], on resource: Argument<String>) -> Self {
    Self(
      effect: "Deny", principal: ("AWS", "*"), actions: actions, resources: [resource],
      conditions: [.init("Bool", "aws:SecureTransport", "false")])
  }
}
