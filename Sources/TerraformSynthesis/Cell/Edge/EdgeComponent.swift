import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's load balancer, its own host name, and what admits requests to the API's pods.
///
/// Terraform owns all of it: pods join the target group through a `TargetGroupBinding`, so nothing
/// that Kubernetes makes has to be carried back into a second apply.
struct EdgeComponent {
  private(set) var component: TerraformComponent
  /// The load balancer, for what stands in front of it or watches it.
  let loadBalancer: AWS.LB.Attributes
  /// What the API's pods register with, by IP address.
  let targetGroup: AWS.LBTargetGroup.Attributes

  private let cell: ResolvedCell
  private let environment: ResolvedEnvironment
  private var location: SourceLocation { cell.location }

  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment, in network: NetworkComponent,
    for cluster: ClusterComponent
  ) {
    self.cell = cell
    self.environment = environment
    var component = TerraformComponent("edge", of: .cell(cell), owner: cell.name)
    let group = component.addLoadBalancerSecurityGroup(of: cell, in: network, for: cluster)
    let logs = component.addLoadBalancerLogs(of: cell, in: environment)
    loadBalancer = component.addLoadBalancer(
      of: cell, in: environment, network, admittedBy: group, loggingTo: logs)
    targetGroup = component.addTargetGroup(of: cell, in: network)
    self.component = component
    addListeners()
    addHostName()
    addOutputs()
  }

  /// HTTPS with the environment's certificate of this region; plain HTTP is sent there.
  private mutating func addListeners() {
    let name = cell.scope.environment.parameter(.certificateARN)
    let certificate = component.add(
      Resource(AWS.Data.SSMParameter.self, "certificate_arn") { $0.name = Argument(name) },
      because: "reads which certificate global has issued for this region",
      at: location)
    component.add(
      Resource(AWS.LBListener.self, "https") {
        $0.loadBalancerARN = loadBalancer.arn
        $0.port = 443
        $0.protocol = "HTTPS"
        $0.sslPolicy = Argument(Self.securityPolicy)
        // `value` is marked sensitive even where the parameter is plain text.
        $0.certificateARN = certificate.insecureValue
        $0.defaultAction = [
          .init {
            $0.type = "forward"
            $0.targetGroupARN = targetGroup.arn
          }
        ]
      }, because: "takes requests over TLS and hands them to the API",
      at: location)
    component.add(
      Resource(AWS.LBListener.self, "http") {
        $0.loadBalancerARN = loadBalancer.arn
        $0.port = 80
        $0.protocol = "HTTP"
        $0.defaultAction = [
          .init {
            $0.type = "redirect"
            $0.redirect = .init {
              $0.protocol = "HTTPS"
              $0.port = "443"
              $0.statusCode = "HTTP_301"
            }
          }
        ]
      }, because: "sends whoever comes by HTTP to HTTPS",
      at: location)
  }

  /// TLS 1.2 and 1.3 with forward secrecy and authenticated ciphers only, and a post-quantum key
  /// exchange with clients that know one: what AWS recommends.
  ///
  /// Source: Application Load Balancers guide, "Security policies for your Application Load
  /// Balancer", 2026-11.
  private static let securityPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"

  /// The name that the routing root's records and health checks lead to.
  private mutating func addHostName() {
    let name = cell.scope.environment.parameter(.hostedZoneID)
    let zoneID = component.add(
      Resource(AWS.Data.SSMParameter.self, "hosted_zone_id") { $0.name = Argument(name) },
      because: "reads in which hosted zone global keeps the environment's names",
      at: location
    ).insecureValue
    component.add(
      Resource(AWS.Route53Record.self, "host") {
        $0.zoneID = zoneID
        $0.name = Argument(environment.hostName(of: cell))
        $0.type = "A"
        $0.alias = .init {
          $0.name = loadBalancer.dnsName
          $0.zoneID = loadBalancer.zoneID
          $0.evaluateTargetHealth = true
        }
      }, because: "the cell's own host name, which the shared name and the health checks lead to",
      at: location)
  }

  private mutating func addOutputs() {
    component.output(
      "alb_dns_name", loadBalancer.dnsName,
      description: "Name that AWS gave the load balancer; callers use the shared host name",
      at: location)
    component.output(
      "target_group_arn", targetGroup.arn,
      description: "ARN of the target group, for the TargetGroupBinding of the API", at: location)
  }
}
