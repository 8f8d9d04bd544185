public import AWSClient
public import CellContract
import Foundation
public import Logging
public import PostgreSQL
public import SQL
import Synchronization

/// Resources of the contract in AWS, found through the variables that the chart sets, and nothing else.
public final class AWSBackend: Backend {
  /// The cell whose name the environment holds.
  public let cell: String
  private let service: ServiceContract
  private let declared: [EnvironmentVariable]
  private let environment: [String: String]
  private let client: AWSClient
  private let logger: Logger
  private let limits: PostgreSQLLimits
  private let databases = Mutex<[Secret: PostgreSQLPool]>([:])

  /// Where the certificates of RDS lie, unless a variable says otherwise: the image brings them along.
  static let rootCertificates = "/etc/bizcomms/rds-root-certificates.pem"

  /// Reads what every service is told; `client` sends all that goes to AWS.
  ///
  /// Throws ``MissingConfiguration`` where the cell's name is missing.
  public init(
    _ service: ServiceName, using resources: any ServiceResources.Type,
    environment: [String: String], client: AWSClient, logger: Logger,
    limits: PostgreSQLLimits = PostgreSQLLimits()
  ) throws(MissingConfiguration) {
    guard let cell = environment[RuntimeVariable.cell.rawValue], !cell.isEmpty else {
      throw MissingConfiguration([
        .init(
          key: RuntimeVariable.cell.rawValue, problem: "is missing; set it to the cell's name")
      ])
    }
    self.cell = cell
    self.service = service.contract
    declared = resources.declared.flatMap(\.access.environment)
    self.environment = environment
    self.client = client
    self.logger = logger
    self.limits = limits
  }

  /// Every variable is there, and looks like what it should be.
  public func check(_ variables: [EnvironmentVariable]) throws(MissingConfiguration) {
    let problems = Set(variables).sorted { $0.key < $1.key }.compactMap { variable in
      variable.problem(of: environment[variable.key]).map {
        MissingConfiguration.Problem(key: variable.key, problem: $0)
      }
    }
    if !problems.isEmpty { throw MissingConfiguration(problems) }
  }

  /// One pool for each database, however often it is asked for.
  public func database(_ database: Database) throws -> any SQLDatabase {
    try pool(of: database, as: database.applicationSecret)
  }

  /// Connections of the role that owns the tables.
  public func migration(of database: Database) throws -> MigratedDatabase {
    let application = try secret(database.applicationSecret)
    return MigratedDatabase(
      database: try pool(of: database, as: database.migrationSecret),
      applicationRole: { try DatabaseLogin(reading: try await application.current()).user })
  }

  private func pool(of database: Database, as login: Secret) throws -> PostgreSQLPool {
    let locator = DatabaseLocator(
      path: try value(.databaseEndpointsPath(database)), name: try value(.databaseName(database)),
      login: try secret(login), client: client,
      rootCertificates: environment[RuntimeVariable.databaseRootCertificates.rawValue]
        ?? Self.rootCertificates,
      applicationName: "\(service.workload) \(cell)")
    return databases.withLock { databases in
      if let pool = databases[login] { return pool }
      let pool = PostgreSQLPool(limits: limits, logger: logger) { failedBefore in
        try await locator.parameters(refresh: failedBefore)
      }
      databases[login] = pool
      return pool
    }
  }

  /// A topic of SNS.
  public func publisher(to topic: Topic) throws -> any TopicPublisher {
    SNSPublisher(arn: try value(.topicARN(topic)), client: client)
  }

  /// A queue of SQS.
  public func consumer(of queue: Queue) throws -> any QueueConsumer { try self.queue(queue) }

  /// A queue of SQS.
  public func sender(to queue: Queue) throws -> any QueueSender { try self.queue(queue) }

  /// Two queues of SQS.
  public func deadLetters(of queue: Queue) throws -> DeadLetterQueue {
    let dead = SQSQueue(url: try value(.deadLetterURL(queue)), client: client)
    return DeadLetterQueue(consumer: dead, aside: dead, back: try self.queue(queue))
  }

  /// A table of DynamoDB.
  public func table(_ table: Table) throws -> any ItemTable {
    DynamoDBTable(table: table, name: try value(.tableName(table)), client: client)
  }

  /// A secret of Secrets Manager.
  public func secret(_ secret: Secret) throws -> any SecretReader {
    StoredSecret(name: try value(.secretName(secret)), client: client)
  }

  /// What the variable says.
  public func url(of service: ServiceName) throws -> String { try value(.serviceURL(service)) }

  /// What the variable says.
  public func publicURL(of service: ServiceName) throws -> String {
    try value(.publicURL(service))
  }

  /// Closes connections to databases, when what they are doing is done.
  public func close() async {
    for pool in databases.withLock({ Array($0.values) }) { await pool.close() }
  }

  private func queue(_ queue: Queue) throws -> SQSQueue {
    SQSQueue(url: try value(.queueURL(queue)), client: client)
  }

  /// What the variable is set to that the contract names so.
  private func value(_ value: EnvironmentValue) throws -> String {
    guard let variable = declared.first(where: { $0.value == value }),
      let text = environment[variable.key]
    else {
      throw MissingConfiguration([
        .init(key: "\(value)", problem: "is declared by no use of \(service.workload)")
      ])
    }
    return text
  }
}

extension EnvironmentVariable {
  /// What is wrong with a value; nil where nothing is.
  fileprivate func problem(of text: String?) -> String? {
    guard let text, !text.isEmpty else { return "is missing; set it to \(meaning)" }
    let isRight =
      switch value {
      case .topicARN: text.hasPrefix("arn:") && text.split(separator: ":").count >= 6
      case .queueURL, .deadLetterURL, .serviceURL, .publicURL:
        text.hasPrefix("https://") || text.hasPrefix("http://")
      case .databaseEndpointsPath: text.hasPrefix("/")
      case .tableName, .secretName, .databaseName: !text.contains(where: \.isWhitespace)
      }
    return isRight ? nil : "is `\(text)`; set it to \(meaning)"
  }

  private var meaning: String {
    switch value {
    case .topicARN(let topic): "the ARN of the topic \(topic.name)"
    case .queueURL(let queue): "the URL of the queue \(queue.name)"
    case .deadLetterURL(let queue): "the URL of the queue \(queue.deadLetterName)"
    case .tableName(let table): "the name of the table \(table.name)"
    case .secretName(let secret): "the name of the secret \(secret.name)"
    case .databaseEndpointsPath(let database):
      "the path of the parameters that hold the endpoints of the database \(database.name)"
    case .databaseName(let database): "the name of the database \(database.name) on its server"
    case .serviceURL(let service): "the URL of the service \(service.rawValue)"
    case .publicURL(let service):
      "the URL of the service \(service.rawValue) for callers outside the cell"
    }
  }
}
