public import CellContract
public import CellModel
import CellPrimitives

/// How a database that several regions share is looked at and switched over.
extension ResolvedEnvironment {
  /// Which member of the global cluster writes, and which follow.
  ///
  /// Source: Amazon RDS API Reference, `GlobalClusterMember`, `IsWriter`, 2026-11.
  public func members(of database: Database, askedIn cell: ResolvedCell) -> ShellCommand {
    ShellCommand(
      ["aws", "rds", "describe-global-clusters", "--region", cell.region.name],
      ["--global-cluster-identifier", scope.name(of: database), "--output", "text"],
      ["--query", "GlobalClusters[].GlobalClusterMembers[].[DBClusterArn, IsWriter]"])
  }

  /// Makes `cell` write, with nothing lost, while both regions are well; asked in the region that
  /// writes now.
  ///
  /// Source: Amazon Aurora User Guide, "Performing switchovers for Amazon Aurora global databases",
  /// 2026-11.
  public func switchOver(
    _ database: Database, to cell: ResolvedCell, from writer: ResolvedCell
  ) -> ShellCommand {
    ShellCommand(
      ["aws", "rds", "switchover-global-cluster", "--region", writer.region.name],
      ["--global-cluster-identifier", scope.name(of: database)],
      ["--target-db-cluster-identifier", cell.scope.clusterARN(of: database)])
  }

  /// Makes `cell` write after the other region is lost, and with it what was not copied yet.
  ///
  /// Source: Amazon Aurora User Guide, "Performing managed failovers for Aurora global databases",
  /// 2026-11.
  public func failOver(_ database: Database, to cell: ResolvedCell) -> ShellCommand {
    ShellCommand(
      ["aws", "rds", "failover-global-cluster", "--region", cell.region.name],
      ["--global-cluster-identifier", scope.name(of: database)],
      ["--target-db-cluster-identifier", cell.scope.clusterARN(of: database)],
      ["--allow-data-loss"])
  }
}

extension ResolvedCell {
  /// A host name of the cell's cluster of a database, which is known once it is there.
  public func endpoint(_ endpoint: DatabaseEndpoint, of database: Database) -> ShellCommand {
    ShellCommand(
      ["aws", "ssm", "get-parameter", "--region", region.name, "--output", "text"],
      ["--query", "Parameter.Value"],
      ["--name", scope.endpointParameter(endpoint, of: database)])
  }
}

extension CellScope {
  /// The cell's cluster of a database, by ARN.
  fileprivate func clusterARN(of database: Database) -> String {
    "arn:aws:rds:\(region.name):\(environment.account):cluster:\(name(of: database))"
  }
}
