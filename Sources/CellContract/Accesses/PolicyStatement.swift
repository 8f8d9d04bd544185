/// What a service may do, with resources still named symbolically: no account, region or ARN.
public struct PolicyStatement: Sendable, Hashable {
  /// IAM actions, sorted: `sqs:DeleteMessage`.
  public let actions: [String]
  /// On what.
  public let resource: ResourceName
  /// The service through which alone the permission holds: `secretsmanager` for a key's `Decrypt`.
  ///
  /// Source: KMS Developer Guide, condition key `kms:ViaService`, 2026-11.
  public let viaService: String?

  init(_ actions: [String], on resource: ResourceName, viaService: String? = nil) {
    self.actions = actions.sorted()
    self.resource = resource
    self.viaService = viaService
  }
}

/// A resource by its name in the contract; synthesis knows its ARN.
public enum ResourceName: Sendable, Hashable {
  /// A topic of the cell.
  case topic(Topic)
  /// A queue of the cell.
  case queue(Queue)
  /// The dead-letter queue of a queue of the cell.
  case deadLetterQueue(Queue)
  /// A table of the environment, in the cell's region.
  case table(Table)
  /// A secret of the environment, in the cell's region.
  case secret(Secret)
  /// The key that encrypts the environment's secrets in the cell's region.
  case secretsKey
  /// The SSM parameters under which the cell publishes where its database is.
  case databaseEndpoints(Database)
}
