import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A parameter of a cluster that differs from Aurora's default.
private struct DatabaseParameter {
  let name: String
  let value: String
  /// Whether PostgreSQL reads it only when it starts.
  var isStatic = false

  /// By name.
  ///
  /// Connections without TLS are refused, which is the default from version 17 on only. What takes
  /// longer than a second, or waits for a lock for as long as a deadlock check takes, is logged.
  /// `pg_stat_statements` counts statements, and Database Insights shows its figures by statement.
  /// Sources: Amazon Aurora User Guide, "Securing Aurora PostgreSQL data with SSL/TLS", "Aurora
  /// PostgreSQL parameters" and "SQL statistics for Aurora PostgreSQL"; PostgreSQL 16,
  /// "Error Reporting and Logging", 2026-11.
  static let all = [
    DatabaseParameter(name: "log_lock_waits", value: "1"),
    // Milliseconds.
    DatabaseParameter(name: "log_min_duration_statement", value: "1000"),
    DatabaseParameter(name: "rds.force_ssl", value: "1"),
    DatabaseParameter(
      name: "shared_preload_libraries", value: "pg_stat_statements", isStatic: true),
  ]
}

extension TerraformComponent {
  mutating func addParameterGroup(
    for cluster: DatabaseCluster, in cell: ResolvedCell
  ) -> AWS.RDSClusterParameterGroup.Attributes {
    add(
      Resource(AWS.RDSClusterParameterGroup.self, cluster.block) {
        $0.name = Argument(cell.scope.name(of: cluster.database.value.database))
        $0.description = Argument("Database \(cluster.name) of \(cell.name)")
        $0.family = Argument("aurora-postgresql\(cluster.database.value.version.major)")
        $0.parameter = DatabaseParameter.all.map { parameter in
          .init {
            $0.name = Argument(parameter.name)
            $0.value = Argument(parameter.value)
            $0.applyMethod = parameter.isStatic ? "pending-reboot" : "immediate"
          }
        }
      }, because: "PostgreSQL's settings for the cluster: TLS only, and what is logged",
      at: cluster.database.location)
  }
}
