public import CellContract
public import SQL

extension ReadWriteDatabaseAccess: LiveAccess {
  /// The database.
  public func handle(in backend: any Backend) throws -> any SQLDatabase {
    try backend.database(database)
  }
}

extension MigrateDatabaseAccess: LiveAccess {
  /// The database, with the role that owns its tables.
  public func handle(in backend: any Backend) throws -> MigratedDatabase {
    try backend.migration(of: database)
  }
}

extension PublishAccess: LiveAccess {
  /// A publisher to the topic.
  public func handle(in backend: any Backend) throws -> any TopicPublisher {
    try backend.publisher(to: topic)
  }
}

extension ConsumeAccess: LiveAccess {
  /// A consumer of the queue.
  public func handle(in backend: any Backend) throws -> any QueueConsumer {
    try backend.consumer(of: queue)
  }
}

extension SendAccess: LiveAccess {
  /// A sender to the queue.
  public func handle(in backend: any Backend) throws -> any QueueSender {
    try backend.sender(to: queue)
  }
}

extension ReadWriteTableAccess: LiveAccess {
  /// The table.
  public func handle(in backend: any Backend) throws -> any ItemTable {
    try backend.table(table)
  }
}

extension ReadSecretAccess: LiveAccess {
  /// A reader of the secret.
  public func handle(in backend: any Backend) throws -> any SecretReader {
    try backend.secret(secret)
  }
}

extension DeadLetterAccess: LiveAccess {
  /// The dead-letter queue.
  public func handle(in backend: any Backend) throws -> DeadLetterQueue {
    try backend.deadLetters(of: queue)
  }
}

extension PublicURLAccess: LiveAccess {
  /// The URL of the service for callers outside.
  public func handle(in backend: any Backend) throws -> String {
    try backend.publicURL(of: service)
  }
}

extension CallAccess: LiveAccess {
  /// The URL of the other service.
  public func handle(in backend: any Backend) throws -> String { try backend.url(of: service) }
}
