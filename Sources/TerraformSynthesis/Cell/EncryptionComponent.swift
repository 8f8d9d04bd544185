import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// Keys of a cell that several of its components use.
struct EncryptionComponent {
  private(set) var component: TerraformComponent
  /// Encrypts every log group of the cell.
  let logsKey: AWS.KMSKey.Attributes

  init(_ cell: ResolvedCell, of environment: ResolvedEnvironment) {
    var component = TerraformComponent("encryption", of: .cell(cell), owner: cell.name)
    logsKey = component.addKey(
      "logs", for: "Log groups of \(cell.name)", alias: cell.scope.logsKeyAlias,
      users: [.keyUse(byLogGroupsOf: cell)], of: environment, at: cell.location)
    self.component = component
  }
}

extension IAMPolicy.Statement {
  /// Lets CloudWatch Logs use a key for log groups of the cell's account and region, no other's.
  ///
  /// The two patterns are `ReEncryptFrom` and `ReEncryptTo`, and `GenerateDataKey` with and without
  /// plaintext.
  /// Source: Amazon CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS Key
  /// Management Service", "Step 2: Set permissions on the KMS key", 2026-11.
  fileprivate static func keyUse(byLogGroupsOf cell: ResolvedCell) -> Self {
    keyUse(
      by: "logs.\(cell.region.name)",
      actions: [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*",
      ],
      conditions: [
        .init(
          "ArnLike", "kms:EncryptionContext:aws:logs:arn",
          Argument(cell.scope.logGroupsARNPattern))
      ])
  }
}
