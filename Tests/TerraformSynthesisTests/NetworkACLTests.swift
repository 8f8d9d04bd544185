import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// Which connections the network ACLs of a cell let come about.
@Suite struct NetworkACLTests {
  private let network: PacketFilter

  /// One address of each kind; `Elsewhere` is another zone's.
  private let caller = "203.0.113.9"
  private let balancer = "10.0.1.10"
  private let gateway = "10.0.1.20"
  private let gatewayElsewhere = "10.0.2.20"
  private let pod = "10.0.40.7"
  private let podElsewhere = "10.0.120.9"
  private let database = "10.0.21.5"
  private let databaseElsewhere = "10.0.23.5"
  /// The ends of the ports that answers go to, and the first that Linux takes.
  private let answers = [1024, 32_768, 65_535]

  init() throws { network = try PacketFilter(sampleCell()) }

  @Test(arguments: [443, 80])
  func `callers reach the load balancer by HTTPS and HTTP`(_ port: Int) throws {
    for answer in answers {
      #expect(try network.connects(caller, to: balancer, .tcp(port), answersOn: answer))
    }
  }

  @Test(arguments: [22, 25, 53, 3389, 5432, 1023])
  func `the internet reaches no other service in public subnets`(_ port: Int) throws {
    #expect(try !network.passes(.tcp(port), from: caller, to: balancer))
    #expect(try !network.passes(.udp(port), from: caller, to: balancer))
  }

  @Test func `load balancers reach pods and their health checks in every zone`() throws {
    for target in [pod, podElsewhere] {
      for answer in answers + [3389, 5432] {
        #expect(try network.connects(balancer, to: target, .tcp(8000), answersOn: answer))
      }
    }
    #expect(try !network.passes(.tcp(22), from: balancer, to: pod))
  }

  @Test func `pods reach pods in other zones by any protocol, and so does the control plane`()
    throws
  {
    for port in [53, 443, 8000, 9443, 10_250] {
      #expect(try network.connects(pod, to: podElsewhere, .tcp(port)))
      #expect(try network.connects(podElsewhere, to: pod, .udp(port)))
    }
    #expect(try network.passes(.icmp(type: 8, code: 0), from: pod, to: podElsewhere))
  }

  @Test(arguments: [443, 80])
  func `pods reach the internet through a NAT gateway of any zone`(_ port: Int) throws {
    for gateway in [gateway, gatewayElsewhere] {
      for answer in answers {
        #expect(
          try network.connects(
            pod, through: gateway, to: caller, .tcp(port), answersOn: answer))
      }
    }
  }

  @Test(arguments: [22, 25, 587, 3306])
  func `pods reach nothing else on the internet`(_ port: Int) throws {
    #expect(try !network.connects(pod, through: gateway, to: caller, .tcp(port)))
  }

  @Test func `the internet begins no connection with a service on a private subnet's port`() throws
  {
    for port in [22, 53, 80, 443, 1023] {
      #expect(try !network.passes(.tcp(port), from: caller, to: pod))
    }
    #expect(try !network.passes(.udp(40_000), from: caller, to: pod))
  }

  @Test func `pods and functions reach PostgreSQL in every zone`() throws {
    for client in [pod, podElsewhere] {
      for server in [database, databaseElsewhere] {
        for answer in answers {
          #expect(try network.connects(client, to: server, .tcp(5432), answersOn: answer))
        }
      }
    }
  }

  @Test(arguments: [22, 443, 3306, 5431, 5433, 40_000])
  func `pods reach nothing but PostgreSQL in database subnets`(_ port: Int) throws {
    #expect(try !network.passes(.tcp(port), from: pod, to: database))
    #expect(try !network.passes(.udp(port), from: pod, to: database))
  }

  @Test(arguments: [22, 443, 5432, 40_000])
  func `neither the internet nor public subnets reach the database`(_ port: Int) throws {
    for source in [caller, balancer, gateway] {
      #expect(try !network.passes(.tcp(port), from: source, to: database))
    }
  }

  @Test(arguments: [80, 443, 5432, 40_000])
  func `the database reaches neither the internet nor public subnets nor its other zones`(
    _ port: Int
  ) throws {
    for destination in [caller, balancer, databaseElsewhere] {
      #expect(try !network.passes(.tcp(port), from: database, to: destination))
    }
  }

  @Test func `the database only answers private subnets`() throws {
    #expect(try network.passes(.tcp(40_000), from: database, to: pod))
    for port in [22, 80, 443, 1023] {
      #expect(try !network.passes(.tcp(port), from: database, to: pod))
    }
  }

  @Test func `a router's word that a packet is too large arrives`() throws {
    let message = PacketFilter.Packet.icmp(type: 3, code: 4)
    for inside in [balancer, gateway, pod] {
      #expect(try network.passes(message, from: caller, to: inside))
      #expect(try network.passes(message, from: inside, to: caller))
    }
    #expect(try network.passes(message, from: gateway, to: pod))
    #expect(try !network.passes(message, from: caller, to: database))
    #expect(try !network.passes(.icmp(type: 8, code: 0), from: caller, to: pod))
  }

  @Test func `the rules follow an explicit network and two zones`() throws {
    let cell = try sampleCell(in: .usWest1) { VPC(cidr: "192.168.0.0/16") }
    let network = try PacketFilter(cell)
    #expect(try network.connects("192.168.40.7", to: "192.168.22.5", .tcp(5432)))
    #expect(try network.connects("192.168.40.7", to: "192.168.70.7", .tcp(10_250)))
    #expect(try !network.passes(.tcp(5432), from: "192.168.1.10", to: "192.168.22.5"))
    #expect(try !network.passes(.tcp(5432), from: "10.0.40.7", to: "192.168.22.5"))
  }

  /// Source: VPC User Guide, "Amazon VPC quotas", 2026-11.
  @Test func `no ACL has more than the 20 rules of a direction that AWS allows, numbered once`()
    throws
  {
    for fleet in [Cells.fleet, everyChoice] {
      for root in try WrittenFleet(fleet).all where root.path.folder.hasPrefix("cells/") {
        let acls = root.blocks("aws_network_acl")
        #expect(Set(acls.keys) == ["public", "private", "database"])
        for rules in acls.values.flatMap({ [$0["ingress"], $0["egress"]] }) {
          #expect((1...20).contains(rules.elements.count), "\(root.path)")
          #expect(Set(rules.elements.map { $0["rule_no"] }).count == rules.elements.count)
        }
      }
    }
  }

  @Test func `a rule is written with every member, as Terraform wants it`() throws {
    #expect(
      try sampleCell { VPC(availabilityZones: 2) }["aws_network_acl", "database"] == [
        "egress": [
          rule(100, "10.0.32.0/19", 1024...65535), rule(110, "10.0.64.0/19", 1024...65535),
        ],
        "ingress": [
          rule(100, "10.0.32.0/19", 5432...5432), rule(110, "10.0.64.0/19", 5432...5432),
        ],
        "subnet_ids": [
          "${aws_subnet.database_use1_az1.id}", "${aws_subnet.database_use1_az2.id}",
        ],
        "tags": ["Name": "bizcomms-cell-a-database"],
        "vpc_id": "${aws_vpc.main.id}",
      ])
  }

  private func rule(
    _ number: Int, _ block: String, _ ports: ClosedRange<Int>
  ) -> TerraformJSON {
    [
      "action": "allow", "cidr_block": .string(block), "from_port": .integer(ports.lowerBound),
      "icmp_code": 0, "icmp_type": 0, "ipv6_cidr_block": .null, "protocol": "tcp",
      "rule_no": .integer(number), "to_port": .integer(ports.upperBound),
    ]
  }
}
