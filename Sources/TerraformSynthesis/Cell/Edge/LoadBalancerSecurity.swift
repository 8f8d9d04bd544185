import CellContract
import CellModel
import CellPrimitives
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// Lets the world in by HTTP and HTTPS, out to the API's port of the cell's pods and nowhere else;
  /// and opens that port of the cluster for the load balancer.
  ///
  /// A load balancer holds on to its group, so the next one is there before it goes; AWS completes
  /// the name. The provider takes away the rule that lets everything out of a new group.
  /// Source: provider 5.100, `aws_security_group`, "NOTE on Egress rules".
  mutating func addLoadBalancerSecurityGroup(
    of cell: ResolvedCell, in network: NetworkComponent, for cluster: ClusterComponent
  ) -> AWS.SecurityGroup.Attributes {
    let port = ServiceName.api.contract.port
    let group = add(
      Resource(
        AWS.SecurityGroup.self, "load_balancer", meta: MetaArguments(createBeforeDestroy: true)
      ) {
        $0.namePrefix = Argument(cell.scope.loadBalancerSecurityGroupPrefix)
        $0.description = Argument("Load balancer of \(cell.name)")
        $0.vpcID = network.vpc.id
        $0.tags = ["Name": Argument("\(cell.scope.prefix)-alb")]
      }, because: "who may reach the load balancer, and whom it reaches",
      at: cell.location)
    addIngress("https", of: group, 443, "HTTPS from anywhere", in: cell)
    addIngress("http", of: group, 80, "HTTP from anywhere, to be sent to HTTPS", in: cell)
    add(
      Resource(AWS.VPCSecurityGroupEgressRule.self, "load_balancer_api") {
        $0.securityGroupID = group.id
        $0.description = "Requests and health checks to the pods of the API"
        $0.referencedSecurityGroupID = cluster.securityGroupID
        $0.ipProtocol = "tcp"
        $0.fromPort = Argument(port)
        $0.toPort = Argument(port)
      }, because: "the load balancer reaches the API's pods and nothing else",
      at: cell.location)
    add(
      Resource(AWS.VPCSecurityGroupIngressRule.self, "pods_load_balancer") {
        $0.securityGroupID = cluster.securityGroupID
        $0.description = "Requests and health checks from the load balancer"
        $0.referencedSecurityGroupID = group.id
        $0.ipProtocol = "tcp"
        $0.fromPort = Argument(port)
        $0.toPort = Argument(port)
      }, because: "pods take requests from the load balancer",
      at: cell.location)
    return group
  }

  private mutating func addIngress(
    _ block: String, of group: AWS.SecurityGroup.Attributes, _ port: Int, _ purpose: String,
    in cell: ResolvedCell
  ) {
    add(
      Resource(AWS.VPCSecurityGroupIngressRule.self, "load_balancer_\(block)") {
        $0.securityGroupID = group.id
        $0.description = Argument(purpose)
        $0.cidrIPv4 = "0.0.0.0/0"
        $0.ipProtocol = "tcp"
        $0.fromPort = Argument(port)
        $0.toPort = Argument(port)
      }, because: "callers reach the load balancer from everywhere",
      at: cell.location)
  }
}
