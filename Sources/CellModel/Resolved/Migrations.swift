public import CellContract
import CellDescription
import SourceLocations

extension ResolvedEnvironment {
  /// What `service` has to migrate in `cell`: nil where it runs as no pods, and where the cell's database
  /// follows another cell's. A cluster that follows takes no change of tables, not even to forward it, and
  /// gets them from the one that writes; after a switchover `role:` says which one that is.
  ///
  /// Source:
  /// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-write-forwarding-apg.html,
  /// "Application and SQL compatibility", 2026-11.
  public func migration(
    of service: ResolvedService, in cell: ResolvedCell
  ) -> MigrationContract? {
    guard service.isPods, let migration = service.name.contract.migration else { return nil }
    return migration.databases.allSatisfy { writes($0, in: cell) } ? migration : nil
  }

  /// Every migration of `cell`.
  public func migrations(in cell: ResolvedCell) -> [MigrationContract] {
    cell.cluster.services.compactMap { migration(of: $0.value, in: cell) }
  }

  private func writes(_ database: Database, in cell: ResolvedCell) -> Bool {
    !cell.shares(database) || sharers(of: database).count == 1 || cell.role.value == .primary
  }
}
