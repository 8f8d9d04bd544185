import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// Addresses and routes of a cell's network.
@Suite struct NetworkTests {
  @Test func `cuts 10.0.0.0/16 into public, private and database subnets, by zone ID`() throws {
    let cell = try sampleCell()
    #expect(cell["aws_vpc", "main"]["cidr_block"] == "10.0.0.0/16")
    #expect(
      cell.places == [
        "public_use1_az1": "10.0.1.0/24 in use1-az1",
        "public_use1_az2": "10.0.2.0/24 in use1-az2",
        "public_use1_az4": "10.0.3.0/24 in use1-az4",
        "private_use1_az1": "10.0.32.0/19 in use1-az1",
        "private_use1_az2": "10.0.64.0/19 in use1-az2",
        "private_use1_az4": "10.0.96.0/19 in use1-az4",
        "database_use1_az1": "10.0.21.0/24 in use1-az1",
        "database_use1_az2": "10.0.22.0/24 in use1-az2",
        "database_use1_az4": "10.0.23.0/24 in use1-az4",
      ])
  }

  @Test func `a cell in us-west-1 has two zones, and an explicit network is cut the same way`()
    throws
  {
    let cell = try sampleCell(in: .usWest1) { VPC(cidr: "192.168.0.0/16") }
    #expect(
      cell.places == [
        "public_usw1_az1": "192.168.1.0/24 in usw1-az1",
        "public_usw1_az3": "192.168.2.0/24 in usw1-az3",
        "private_usw1_az1": "192.168.32.0/19 in usw1-az1",
        "private_usw1_az3": "192.168.64.0/19 in usw1-az3",
        "database_usw1_az1": "192.168.21.0/24 in usw1-az1",
        "database_usw1_az3": "192.168.22.0/24 in usw1-az3",
      ])
  }

  /// Networks that overlap can't be peered.
  @Test func `each cell has a /16 of its own by its index, where the overview has one for all`()
    throws
  {
    let networks = try WrittenFleet.ours.get().all.compactMap {
      $0["aws_vpc", "main"]["cidr_block"].text
    }
    #expect(networks.sorted() == ["10.0.0.0/16", "10.1.0.0/16", "10.16.0.0/16", "10.32.0.0/16"])
  }

  /// A zone's name means another place in every account.
  @Test func `names no zone by its name`() throws {
    for subnet in try sampleCell().blocks("aws_subnet").values {
      #expect(subnet["availability_zone"] == .null)
    }
  }

  /// The VPC CNI gives every pod an address of its subnet, of which AWS keeps five.
  @Test func `private subnets are wide enough for pods`() throws {
    for region in [Region.usEast1, .usWest1] {
      let subnets = try sampleCell(in: region).blocks("aws_subnet")
      for (name, subnet) in subnets where name.hasPrefix("private") {
        #expect(try block(of: subnet).addressCount == 8192, "\(name)")
      }
    }
  }

  @Test func `no subnet gives a machine a public address`() throws {
    for subnet in try sampleCell().blocks("aws_subnet").values {
      #expect(subnet["map_public_ip_on_launch"] == false)
    }
  }

  @Test func `the VPC's resolver answers, and machines have names`() throws {
    let network = try sampleCell()["aws_vpc", "main"]
    #expect(network["enable_dns_support"] == true)
    #expect(network["enable_dns_hostnames"] == true)
  }

  @Test func `controllers find public and private subnets by their tags, never database ones`()
    throws
  {
    let subnets = try sampleCell().blocks("aws_subnet")
    #expect(
      subnets["public_use1_az1"]?["tags"] == [
        "Name": "bizcomms-cell-a-public-use1-az1", "kubernetes.io/role/elb": "1",
      ])
    #expect(
      subnets["private_use1_az1"]?["tags"] == [
        "Name": "bizcomms-cell-a-private-use1-az1", "kubernetes.io/role/internal-elb": "1",
      ])
    #expect(
      subnets["database_use1_az1"]?["tags"] == ["Name": "bizcomms-cell-a-database-use1-az1"])
  }

  @Test func `Karpenter finds private subnets, and no others, by the cluster's name`() throws {
    let cell = try sampleCell { EKS { Karpenter(limit: .cpu(100)) } }
    let found = cell.blocks("aws_subnet").filter {
      $0.value["tags"]["karpenter.sh/discovery"] == "bizcomms-cell-a-eks"
    }
    #expect(Set(found.keys) == ["private_use1_az1", "private_use1_az2", "private_use1_az4"])
  }

  @Test func `no subnet overlaps another or leaves its network`() throws {
    for fleet in [Cells.fleet, everyChoice] {
      for root in try WrittenFleet(fleet).all where root.path.folder.hasPrefix("cells/") {
        let network = try block(of: root["aws_vpc", "main"])
        let subnets = try root.blocks("aws_subnet").values.map(block)
        #expect(subnets.count >= 6)
        for (index, subnet) in subnets.enumerated() {
          #expect(network.contains(subnet), "\(root.path): \(subnet)")
          for other in subnets[..<index] {
            #expect(!subnet.overlaps(other), "\(root.path): \(subnet) and \(other)")
          }
        }
      }
    }
  }

  @Test func `sends public traffic to the internet gateway, private to its zone's NAT gateway`()
    throws
  {
    let cell = try sampleCell { VPC(availabilityZones: 2) }
    #expect(
      cell.blocks("aws_route") == [
        "public_internet": [
          "destination_cidr_block": "0.0.0.0/0",
          "gateway_id": "${aws_internet_gateway.main.id}",
          "route_table_id": "${aws_route_table.public.id}",
        ],
        "private_internet_use1_az1": [
          "destination_cidr_block": "0.0.0.0/0",
          "nat_gateway_id": "${aws_nat_gateway.use1_az1.id}",
          "route_table_id": "${aws_route_table.private_use1_az1.id}",
        ],
        "private_internet_use1_az2": [
          "destination_cidr_block": "0.0.0.0/0",
          "nat_gateway_id": "${aws_nat_gateway.use1_az2.id}",
          "route_table_id": "${aws_route_table.private_use1_az2.id}",
        ],
      ])
    #expect(
      cell.blocks("aws_nat_gateway").mapValues { $0["subnet_id"] } == [
        "use1_az1": "${aws_subnet.public_use1_az1.id}",
        "use1_az2": "${aws_subnet.public_use1_az2.id}",
      ])
  }

  @Test func `one NAT gateway serves the private subnets of every zone`() throws {
    let cell = try sampleCell { VPC(natGateways: .one) }
    #expect(
      cell.blocks("aws_nat_gateway") == [
        "use1_az1": [
          "allocation_id": "${aws_eip.nat_use1_az1.id}",
          "depends_on": ["aws_internet_gateway.main"],
          "subnet_id": "${aws_subnet.public_use1_az1.id}",
          "tags": ["Name": "bizcomms-cell-a-nat-use1-az1"],
        ]
      ])
    #expect(Set(cell.blocks("aws_eip").keys) == ["nat_use1_az1"])
    let targets = cell.blocks("aws_route").mapValues { $0["nat_gateway_id"] }
    #expect(
      targets == [
        "public_internet": .null,
        "private_internet_use1_az1": "${aws_nat_gateway.use1_az1.id}",
        "private_internet_use1_az2": "${aws_nat_gateway.use1_az1.id}",
        "private_internet_use1_az4": "${aws_nat_gateway.use1_az1.id}",
      ])
  }

  /// The overview's sizing has one in every zone, and its costs say "no multi-AZ".
  @Test func `development has one NAT gateway, staging and production one in every zone`() throws {
    let fleet = try WrittenFleet.ours.get()
    for (environment, cell, gateways) in [
      ("development", "cell-use1-dev", 1), ("staging", "cell-use1-stg", 3),
      ("production", "cell-use1-01", 3), ("production", "cell-usw1-01", 2),
    ] {
      #expect(fleet[environment, "cells/\(cell)"].blocks("aws_nat_gateway").count == gateways)
    }
  }

  @Test func `the database subnets' route table has no route, by block or by itself`() throws {
    let cell = try sampleCell()
    #expect(
      cell["aws_route_table", "database"] == [
        "tags": ["Name": "bizcomms-cell-a-database"], "vpc_id": "${aws_vpc.main.id}",
      ])
    let table: TerraformJSON = "${aws_route_table.database.id}"
    #expect(cell.blocks("aws_route").values.allSatisfy { $0["route_table_id"] != table })
    for endpoint in cell.blocks("aws_vpc_endpoint").values {
      #expect(!endpoint["route_table_ids"].elements.contains(table))
    }
  }

  @Test func `every subnet has the route table of its tier`() throws {
    let cell = try sampleCell { VPC(availabilityZones: 2) }
    let tables = cell.blocks("aws_route_table_association").values.map {
      [$0["subnet_id"].text, $0["route_table_id"].text]
    }
    #expect(
      Set(tables) == [
        ["${aws_subnet.public_use1_az1.id}", "${aws_route_table.public.id}"],
        ["${aws_subnet.public_use1_az2.id}", "${aws_route_table.public.id}"],
        ["${aws_subnet.private_use1_az1.id}", "${aws_route_table.private_use1_az1.id}"],
        ["${aws_subnet.private_use1_az2.id}", "${aws_route_table.private_use1_az2.id}"],
        ["${aws_subnet.database_use1_az1.id}", "${aws_route_table.database.id}"],
        ["${aws_subnet.database_use1_az2.id}", "${aws_route_table.database.id}"],
      ])
  }

  private func block(of resource: TerraformJSON) throws -> CIDRBlock {
    try CIDRBlock(parsing: #require(resource["cidr_block"].text))
  }
}

extension WrittenRoot {
  /// Addresses and zone of every subnet.
  fileprivate var places: [String: String] {
    blocks("aws_subnet").mapValues { subnet in
      "\(subnet["cidr_block"].text ?? "?") in \(subnet["availability_zone_id"].text ?? "?")"
    }
  }
}
