import CellContract
import Testing

/// Whole policies, spelled out: whoever changes what a service may do changes it here too.
@Suite struct ServiceStatementTests {
  @Test func `the API reaches its database, publishes, keeps deliveries and reads two secrets`() {
    #expect(
      lines(of: .api) == [
        "secretsmanager:GetSecretValue on secret database-alerts-application",
        "kms:Decrypt on the secrets' key via secretsmanager",
        "ssm:GetParametersByPath on endpoints of alerts",
        "sns:Publish on topic alert-events",
        "sns:Publish on topic delivery-status",
        """
        dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem \
        dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on table deliveries
        """,
        "secretsmanager:GetSecretValue on secret api-keys",
        "secretsmanager:GetSecretValue on secret twilio",
      ])
  }

  @Test func `the worker settles and fans out on one queue, which is one statement`() {
    #expect(
      lines(of: .worker) == [
        "secretsmanager:GetSecretValue on secret database-alerts-application",
        "kms:Decrypt on the secrets' key via secretsmanager",
        "ssm:GetParametersByPath on endpoints of alerts",
        """
        sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage \
        sqs:SendMessage on queue alert-processing
        """,
        """
        sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage \
        sqs:SendMessage on dead-letter queue of alert-processing
        """,
        """
        dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem \
        dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on table deliveries
        """,
        "sns:Publish on topic delivery-status",
        "secretsmanager:GetSecretValue on secret twilio",
      ])
  }

  @Test func `the poller takes its lease, remembers stories and holds one key`() {
    #expect(
      lines(of: .poller) == [
        "secretsmanager:GetSecretValue on secret database-alerts-application",
        "kms:Decrypt on the secrets' key via secretsmanager",
        "ssm:GetParametersByPath on endpoints of alerts",
        """
        dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem \
        dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on table stories
        """,
        "secretsmanager:GetSecretValue on secret poller-api-key",
      ])
  }

  @Test(arguments: ServiceName.allCases)
  func `no action is a wildcard, and no resource has two statements`(service: ServiceName) {
    let statements = service.contract.statements
    for action in statements.flatMap(\.actions) {
      #expect(action.wholeMatch(of: /[a-z]+:[A-Z][A-Za-z]+/) != nil, "\(action)")
    }
    #expect(Set(statements.map(\.resource)).count == statements.count)
  }

  @Test(arguments: ServiceName.allCases)
  func `every allowed thing is declared, and every declaration is allowed`(service: ServiceName) {
    let contract = service.contract
    let pairs = { (statements: [PolicyStatement]) in
      Set(statements.flatMap { statement in statement.actions.map { [$0, name(of: statement)] } })
    }
    #expect(pairs(contract.statements) == pairs(contract.uses.flatMap(\.access.statements)))
  }
}

/// The policy of `service`, one line for each statement.
private func lines(of service: ServiceName) -> [String] {
  service.contract.statements.map { statement in
    statement.actions.joined(separator: " ") + " on " + name(of: statement)
  }
}

private func name(of statement: PolicyStatement) -> String {
  let resource =
    switch statement.resource {
    case .topic(let topic): "topic \(topic.name)"
    case .queue(let queue): "queue \(queue.name)"
    case .deadLetterQueue(let queue): "dead-letter queue of \(queue.name)"
    case .table(let table): "table \(table.name)"
    case .secret(let secret): "secret \(secret.name)"
    case .secretsKey: "the secrets' key"
    case .databaseEndpoints(let database): "endpoints of \(database.name)"
    }
  return resource + (statement.viaService.map { " via \($0)" } ?? "")
}
