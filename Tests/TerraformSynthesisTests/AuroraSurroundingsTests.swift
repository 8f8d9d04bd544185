import CellContract
import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// Who reaches a cell's database, and how services find it.
@Suite struct AuroraSurroundingsTests {
  @Test func `only the cell's cluster gets in, on one port, and nothing gets out`() throws {
    let root = try sampleCell()
    #expect(
      root["aws_rds_cluster", "alerts"]["vpc_security_group_ids"]
        == ["${aws_security_group.alerts.id}"])
    let group = root["aws_security_group", "alerts"]
    #expect(group["ingress"] == .null && group["egress"] == .null)
    #expect(
      root.blocks("aws_vpc_security_group_ingress_rule")
        .filter { $0.value["security_group_id"] == "${aws_security_group.alerts.id}" }
        .mapValues {
          $0.only("referenced_security_group_id", "from_port", "to_port", "ip_protocol")
        }
        == [
          "alerts_nodes": [
            "referenced_security_group_id":
              "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}",
            "from_port": 5432,
            "to_port": 5432,
            "ip_protocol": "tcp",
          ]
        ])
    #expect(
      root.blocks("aws_vpc_security_group_egress_rule").values.filter {
        $0["security_group_id"] == "${aws_security_group.alerts.id}"
      } == [])
  }

  /// Security groups for pods refuse the t family, so pods have those of their machines: the
  /// cluster's, which node groups without others take and Karpenter finds by its tag.
  @Test func `Aurora admits the machines' security group, and not one of pods`() throws {
    let root = try sampleCell { EKS { Karpenter(limit: .cpu(100)) } }
    let machines: TerraformJSON = "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}"
    #expect(
      root["aws_vpc_security_group_ingress_rule", "alerts_nodes"]["referenced_security_group_id"]
        == machines)
    let template = root["aws_launch_template", "general"]
    #expect(template["name"] == "bizcomms-cell-a-general")
    #expect(template["vpc_security_group_ids"] == .null)
    #expect(template["network_interfaces"] == .null)
    #expect(root["aws_ec2_tag", "karpenter_discovery"]["resource_id"] == machines)
    #expect(root["aws_ec2_tag", "karpenter_discovery"]["key"] == "karpenter.sh/discovery")
  }

  @Test func `the database is in the subnets that have no route to the internet`() throws {
    #expect(
      try sampleCell()["aws_db_subnet_group", "alerts"]["subnet_ids"].texts == [
        "${aws_subnet.database_use1_az1.id}", "${aws_subnet.database_use1_az2.id}",
        "${aws_subnet.database_use1_az4.id}",
      ])
  }

  /// RDS tells the writer's endpoint of the primary only, and Systems Manager takes no empty value.
  @Test(arguments: ["cell-a", "cell-b"])
  func `both endpoints are published where the services look, of a secondary too`(
    _ cell: String
  ) throws {
    let root = try WrittenFleet(twoRegions())["pair", "cells/\(cell)"]
    let path = "/bizcomms/pair/cells/\(cell)/database/alerts"
    #expect(
      root.blocks("aws_ssm_parameter").filter { $0.key.hasPrefix("alerts_") } == [
        "alerts_reader": [
          "name": .string("\(path)/reader"), "type": "String",
          "value": "${aws_rds_cluster.alerts.reader_endpoint}",
        ],
        "alerts_writer": [
          "name": .string("\(path)/writer"), "type": "String",
          "value":
            #"${replace(aws_rds_cluster.alerts.reader_endpoint, ".cluster-ro-", ".cluster-")}"#,
        ],
      ])
    #expect(!root.texts.contains { $0.contains("aws_rds_cluster.alerts.endpoint") })
  }

  @Test func `a root reads nothing from another region`() throws {
    let fleet = try WrittenFleet(twoRegions())
    for cell in ["cell-a", "cell-b"] {
      let root = fleet["pair", "cells/\(cell)"]
      for kind in ["data", "ephemeral", "resource"] {
        for blocks in root.allBlocks(kind: kind).values {
          #expect(blocks.values.filter { $0["provider"] != .null } == [])
        }
      }
    }
  }
}
