import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension NetworkComponent {
  /// A tier's network ACL: the second lock beside security groups, which holds also where one of
  /// them is open by mistake.
  ///
  /// Rules stand in the ACL itself: the provider writes them before it moves the subnets in, and
  /// takes away any that somebody adds by hand. The VPC's default ACL keeps its rules, because a
  /// subnet falls back on it while its own is replaced or destroyed.
  /// Source: provider 5.100, `aws_network_acl`.
  mutating func addNetworkACL(of tier: NetworkTier) {
    let rules = tier.packetRules(in: cell)
    component.add(
      Resource(AWS.NetworkACL.self, blockName(tier.rawValue)) {
        $0.vpcID = vpc.id
        $0.subnetIDs = Argument(subnets(of: tier).map(\.id))
        $0.ingress = rules.ingress.numbered
        $0.egress = rules.egress.numbered
        $0.tags = ["Name": Argument("\(cell.scope.prefix)-\(tier.rawValue)")]
      },
      because: "what may pass in and out of the \(tier.rawValue) subnets, whatever security"
        + " groups say",
      at: location)
  }
}

extension NetworkTier {
  /// The ports on which answers arrive.
  ///
  /// Linux would take 32768–60999, but load balancers, NAT gateways and functions take all of these.
  /// Source: VPC User Guide, "Custom network ACLs", "Ephemeral ports", 2026-11.
  private static let answers = PacketRule.Packets.tcp(1024...65535)

  /// The port that PostgreSQL listens on.
  private static let postgreSQL = PacketRule.Packets.tcp(5432)

  /// What may enter and leave a tier's subnets; whatever no rule matches is denied.
  ///
  /// Traffic inside a subnet passes no ACL, and neither does what goes to the VPC's DNS resolver, the
  /// time service or instance metadata. By default an ACL has 20 rules in each direction at most.
  /// Sources: VPC User Guide, "Control subnet traffic with network access control lists", "Path MTU
  /// Discovery" (fragmentation needed, both ways) and "Amazon VPC quotas", 2026-11.
  fileprivate func packetRules(
    in cell: ResolvedCell
  ) -> (ingress: [PacketRule], egress: [PacketRule]) {
    switch self {
    case .public: Self.publicRules(in: cell)
    case .private: Self.privateRules(in: cell)
    case .database: Self.databaseRules(in: cell)
    }
  }

  /// Callers reach load balancers on 80 and 443, and private subnets the internet through NAT
  /// gateways on the same two.
  ///
  /// Answers from the internet come to any port that a NAT gateway has chosen, so the range is open;
  /// AWS advises to deny in it the ports that are worth an attack. A connection through NAT that
  /// happens to get one of the two fails, one in 32,000, and is tried again.
  /// Source: as of ``answers``.
  private static func publicRules(
    in cell: ResolvedCell
  ) -> (ingress: [PacketRule], egress: [PacketRule]) {
    let remoteDesktop = PacketRule.Packets.tcp(3389)
    return (
      ingress: [.allowAnywhere(.tcp(443)), .allowAnywhere(.tcp(80))]
        + PacketRule.allow(answers, NetworkTier.private.blocks(in: cell))
        + [
          .denyAnywhere(remoteDesktop), .denyAnywhere(postgreSQL), .allowAnywhere(answers),
          .allowAnywhere(.fragmentationNeeded),
        ],
      egress: [
        .allowAnywhere(.tcp(443)), .allowAnywhere(.tcp(80)), .allowAnywhere(answers),
        .allowAnywhere(.fragmentationNeeded),
      ]
    )
  }

  /// Everything between private subnets: pods, the control plane's interfaces, interface endpoints.
  ///
  /// Load balancers reach pods and their health checks on any port from 1024 on, which the rule for
  /// answers allows. That range is open to the internet, too, because an answer keeps its sender's
  /// address behind a NAT gateway; nothing else from there has a way in.
  private static func privateRules(
    in cell: ResolvedCell
  ) -> (ingress: [PacketRule], egress: [PacketRule]) {
    let within = PacketRule.allow(.all, NetworkTier.private.blocks(in: cell))
    return (
      ingress: within + [.allowAnywhere(answers), .allowAnywhere(.fragmentationNeeded)],
      egress: within
        + PacketRule.allow(postgreSQL, NetworkTier.database.blocks(in: cell))
        + PacketRule.allow(answers, NetworkTier.public.blocks(in: cell))
        + [
          .allowAnywhere(.tcp(443)), .allowAnywhere(.tcp(80)),
          .allowAnywhere(.fragmentationNeeded),
        ]
    )
  }

  /// PostgreSQL from private subnets and the answers to it; Aurora copies its storage outside of the
  /// VPC.
  private static func databaseRules(
    in cell: ResolvedCell
  ) -> (ingress: [PacketRule], egress: [PacketRule]) {
    let clients = NetworkTier.private.blocks(in: cell)
    return (
      ingress: PacketRule.allow(postgreSQL, clients), egress: PacketRule.allow(answers, clients)
    )
  }
}
