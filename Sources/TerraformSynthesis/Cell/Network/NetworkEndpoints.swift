import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension NetworkComponent {
  /// Ways to AWS services that no NAT gateway is on.
  mutating func addEndpoints(for tables: [AWS.RouteTable.Attributes]) {
    let endpoints = cell.network.endpoints.value
    for endpoint in endpoints where endpoint.isGateway { addGateway(endpoint, for: tables) }
    let interfaces = endpoints.filter { !$0.isGateway }
    guard !interfaces.isEmpty else { return }
    let group = addEndpointSecurityGroup()
    for endpoint in interfaces { addInterface(endpoint, behind: group) }
  }

  /// An entry of the public and private route tables.
  private mutating func addGateway(
    _ endpoint: VPC.Endpoint, for tables: [AWS.RouteTable.Attributes]
  ) {
    let policy = addPolicy(of: endpoint)
    component.add(
      Resource(AWS.VPCEndpoint.self, endpoint.blockName) {
        $0.vpcID = vpc.id
        $0.vpcEndpointType = "Gateway"
        $0.serviceName = serviceName(of: endpoint)
        $0.routeTableIDs = Argument(tables.map(\.id))
        $0.policy = policy
        $0.tags = name(of: endpoint)
      }, because: "reaches the service inside AWS, without a NAT gateway and its price",
      at: cell.network.endpoints.location)
  }

  /// A network interface in every private subnet, found under the service's ordinary name.
  ///
  /// Source: AWS PrivateLink User Guide, "Access an AWS service using an interface VPC endpoint",
  /// 2026-11.
  private mutating func addInterface(
    _ endpoint: VPC.Endpoint, behind group: AWS.SecurityGroup.Attributes
  ) {
    let policy = addPolicy(of: endpoint)
    component.add(
      Resource(AWS.VPCEndpoint.self, endpoint.blockName) {
        $0.vpcID = vpc.id
        $0.vpcEndpointType = "Interface"
        $0.serviceName = serviceName(of: endpoint)
        $0.subnetIDs = Argument(privateSubnets.map(\.id))
        $0.securityGroupIDs = [group.id]
        $0.privateDNSEnabled = true
        $0.policy = policy
        $0.tags = name(of: endpoint)
      }, because: "reaches the service inside AWS, through an address in each zone",
      at: cell.network.endpoints.location)
  }

  /// HTTPS from the VPC, and nothing out: the provider takes away the rule that AWS gives every new
  /// group. Source: provider 5.100, `aws_security_group`, "NOTE on Egress rules".
  private mutating func addEndpointSecurityGroup() -> AWS.SecurityGroup.Attributes {
    let name = "\(cell.scope.prefix)-endpoints"
    let group = component.add(
      Resource(AWS.SecurityGroup.self, "endpoints") {
        $0.name = Argument(name)
        $0.description = Argument("Interface endpoints of \(cell.name)")
        $0.vpcID = vpc.id
        $0.tags = ["Name": Argument(name)]
      }, because: "who may reach the interface endpoints",
      at: cell.network.endpoints.location)
    component.add(
      Resource(AWS.VPCSecurityGroupIngressRule.self, "endpoints_https") {
        $0.securityGroupID = group.id
        $0.description = "HTTPS from the VPC"
        $0.cidrIPv4 = Argument(cell.network.cidr.value.description)
        $0.ipProtocol = "tcp"
        $0.fromPort = 443
        $0.toPort = 443
      }, because: "everything in the VPC reaches the interface endpoints by HTTPS",
      at: cell.network.endpoints.location)
    return group
  }

  /// Lets in callers of the account only: foreign credentials carry nothing out of the VPC.
  ///
  /// Any action on any resource, because what a caller may do is up to its role. Nil, which is every
  /// caller, where not all requests are signed by a role of the account.
  /// Source: IAM User Guide, "Establish permissions guardrails using data perimeters", 2026-11.
  private mutating func addPolicy(of endpoint: VPC.Endpoint) -> Argument<String>? {
    guard endpoint.admitsOnlyOwnCallers else { return nil }
    let account = cell.scope.environment.account.digits
    return component.policy(
      "\(endpoint.blockName)_endpoint_policy",
      IAMPolicy(
        .init(
          principal: ("AWS", "*"), actions: ["*"], resources: ["*"],
          conditions: [.init("StringEquals", "aws:PrincipalAccount", Argument(account))])),
      at: cell.network.endpoints.location)
  }

  private func serviceName(of endpoint: VPC.Endpoint) -> Argument<String> {
    Argument("com.amazonaws.\(cell.region.name).\(endpoint.rawValue)")
  }

  private func name(of endpoint: VPC.Endpoint) -> Argument<[String: String]> {
    ["Name": Argument("\(cell.scope.prefix)-\(endpoint.rawValue.replacing(".", with: "-"))")]
  }
}

extension VPC.Endpoint {
  fileprivate var blockName: String { rawValue.replacing(".", with: "_") }

  /// Whether every request that goes this way is signed by a role of the account.
  ///
  /// S3 serves image layers from a bucket of ECR's by presigned URLs, and Amazon Linux packages to
  /// anybody; a pod's call for its role is not signed at all; a registry goes by tokens.
  /// Sources: ECR User Guide, "Minimum Amazon S3 bucket permissions for Amazon ECR"; Amazon Linux
  /// 2023 User Guide, "Repositories"; STS API Reference, `AssumeRoleWithWebIdentity`; 2026-11.
  fileprivate var admitsOnlyOwnCallers: Bool {
    switch self {
    case .s3, .sts, .images, .imageLayers: false
    case .dynamoDB, .kms, .logs, .metrics, .secretsManager, .sns, .sqs, .ssm: true
    }
  }
}
