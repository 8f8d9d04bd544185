import CellContract
import CellDescription
import CellModel
import CellPrimitives
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// The load balancer in the public subnets, reached from the internet.
  ///
  /// It checks when it is made that it may write its logs, so the bucket's policy comes first; and
  /// that the VPC has a way to the internet, which no argument names.
  /// Source: terraform-provider-aws pull request 3494, "VPC … has no internet gateway".
  mutating func addLoadBalancer(
    of cell: ResolvedCell, in environment: ResolvedEnvironment, _ network: NetworkComponent,
    admittedBy group: AWS.SecurityGroup.Attributes, loggingTo logs: LoadBalancerLogs
  ) -> AWS.LB.Attributes {
    let order = MetaArguments(dependsOn: [logs.policy, network.internetGateway])
    return add(
      Resource(AWS.LB.self, "main", meta: order) {
        $0.name = Argument(cell.scope.loadBalancer)
        $0.loadBalancerType = "application"
        $0.internal = false
        $0.ipAddressType = "ipv4"
        $0.subnets = Argument(network.publicSubnets.map(\.id))
        $0.securityGroups = Argument([group.id])
        $0.enableDeletionProtection = Argument(environment.dataProtection == .preventDestroy)
        $0.enableHttp2 = true
        $0.enableZonalShift = true
        $0.dropInvalidHeaderFields = true
        $0.desyncMitigationMode = "defensive"
        // AWS's default, said here because pods must keep idle connections open for longer.
        $0.idleTimeout = 60
        $0.accessLogs = .init {
          $0.bucket = logs.bucket.id
          $0.prefix = Argument(LoadBalancerLogs.Kind.access.rawValue)
          $0.enabled = true
        }
        $0.connectionLogs = .init {
          $0.bucket = logs.bucket.id
          $0.prefix = Argument(LoadBalancerLogs.Kind.connection.rawValue)
          $0.enabled = true
        }
      }, because: "where requests enter the cell: spreads them over the API's pods in all zones",
      at: cell.location)
  }

  /// The API's pods by IP address, each from the moment when it says that it can work.
  ///
  /// The health check reads readiness and not `/health`, which says how the service is as a whole: a
  /// pod without its database is left out, the others serve. Where all are left out, the load
  /// balancer tries all of them, and Route 53 reads their `/health`.
  ///
  /// It is deleted before another is made, because its name is taken while it lives: another port or
  /// protocol needs another name as well.
  /// Source: Application Load Balancers guide, "Health checks for your target groups", 2026-11.
  mutating func addTargetGroup(
    of cell: ResolvedCell, in network: NetworkComponent
  ) -> AWS.LBTargetGroup.Attributes {
    let contract = ServiceName.api.contract
    return add(
      Resource(AWS.LBTargetGroup.self, "api") {
        $0.name = Argument(cell.scope.targetGroup)
        $0.vpcID = network.vpc.id
        $0.targetType = "ip"
        $0.port = Argument(contract.port)
        $0.protocol = "HTTP"
        $0.protocolVersion = "HTTP1"
        // A pod has 30 seconds from its notice to its end.
        // Source: Kubernetes documentation, "Pod Lifecycle", "Termination of Pods", 2026-11.
        $0.deregistrationDelay = "30"
        $0.slowStart = 30
        $0.healthCheck = .init {
          $0.enabled = true
          $0.protocol = "HTTP"
          $0.port = "traffic-port"
          $0.pathArgument = Argument(contract.health.readiness)
          $0.matcher = "200"
          $0.interval = 10
          $0.timeout = 5
          $0.healthyThreshold = 2
          $0.unhealthyThreshold = 3
        }
      }, because: "the API's pods, by address, with the check that tells a well one",
      at: cell.location)
  }
}

extension NetworkComponent {
  /// The VPC's way to the internet.
  fileprivate var internetGateway: TerraformReference {
    let address = TerraformAddress(.resource, type: AWS.InternetGateway.type, name: "main")
    return TerraformReference(address, in: component.root)
  }
}
