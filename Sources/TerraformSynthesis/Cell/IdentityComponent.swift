import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// One role for each service of a cell that runs as pods, and one for each that migrates the database,
/// bound to its service account and allowed what is declared and nothing else.
///
/// Source: EKS User Guide, "IAM roles for service accounts", 2026-11.
struct IdentityComponent {
  private(set) var component: TerraformComponent
  private let cell: ResolvedCell
  private let cluster: ClusterComponent
  private let secretsKeyARN: Argument<String>

  init(_ cell: ResolvedCell, of environment: ResolvedEnvironment, in cluster: ClusterComponent) {
    self.cell = cell
    self.cluster = cluster
    component = TerraformComponent("identity", of: .cell(cell), owner: cell.name)
    let name = cell.scope.environment.parameter(.secretsKeyARN)
    let parameter = component.add(
      Resource(AWS.Data.SSMParameter.self, "secrets_key_arn") { $0.name = Argument(name) },
      because: "reads with which key of this region global encrypts secrets",
      at: cell.location)
    // `value` is marked sensitive even where the parameter is plain text.
    secretsKeyARN = parameter.insecureValue
    for service in cell.cluster.services where service.value.isPods {
      let contract = service.value.name.contract
      addRole(
        service.value.name.rawValue, named: cell.scope.role(of: service.value.name),
        for: contract.workload, contract.statements,
        because: "what the pods of the service are in AWS, by its service account",
        at: service.location)
      guard let migration = environment.migration(of: service.value, in: cell) else { continue }
      addRole(
        migration.name, named: cell.scope.role(of: migration), for: migration.workload,
        migration.statements,
        because:
          "what \(contract.workload) is in AWS while it migrates, by a service account of its own",
        at: service.location)
    }
  }

  /// What a service of the cell declares and nothing else, whatever it runs as.
  func declaredPolicy(of contract: ServiceContract) -> IAMPolicy {
    policy(of: contract.statements)
  }

  private func policy(of statements: [PolicyStatement]) -> IAMPolicy {
    IAMPolicy(statements.map(statement))
  }

  /// Only the one account, in the application's namespace, may take the role.
  private mutating func addRole(
    _ name: String, named roleName: String, for account: String, _ statements: [PolicyStatement],
    because reason: String, at location: SourceLocation
  ) {
    let block = blockName(name)
    let trust = component.policy(
      "\(block)_trust",
      IAMPolicy(cluster.login.trust(in: account, of: ServiceContract.namespace)), at: location)
    let role = component.add(
      Resource(AWS.IAMRole.self, block) {
        $0.name = Argument(roleName)
        $0.assumeRolePolicy = trust
      }, because: reason, at: location)
    let policy = component.policy("\(block)_policy", policy(of: statements), at: location)
    component.add(
      Resource(AWS.IAMRolePolicy.self, block) {
        $0.name = Argument(account)
        $0.role = role.name
        $0.policy = policy
      }, because: "exactly what is declared for it, and nothing else",
      at: location)
  }

  private func statement(_ statement: PolicyStatement) -> IAMPolicy.Statement {
    let conditions = statement.viaService.map { service in
      [
        IAMPolicy.Condition(
          "StringEquals", "kms:ViaService",
          Argument("\(service).\(cell.region.name).amazonaws.com"))
      ]
    }
    return IAMPolicy.Statement(
      actions: statement.actions, resources: [arn(of: statement.resource)],
      conditions: conditions ?? [])
  }

  private func arn(of resource: ResourceName) -> Argument<String> {
    switch resource {
    case .topic(let topic): Argument(cell.scope.arn(of: topic))
    case .queue(let queue): Argument(cell.scope.queueARN(cell.scope.name(of: queue)))
    case .deadLetterQueue(let queue):
      Argument(cell.scope.queueARN(cell.scope.deadLetterName(of: queue)))
    case .table(let table): Argument(cell.scope.arn(of: table))
    case .secret(let secret): Argument(cell.scope.arnPattern(of: secret))
    case .secretsKey: secretsKeyARN
    case .databaseEndpoints(let database): Argument(cell.scope.endpointsARN(of: database))
    }
  }
}
