import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The role with which RDS writes what it measures, and what must exist before it is used.
struct MonitoringRole {
  let arn: Argument<String>
  /// The attachment of its policy.
  let policy: TerraformReference
}

extension TerraformComponent {
  /// For instances of this cell alone: RDS must not be talked into using it for another account's.
  ///
  /// The policy, AWS's own, lets it write to log groups whose names begin with `RDS`. The figures go
  /// to `RDSOSMetrics`, which all instances of an account and region share and RDS makes itself, with
  /// 30 days of retention.
  /// Source: Amazon Aurora User Guide, "Setting up and enabling Enhanced Monitoring", 2026-11.
  mutating func addDatabaseMonitoringRole(in cell: ResolvedCell) -> MonitoringRole {
    var trust = IAMPolicy.Statement.trust(of: "monitoring.rds")
    trust.conditions = [
      .init(
        "StringEquals", "aws:SourceAccount", Argument(cell.scope.environment.account.digits)),
      .init("ArnLike", "aws:SourceArn", Argument(cell.scope.databaseInstancesARNPattern)),
    ]
    let trustPolicy = policy("database_monitoring_trust", IAMPolicy(trust), at: cell.location)
    let role = add(
      Resource(AWS.IAMRole.self, "database_monitoring") {
        $0.name = Argument(cell.scope.databaseMonitoringRole)
        $0.description = Argument("Measures the machines of the databases of \(cell.name)")
        $0.assumeRolePolicy = trustPolicy
      }, because: "the role by which RDS writes measurements of the machines under the databases",
      at: cell.location)
    let attachment = add(
      Resource(AWS.IAMRolePolicyAttachment.self, "database_monitoring") {
        $0.role = role.name
        $0.policyARN =
          "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
      }, because: "what AWS says that Enhanced Monitoring needs",
      at: cell.location)
    return MonitoringRole(arn: role.arn, policy: attachment.reference)
  }
}
