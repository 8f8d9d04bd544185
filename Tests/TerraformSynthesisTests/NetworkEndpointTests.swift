import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// Ways from a cell's network to AWS services.
@Suite struct NetworkEndpointTests {
  @Test func `S3 and DynamoDB are entries of the public and private route tables`() throws {
    let cell = try sampleCell(in: .usWest1)
    let tables: TerraformJSON = [
      "${aws_route_table.public.id}", "${aws_route_table.private_usw1_az1.id}",
      "${aws_route_table.private_usw1_az3.id}",
    ]
    #expect(
      cell.blocks("aws_vpc_endpoint") == [
        "dynamodb": [
          "policy": "${jsonencode(local.dynamodb_endpoint_policy)}",
          "route_table_ids": tables,
          "service_name": "com.amazonaws.us-west-1.dynamodb",
          "tags": ["Name": "bizcomms-cell-a-dynamodb"],
          "vpc_endpoint_type": "Gateway",
          "vpc_id": "${aws_vpc.main.id}",
        ],
        "s3": [
          "route_table_ids": tables,
          "service_name": "com.amazonaws.us-west-1.s3",
          "tags": ["Name": "bizcomms-cell-a-s3"],
          "vpc_endpoint_type": "Gateway",
          "vpc_id": "${aws_vpc.main.id}",
        ],
      ])
    #expect(cell["aws_security_group", "endpoints"] == .null)
    #expect(try sampleCell { VPC(endpoints: []) }.blocks("aws_vpc_endpoint").isEmpty)
  }

  @Test func `every other service has an interface in each private subnet, under its own name`()
    throws
  {
    let cell = try sampleCell { VPC(availabilityZones: 2, endpoints: [.secretsManager]) }
    #expect(
      cell.blocks("aws_vpc_endpoint") == [
        "secretsmanager": [
          "policy": "${jsonencode(local.secretsmanager_endpoint_policy)}",
          "private_dns_enabled": true,
          "security_group_ids": ["${aws_security_group.endpoints.id}"],
          "service_name": "com.amazonaws.us-east-1.secretsmanager",
          "subnet_ids": [
            "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
          ],
          "tags": ["Name": "bizcomms-cell-a-secretsmanager"],
          "vpc_endpoint_type": "Interface",
          "vpc_id": "${aws_vpc.main.id}",
        ]
      ])
  }

  @Test func `interfaces admit HTTPS from the VPC and nothing else`() throws {
    let cell = try sampleCell(index: 7) { VPC(endpoints: [.sqs, .sns]) }
    #expect(
      cell["aws_security_group", "endpoints"] == [
        "description": "Interface endpoints of cell-a", "name": "bizcomms-cell-a-endpoints",
        "tags": ["Name": "bizcomms-cell-a-endpoints"], "vpc_id": "${aws_vpc.main.id}",
      ])
    let rules = ["ingress", "egress"].flatMap { direction in
      cell.blocks("aws_vpc_security_group_\(direction)_rule").values.filter {
        $0["security_group_id"] == "${aws_security_group.endpoints.id}"
      }
    }
    #expect(
      rules == [
        [
          "cidr_ipv4": "10.7.0.0/16", "description": "HTTPS from the VPC", "from_port": 443,
          "ip_protocol": "tcp", "security_group_id": "${aws_security_group.endpoints.id}",
          "to_port": 443,
        ]
      ])
  }

  @Test func `each endpoint there is goes to the service that it names`() throws {
    let cell = try sampleCell { VPC(endpoints: Set(VPC.Endpoint.allCases)) }
    let services = cell.blocks("aws_vpc_endpoint").mapValues { $0["service_name"].text }
    #expect(services.count == 12)
    #expect(services["ecr_api"] == "com.amazonaws.us-east-1.ecr.api")
    #expect(services["ecr_dkr"] == "com.amazonaws.us-east-1.ecr.dkr")
    #expect(services["monitoring"] == "com.amazonaws.us-east-1.monitoring")
    #expect(services["sts"] == "com.amazonaws.us-east-1.sts")
  }

  @Test func `only callers of the account get through where roles sign every request`() throws {
    let cell = try sampleCell { VPC(endpoints: Set(VPC.Endpoint.allCases)) }
    let endpoints = cell.blocks("aws_vpc_endpoint")
    let open = endpoints.filter { $0.value["policy"] == .null }.keys
    #expect(Set(open) == ["ecr_api", "ecr_dkr", "s3", "sts"])
    for endpoint in endpoints.values where endpoint["policy"] != .null {
      #expect(
        cell.document(endpoint["policy"]) == [
          "Statement": [
            [
              "Action": ["*"],
              "Condition": ["StringEquals": ["aws:PrincipalAccount": "111122223333"]],
              "Effect": "Allow", "Principal": ["AWS": "*"], "Resource": ["*"],
            ]
          ],
          "Version": "2012-10-17",
        ])
    }
  }
}
