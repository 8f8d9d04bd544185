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

  @Test func `takes the two zones of us-west-1, and an explicit network`() throws {
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

  /// A zone's name means another place in every account.
  @Test func `names no zone by its name`() throws {
    for subnet in try sampleCell().blocks("aws_subnet").values {
      #expect(subnet["availability_zone"] == .null)
    }
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

  @Test func `gateway endpoints are those that were asked for, in the cell's region`() throws {
    let cell = try sampleCell(in: .usWest1) { VPC(endpoints: [.dynamoDB]) }
    #expect(
      cell.blocks("aws_vpc_endpoint") == [
        "dynamodb": [
          "route_table_ids": [
            "${aws_route_table.public.id}", "${aws_route_table.private_usw1_az1.id}",
            "${aws_route_table.private_usw1_az3.id}",
          ],
          "service_name": "com.amazonaws.us-west-1.dynamodb",
          "tags": ["Name": "bizcomms-cell-a-dynamodb"],
          "vpc_endpoint_type": "Gateway",
          "vpc_id": "${aws_vpc.main.id}",
        ]
      ])
    #expect(try sampleCell { VPC(endpoints: []) }.blocks("aws_vpc_endpoint").isEmpty)
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
