/// What is agreed about the run of a service's program that changes tables: before a release, with a role
/// of its own that nothing else has.
public struct MigrationContract: Sendable, Hashable {
  /// Whose program runs, from the same image and with the same compute resources.
  public let service: ServiceName
  /// The databases whose tables it changes.
  public let databases: [Database]
  /// Variables that the chart sets, sorted by key.
  public let environment: [EnvironmentVariable]
  /// Statements of the role.
  public let statements: [PolicyStatement]

  init(of service: ServiceName, using resources: any ServiceResources.Type) {
    self.service = service
    databases = resources.declared.compactMap { ($0.access as? MigrateDatabaseAccess)?.database }
    environment = resources.declared.environment
    statements = resources.declared.statements
  }

  /// Name within the cell: `api-migration`.
  public var name: String { "\(service.rawValue)-migration" }
  /// Name of job and service account: `bizcomms-api-migration`.
  public var workload: String { "bizcomms-\(name)" }
  /// What the program is told: `bizcomms-api migrate`.
  public var arguments: [String] { ["migrate"] }
}
