import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// One role for each service of a cell that runs as pods, bound to its service account and allowed
/// what the service declares and nothing else.
///
/// Source: EKS User Guide, "IAM roles for service accounts", 2026-11.
struct IdentityComponent {
  private(set) var component: TerraformComponent
  private let cell: ResolvedCell
  private let cluster: ClusterComponent
  private let secretsKeyARN: Argument<String>

  init(_ cell: ResolvedCell, in cluster: ClusterComponent) {
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
    for service in cell.cluster.services where service.value.isPods { addRole(of: service) }
  }

  /// What a service of the cell declares and nothing else, whatever it runs as.
  func declaredPolicy(of contract: ServiceContract) -> IAMPolicy {
    IAMPolicy(contract.statements.map(statement))
  }

  private mutating func addRole(of service: Placed<ResolvedService>) {
    let contract = service.value.name.contract
    let name = service.value.name.rawValue
    let trust = component.policy(
      "\(name)_trust", IAMPolicy(trust(in: contract)), at: service.location)
    let role = component.add(
      Resource(AWS.IAMRole.self, name) {
        $0.name = Argument(cell.scope.role(of: service.value.name))
        $0.assumeRolePolicy = trust
      }, because: "what the pods of the service are in AWS, by its service account",
      at: service.location)
    let policy = component.policy(
      "\(name)_policy", declaredPolicy(of: contract), at: service.location)
    component.add(
      Resource(AWS.IAMRolePolicy.self, name) {
        $0.name = Argument(contract.workload)
        $0.role = role.name
        $0.policy = policy
      }, because: "exactly what the service declares that it uses",
      at: service.location)
  }

  /// Only the service's own account, in the application's namespace, may take the role.
  private func trust(in contract: ServiceContract) -> IAMPolicy.Statement {
    cluster.login.trust(in: contract.workload, of: ServiceContract.namespace)
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
