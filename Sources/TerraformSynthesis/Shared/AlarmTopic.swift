import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A topic for alarms of one region, with everybody who is on call as its subscriber.
struct AlarmTopic {
  /// Name of its blocks.
  let block: String
  /// Name of the topic.
  let name: String
  /// Alias of the key that encrypts it.
  let keyAlias: String
  /// What alarms: `cell-use1-01`.
  let subject: String
  /// Where it and its alarms are.
  let region: Region
  /// The provider configuration of its region.
  var meta = MetaArguments()
}

extension TerraformComponent {
  /// Adds the topic, a key of its own, its policy and its subscribers.
  ///
  /// The key is ours because CloudWatch can't use `alias/aws/sns`: its alarms would go off and nobody
  /// would hear of it.
  /// Source: AWS re:Post Knowledge Center, "How do I configure a CloudWatch alarm with an encrypted
  /// SNS topic?", 2026-11.
  mutating func add(
    _ topic: AlarmTopic, of environment: ResolvedEnvironment, at location: SourceLocation
  ) -> AWS.SNSTopic.Attributes {
    let key = addKey(
      topic.block, for: "Alarms of \(topic.subject)", alias: topic.keyAlias,
      users: [
        .keyUse(
          by: "cloudwatch", actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
          conditions: topic.alarmsOnly(of: environment.scope.account))
      ], meta: topic.meta, of: environment, at: location)
    let attributes = add(
      Resource(AWS.SNSTopic.self, topic.block, meta: topic.meta) {
        $0.name = Argument(topic.name)
        $0.kmsMasterKeyID = key.arn
      }, because: "tells everybody on call of the alarms of \(topic.subject)",
      at: location)
    let policy = policy(
      "\(topic.block)_topic_policy",
      topic.policy(for: attributes, of: environment.scope.account), at: location)
    add(
      Resource(AWS.SNSTopicPolicy.self, topic.block, meta: topic.meta) {
        $0.arn = attributes.arn
        $0.policy = policy
      }, because: "alarms of this account may publish, nobody else, and only over TLS",
      at: location)
    for (number, subscriber) in environment.onCall.enumerated() {
      let block = "\(topic.block)_\(number + 1)"
      add(subscriber.value, block, to: attributes, topic.meta, at: location)
    }
    return attributes
  }

  /// An address gets a mail that asks for a confirmation; a tool confirms by itself, and Terraform
  /// waits until it has.
  /// Source: provider 5.100, `aws_sns_topic_subscription`, `endpoint_auto_confirms`.
  private mutating func add(
    _ subscriber: OnCall.Endpoint, _ block: String, to topic: AWS.SNSTopic.Attributes,
    _ meta: MetaArguments, at location: SourceLocation
  ) {
    add(
      Resource(AWS.SNSTopicSubscription.self, block, meta: meta) {
        $0.topicARN = topic.arn
        switch subscriber {
        case .email(let address):
          $0.protocol = "email"
          $0.endpoint = Argument(address)
        case .https(let url):
          $0.protocol = "https"
          $0.endpoint = Argument(url)
          $0.endpointAutoConfirms = true
        }
      }, because: "somebody on call, as cells/ says",
      at: location)
  }
}

extension AlarmTopic {
  /// Nobody but alarms of the account in the topic's region.
  ///
  /// Source: Amazon CloudWatch User Guide, "Notifying users on alarm changes", "Permissions", and
  /// Amazon SNS Developer Guide, "Managing Amazon SNS encryption keys and costs", 2026-11.
  fileprivate func alarmsOnly(of account: AccountID) -> [IAMPolicy.Condition] {
    [
      .init(
        "ArnLike", "aws:SourceArn",
        Argument("arn:aws:cloudwatch:\(region.name):\(account.digits):alarm:*")),
      .init("StringEquals", "aws:SourceAccount", Argument(account.digits)),
    ]
  }

  /// Alarms may publish and the account may administrate; nothing is published without TLS.
  fileprivate func policy(
    for topic: AWS.SNSTopic.Attributes, of account: AccountID
  ) -> IAMPolicy {
    IAMPolicy(
      IAMPolicy.Statement(
        principal: ("Service", "cloudwatch.amazonaws.com"), actions: ["sns:Publish"],
        resources: [topic.arn], conditions: alarmsOnly(of: account)),
      IAMPolicy.Statement(
        principal: ("AWS", Argument("arn:aws:iam::\(account.digits):root")),
        actions: [
          "sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes",
          "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:RemovePermission",
          "sns:SetTopicAttributes", "sns:Subscribe",
        ], resources: [topic.arn]),
      IAMPolicy.Statement(
        effect: "Deny", principal: ("AWS", "*"), actions: ["sns:Publish"], resources: [topic.arn],
        conditions: [.init("Bool", "aws:SecureTransport", "false")]))
  }
}
