import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// A KMS key that rotates, protected as the data that it encrypts, with an alias for people.
  ///
  /// Its policy leaves the decision to the account's IAM policies, and lets in the AWS services that
  /// use it under a name of their own.
  /// Source: KMS Developer Guide, "Default key policy", 2026-11.
  ///
  /// - Parameters:
  ///   - alias: the alias with its `alias/`, as the contract names it.
  ///   - users: what else the key's policy allows; see ``IAMPolicy/Statement/keyUse(by:actions:conditions:)``.
  ///   - meta: the provider configuration of the key's region.
  mutating func addKey(
    _ block: String, for purpose: String, alias: String, users: [IAMPolicy.Statement] = [],
    meta: MetaArguments = MetaArguments(), of environment: ResolvedEnvironment,
    at location: SourceLocation
  ) -> AWS.KMSKey.Attributes {
    let policy = policy(
      "\(block)_key_policy",
      IAMPolicy([.keyAdministration(by: environment.scope.account)] + users), at: location)
    let key = add(
      Resource(AWS.KMSKey.self, block, meta: environment.protecting(meta)) {
        $0.description = Argument(purpose)
        $0.enableKeyRotation = true
        $0.deletionWindowInDays = Argument(environment.keyDeletionWindowInDays)
        $0.policy = policy
      }, because: "encrypts data at rest and nothing else: \(purpose)",
      at: location)
    add(
      Resource(AWS.KMSAlias.self, block, meta: meta) {
        $0.name = Argument(alias)
        $0.targetKeyID = key.keyID
      }, because: "the name by which people find the key: \(purpose)",
      at: location)
    return key
  }
}

extension ResolvedEnvironment {
  /// How long a deleted key can be had back, and with it what it encrypts: the most and the least
  /// that KMS takes. Source: KMS API Reference, `ScheduleKeyDeletion`, 2026-11.
  fileprivate var keyDeletionWindowInDays: Int { dataProtection == .preventDestroy ? 30 : 7 }
}

extension IAMPolicy.Statement {
  /// Lets the account's IAM policies decide; without it nobody could ever change the key.
  ///
  /// In a key's policy `*` is the key itself.
  fileprivate static func keyAdministration(by account: AccountID) -> Self {
    Self(
      principal: ("AWS", Argument("arn:aws:iam::" + account.digits + ":root")), actions: ["kms:*"],
      resources: ["*"])
  }

  /// Lets an AWS service use a key: `service` without `.amazonaws.com`.
  ///
  /// In a key's policy `*` is the key itself.
  static func keyUse(
    by service: String, actions: [String], conditions: [IAMPolicy.Condition] = []
  ) -> Self {
    Self(
      principal: ("Service", Argument("\(service).amazonaws.com")), actions: actions,
      resources: ["*"], conditions: conditions)
  }

  /// Lets CloudWatch Logs use a key for some log groups: an ARN, or a pattern of it.
  ///
  /// The two patterns of actions are `ReEncryptFrom` and `ReEncryptTo`, and `GenerateDataKey` with and
  /// without plaintext. AWS's own example has `DescribeKey` too, which knows no encryption context and
  /// so is never allowed by it.
  /// Sources: Amazon CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS Key
  /// Management Service", "Step 2: Set permissions on the KMS key", and Service Authorization
  /// Reference, "AWS Key Management Service", 2026-11.
  static func keyUse(byLogGroups groups: String, in region: Region) -> Self {
    keyUse(
      by: "logs.\(region.name)",
      actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      conditions: [.init("ArnLike", "kms:EncryptionContext:aws:logs:arn", Argument(groups))])
  }

  /// Lets whoever in the account may use `service` use the key through it, as AWS's own keys do.
  ///
  /// In a key's policy `*` is the key itself, and as a principal anybody: the conditions say who.
  /// Source: KMS Developer Guide, "kms:ViaService" and "kms:CallerAccount", 2026-11.
  static func keyUse(
    through service: String, in region: Region, by account: AccountID, actions: [String]
  ) -> Self {
    Self(
      principal: ("AWS", "*"), actions: actions, resources: ["*"],
      conditions: [
        .init("StringEquals", "kms:CallerAccount", Argument(account.digits)),
        .init(
          "StringEquals", "kms:ViaService", Argument("\(service).\(region.name).amazonaws.com")),
      ])
  }
}
