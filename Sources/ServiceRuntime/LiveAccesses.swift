public import CellContract
public import SQL

extension ReadWriteDatabaseAccess: LiveAccess {
  public func handle(in backend: any Backend) throws -> any SQLDatabase {
    try backend.database(database)
  }
}

extension PublishAccess: LiveAccess {
  public func handle(in backend: any Backend) throws -> any TopicPublisher {
    try backend.publisher(to: topic)
  }
}

extension ConsumeAccess: LiveAccess {
  public func handle(in backend: any Backend) throws -> any QueueConsumer {
    try backend.consumer(of: queue)
  }
}

extension SendAccess: LiveAccess {
  public func handle(in backend: any Backend) throws -> any QueueSender {
    try backend.sender(to: queue)
  }
}

extension ReadWriteTableAccess: LiveAccess {
  public func handle(in backend: any Backend) throws -> any ItemTable {
    try backend.table(table)
  }
}

extension ReadSecretAccess: LiveAccess {
  public func handle(in backend: any Backend) throws -> any SecretReader {
    try backend.secret(secret)
  }
}

extension CallAccess: LiveAccess {
  public func handle(in backend: any Backend) throws -> String { try backend.url(of: service) }
}
