public import CellPrimitives

/// Names and ARNs of what a cell owns, and of its region's replica of what is shared.
public struct CellScope: Sendable, Hashable {
  /// The environment that the cell belongs to.
  public let environment: EnvironmentScope
  /// The cell's name: `cell-use1-01`.
  public let cell: String
  /// Where it runs.
  public let region: Region

  /// Names things of `cell`.
  public init(environment: EnvironmentScope, cell: String, region: Region) {
    self.environment = environment
    self.cell = cell
    self.region = region
  }

  /// What the name of everything in the cell begins with: `bizcomms-cell-use1-01`.
  public var prefix: String { "bizcomms-\(cell)" }

  /// The cluster: `bizcomms-cell-use1-01-eks`.
  public var cluster: String { "\(prefix)-eks" }

  /// A service's role: `bizcomms-cell-use1-01-api`.
  public func role(of service: ServiceName) -> String { "\(prefix)-\(service.rawValue)" }

  /// A service's role, by ARN.
  public func roleARN(of service: ServiceName) -> String {
    "arn:aws:iam::\(environment.account):role/\(role(of: service))"
  }

  /// The role with which a service's program migrates: `bizcomms-cell-use1-01-api-migration`.
  public func role(of migration: MigrationContract) -> String { "\(prefix)-\(migration.name)" }

  /// The role with which a service's program migrates, by ARN.
  public func roleARN(of migration: MigrationContract) -> String {
    "arn:aws:iam::\(environment.account):role/\(role(of: migration))"
  }

  /// A topic: `bizcomms-cell-use1-01-alert-events`.
  public func name(of topic: Topic) -> String { "\(prefix)-\(topic.name)" }

  /// A queue: `bizcomms-cell-use1-01-alert-processing`.
  public func name(of queue: Queue) -> String { "\(prefix)-\(queue.name)" }

  /// A queue's dead-letter queue: `bizcomms-cell-use1-01-alert-processing-dlq`.
  public func deadLetterName(of queue: Queue) -> String { "\(prefix)-\(queue.deadLetterName)" }

  /// The cell's cluster of a database: `bizcomms-cell-use1-01-alerts`.
  public func name(of database: Database) -> String { "\(prefix)-\(database.name)" }

  /// The cell's key for a database's storage: `alias/bizcomms-cell-use1-01-alerts`.
  public func keyAlias(of database: Database) -> String { "alias/\(name(of: database))" }

  /// One instance of the cell's cluster of a database, by number from 1:
  /// `bizcomms-cell-use1-01-alerts-1`.
  public func instanceName(_ number: Int, of database: Database) -> String {
    "\(name(of: database))-\(number)"
  }

  /// The snapshot that is left when the cluster is deleted: `bizcomms-cell-use1-01-alerts-final`.
  public func finalSnapshot(of database: Database) -> String { "\(name(of: database))-final" }

  /// The master secret of a database that only this cell has:
  /// `bizcomms-production/cell-use1-02/database-alerts-master-user`.
  public func masterSecretName(of database: Database) -> String {
    "bizcomms-\(environment.environment)/\(cell)/\(database.masterSecret.name)"
  }

  /// A service's log group: `/aws/eks/bizcomms-cell-use1-01/api`.
  public func logGroup(of service: ServiceName) -> String {
    "/aws/eks/\(prefix)/\(service.rawValue)"
  }

  /// A service's log group for debug lines: `/aws/eks/bizcomms-cell-use1-01/api/debug`.
  public func debugLogGroup(of service: ServiceName) -> String {
    "\(logGroup(of: service))/debug"
  }

  /// ARN of a topic of the cell.
  public func arn(of topic: Topic) -> String { arn("sns", name(of: topic)) }

  /// ARN of a queue of the cell, by its full name.
  public func queueARN(_ name: String) -> String { arn("sqs", name) }

  /// URL of a queue of the cell.
  public func url(of queue: Queue) -> String { queueURL(name(of: queue)) }

  /// URL of a queue's dead-letter queue.
  public func deadLetterURL(of queue: Queue) -> String { queueURL(deadLetterName(of: queue)) }

  /// ARN of a table's replica in the cell's region.
  public func arn(of table: Table) -> String {
    arn("dynamodb", "table/\(environment.name(of: table))")
  }

  /// Pattern for the ARN of a secret's replica in the cell's region.
  ///
  /// Six question marks stand for the random part that Secrets Manager adds.
  /// Source: Secrets Manager User Guide, "Permissions policy examples", 2026-11.
  public func arnPattern(of secret: Secret) -> String {
    arn("secretsmanager", "secret:\(environment.name(of: secret))-??????")
  }

  /// Path of the parameters that hold a database's endpoints; ``endpointParameter(_:of:)`` names them.
  public func endpointsPath(of database: Database) -> String {
    "/bizcomms/\(environment.environment)/cells/\(cell)/database/\(database.name)"
  }

  /// The parameter that holds an endpoint of the cell's cluster: `…/database/alerts/writer`.
  public func endpointParameter(_ endpoint: DatabaseEndpoint, of database: Database) -> String {
    "\(endpointsPath(of: database))/\(endpoint.rawValue)"
  }

  /// ARN of the parameters' path.
  public func endpointsARN(of database: Database) -> String {
    arn("ssm", "parameter\(endpointsPath(of: database))")
  }

  /// Repository of a service's image in the cell's own region, so that a pod starts while others are
  /// down.
  public func imageRepository(of service: ServiceName) -> String {
    "\(environment.account).dkr.ecr.\(region.name).amazonaws.com/\(service.contract.workload)"
  }

  private func queueURL(_ name: String) -> String {
    "https://sqs.\(region.name).amazonaws.com/\(environment.account)/\(name)"
  }

  private func arn(_ service: String, _ resource: String) -> String {
    "arn:aws:\(service):\(region.name):\(environment.account):\(resource)"
  }
}
