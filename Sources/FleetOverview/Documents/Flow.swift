import CellContract

/// Who uses what: read from the statements of the services' roles, so that it can't differ from them.
struct Flow: Sendable {
  /// Services that run, by name.
  let services: [ServiceName]
  /// What each may do; put together once, because every table and drawing asks for it.
  private let statements: [[PolicyStatement]]

  init(services: [ServiceName]) {
    self.services = services
    statements = services.map(\.contract.statements)
  }

  func publishers(to topic: Topic) -> [ServiceName] { allowed("sns:Publish", on: .topic(topic)) }
  func consumers(of queue: Queue) -> [ServiceName] {
    allowed("sqs:ReceiveMessage", on: .queue(queue))
  }
  func senders(to queue: Queue) -> [ServiceName] { allowed("sqs:SendMessage", on: .queue(queue)) }
  func users(of table: Table) -> [ServiceName] { allowed(nil, on: .table(table)) }
  func users(of database: Database) -> [ServiceName] {
    allowed(nil, on: .databaseEndpoints(database))
  }
  func readers(of secret: Secret) -> [ServiceName] { allowed(nil, on: .secret(secret)) }

  /// Services that `service` calls.
  func callees(of service: ServiceName) -> [ServiceName] {
    service.contract.environment.compactMap { variable in
      switch variable.value {
      case .serviceURL(let callee): callee
      case .topicARN, .queueURL, .deadLetterURL, .tableName, .secretName, .databaseEndpointsPath,
        .databaseName, .publicURL:
        nil
      }
    }
  }

  private func allowed(_ action: String?, on resource: ResourceName) -> [ServiceName] {
    zip(services, statements).filter { _, statements in
      statements.contains { statement in
        statement.resource == resource && (action.map(statement.actions.contains) ?? true)
      }
    }.map(\.0)
  }
}
