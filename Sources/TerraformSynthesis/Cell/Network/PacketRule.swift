import CellPrimitives
import TerraformDocument

/// One rule of a network ACL.
///
/// A network ACL knows no connections: it judges each packet by itself, so that the answers to what
/// one direction allows need a rule in the other.
struct PacketRule {
  /// What a packet is.
  enum Packets {
    /// Anything.
    case all
    /// TCP to one of these ports.
    case tcp(ClosedRange<Int>)
    /// ICMP type 3, code 4: a router's word that a packet is too large.
    case fragmentationNeeded

    /// TCP to one port.
    static func tcp(_ port: Int) -> Self { .tcp(port...port) }
  }

  let action: String
  let packets: Packets
  /// Where packets come from or go to.
  let peer: String

  static func allow(_ packets: Packets, _ peers: [CIDRBlock]) -> [Self] {
    peers.map { Self(action: "allow", packets: packets, peer: $0.description) }
  }

  static func allowAnywhere(_ packets: Packets) -> Self {
    Self(action: "allow", packets: packets, peer: "0.0.0.0/0")
  }

  static func denyAnywhere(_ packets: Packets) -> Self {
    Self(action: "deny", packets: packets, peer: "0.0.0.0/0")
  }

  /// The rule as an element of `ingress` or `egress`.
  ///
  /// Terraform takes these as attributes and so wants every member, those without meaning too.
  /// Source: Terraform, "Attributes as Blocks"; provider 5.100, `aws_network_acl`.
  func json(number: Int) -> TerraformJSON {
    var members: TerraformBody = [
      "action": .string(action), "cidr_block": .string(peer), "from_port": 0, "icmp_code": 0,
      "icmp_type": 0, "ipv6_cidr_block": .null, "rule_no": .integer(number), "to_port": 0,
    ]
    switch packets {
    case .all:
      members["protocol"] = "-1"
    case .tcp(let ports):
      members["protocol"] = "tcp"
      members["from_port"] = .integer(ports.lowerBound)
      members["to_port"] = .integer(ports.upperBound)
    case .fragmentationNeeded:
      members["protocol"] = "icmp"
      members["icmp_type"] = 3
      members["icmp_code"] = 4
    }
    return .object(members)
  }
}

extension [PacketRule] {
  /// In order, from rule 100 on in steps of ten.
  var numbered: Argument<[TerraformJSON]> {
    Argument(
      json: .array(enumerated().map { index, rule in rule.json(number: 100 + 10 * index) }))
  }
}
