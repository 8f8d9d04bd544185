import CellContract

/// Who uses what: read from the statements of the services' roles, so that it can't differ from them.
struct Flow {
  /// Services that run, by name.
  let services: [ServiceName]

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
      case .topicARN, .queueURL, .tableName, .secretName, .databaseEndpointsPath, .databaseName: nil
      }
    }
  }

  private func allowed(_ action: String?, on resource: ResourceName) -> [ServiceName] {
    services.filter { service in
      service.contract.statements.contains { statement in
        statement.resource == resource && (action.map(statement.actions.contains) ?? true)
      }
    }
  }
}
