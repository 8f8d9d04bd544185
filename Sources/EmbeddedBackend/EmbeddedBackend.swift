public import CellContract
public import Foundation
public import SQL
public import ServiceRuntime

/// Resources of the contract in a folder of this machine: for a laptop, with no account anywhere.
///
/// What AWS promises holds here too: messages come at least once and stay hidden while they are worked
/// on, items are compared and set, secrets are read by name. The folder keeps it all between runs.
public final class EmbeddedBackend: Backend {
  /// The only cell there is.
  public let cell = "laptop"
  /// What holds it all.
  public let folder: String
  private let databases: [CellContract.Database: SQLiteDatabase]
  private let messages: SQLiteDatabase
  private let items: SQLiteDatabase
  private let apiURL: String
  private let now: @Sendable () -> Date

  /// Opens the folder, or makes it, readable by its owner alone.
  public init(
    folder: String, apiURL: String, now: @escaping @Sendable () -> Date = { Date() }
  ) async throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    self.folder = folder
    self.apiURL = apiURL
    self.now = now
    var databases: [CellContract.Database: SQLiteDatabase] = [:]
    for database in CellContract.Database.all {
      databases[database] = try SQLiteDatabase(path: "\(folder)/\(database.name).sqlite")
    }
    self.databases = databases
    messages = try SQLiteDatabase(path: "\(folder)/queues.sqlite")
    items = try SQLiteDatabase(path: "\(folder)/tables.sqlite")
    try await EmbeddedQueue.prepare(messages)
    try await EmbeddedTable.prepare(items)
  }

  /// Nothing is read from variables here.
  public func check(_ variables: [EnvironmentVariable]) throws(MissingConfiguration) {}

  /// A file of SQLite.
  public func database(_ database: CellContract.Database) throws -> any SQLDatabase {
    guard let file = databases[database] else {
      preconditionFailure("\(database.name) is in Database.all")
    }
    return file
  }

  /// The same file: SQLite has no roles.
  public func migration(of database: CellContract.Database) throws -> MigratedDatabase {
    MigratedDatabase(database: try self.database(database), applicationRole: { nil })
  }

  /// Copies to the queues that subscribe.
  public func publisher(to topic: Topic) throws -> any TopicPublisher {
    EmbeddedTopic(topic: topic, messages: messages, now: now)
  }

  /// The queue.
  public func consumer(of queue: Queue) throws -> any QueueConsumer { self.queue(queue) }

  /// The queue.
  public func sender(to queue: Queue) throws -> any QueueSender { self.queue(queue) }

  /// The dead-letter queue.
  public func deadLetters(of queue: Queue) throws -> DeadLetterQueue {
    let dead = EmbeddedQueue(queue: queue, isDeadLetters: true, messages: messages, now: now)
    return DeadLetterQueue(consumer: dead, aside: dead, back: self.queue(queue))
  }

  /// A part of one file for all tables.
  public func table(_ table: Table) throws -> any ItemTable {
    EmbeddedTable(table: table, items: items, now: now)
  }

  /// A file that its owner alone reads.
  public func secret(_ secret: Secret) throws -> any SecretReader {
    EmbeddedSecret(secret, in: folder)
  }

  /// All services are this process.
  public func url(of service: ServiceName) throws -> String { apiURL }

  /// The same: nobody outside this machine is told of it.
  public func publicURL(of service: ServiceName) throws -> String { apiURL }

  /// A queue, with what its two handles don't offer: a look at what lies in it.
  public func queue(_ queue: Queue) -> EmbeddedQueue {
    EmbeddedQueue(queue: queue, messages: messages, now: now)
  }
}
