import CellPrimitives
import TerraformDocument
import Testing

/// What a cell's network ACLs, as they are written, do with packets.
///
/// Like AWS it takes an ACL's rules by number, lets the first that matches decide, and denies what
/// none matches. Addresses are texts; those in no subnet are the internet's and have no ACL.
struct PacketFilter {
  /// What a packet is: the port is the receiver's.
  enum Packet: Hashable {
    case tcp(Int)
    case udp(Int)
    case icmp(type: Int, code: Int)
  }

  private let subnets: [(name: String, block: CIDRBlock, acl: TerraformJSON)]

  init(_ cell: WrittenRoot) throws {
    let acls = cell.blocks("aws_network_acl").values
    subnets = try cell.blocks("aws_subnet").map { name, subnet in
      let id = TerraformJSON.string("${aws_subnet.\(name).id}")
      let own = acls.filter { $0["subnet_ids"].elements.contains(id) }
      #expect(own.count == 1, "\(name) has \(own.count) network ACLs")
      return (
        name, try CIDRBlock(parsing: #require(subnet["cidr_block"].text)), try #require(own.first)
      )
    }
  }

  /// Whether a connection comes about: what the client sends, and what it gets back on `port` of its
  /// own.
  func connects(
    _ client: String, to server: String, _ packet: Packet, answersOn port: Int = 40_000
  ) throws -> Bool {
    let answer: Packet =
      switch packet {
      case .tcp, .icmp: .tcp(port)
      case .udp: .udp(port)
      }
    return try passes(packet, from: client, to: server)
      && passes(answer, from: server, to: client)
  }

  /// Whether a connection comes about behind `gateway`: it passes the gateway's subnet on both ways,
  /// and the answer arrives under the server's address.
  func connects(
    _ client: String, through gateway: String, to server: String, _ packet: Packet,
    answersOn port: Int = 40_000
  ) throws -> Bool {
    try leaves(client, packet, to: server) && enters(gateway, packet, from: client)
      && leaves(gateway, packet, to: server)
      && enters(gateway, .tcp(port), from: server) && leaves(gateway, .tcp(port), to: client)
      && enters(client, .tcp(port), from: server)
  }

  /// Whether one packet arrives; no ACL sees what stays in its subnet.
  func passes(_ packet: Packet, from source: String, to destination: String) throws -> Bool {
    let subnet = try self.subnet(of: source)?.name
    if subnet != nil, try subnet == self.subnet(of: destination)?.name { return true }
    return try leaves(source, packet, to: destination)
      && enters(destination, packet, from: source)
  }

  private func leaves(_ inside: String, _ packet: Packet, to peer: String) throws -> Bool {
    guard let subnet = try subnet(of: inside) else { return true }
    return try verdict(of: subnet.acl["egress"], on: packet, peer)
  }

  private func enters(_ inside: String, _ packet: Packet, from peer: String) throws -> Bool {
    guard let subnet = try subnet(of: inside) else { return true }
    return try verdict(of: subnet.acl["ingress"], on: packet, peer)
  }

  private func verdict(
    of rules: TerraformJSON, on packet: Packet, _ peer: String
  ) throws -> Bool {
    let inOrder = rules.elements.sorted { number($0, "rule_no") < number($1, "rule_no") }
    for rule in inOrder {
      let block = try CIDRBlock(parsing: #require(rule["cidr_block"].text))
      guard try block.contains(self.block(peer)), matches(rule, packet) else { continue }
      return rule["action"] == "allow"
    }
    return false
  }

  private func matches(_ rule: TerraformJSON, _ packet: Packet) -> Bool {
    if rule["protocol"] == "-1" { return true }
    let ports = number(rule, "from_port")...number(rule, "to_port")
    return switch packet {
    case .tcp(let port): rule["protocol"] == "tcp" && ports.contains(port)
    case .udp(let port): rule["protocol"] == "udp" && ports.contains(port)
    case .icmp(let type, let code):
      rule["protocol"] == "icmp" && number(rule, "icmp_type") == type
        && number(rule, "icmp_code") == code
    }
  }

  private func number(_ rule: TerraformJSON, _ name: String) -> Int {
    guard case .integer(let number) = rule[name] else { return -1 }
    return number
  }

  private func subnet(
    of address: String
  ) throws -> (name: String, block: CIDRBlock, acl: TerraformJSON)? {
    let address = try block(address)
    return subnets.first { $0.block.contains(address) }
  }

  private func block(_ address: String) throws -> CIDRBlock {
    try CIDRBlock(parsing: "\(address)/32")
  }
}
