import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import Synchronization
import TerraformAWS
import TerraformDocument
import TerraformSynthesis
import Testing

/// `Extend` and `Amend`: what users add to and change in the roots.
@Suite struct ExtensionTests {
  @Test func `adds a resource to a cell, in a file of its own`() throws {
    let cell = try sampleCell {
      Extend { cell in
        Resource(AWS.SecurityGroup.self, "office") {
          $0.name = "\(Argument(cell.cellName))-office"
          $0.vpcID = cell.vpcID
        }
      }
    }
    #expect(
      cell.files["extensions.tf.json"] == [
        "resource": [
          "aws_security_group": [
            "office": [
              "//": "cell-a: extensions", "name": "cell-a-office",
              "tags": ["component": "extensions"], "vpc_id": "${aws_vpc.main.id}",
            ]
          ]
        ]
      ])
  }

  @Test func `adds a resource to the global root`() throws {
    let fleet = try WrittenFleet(everyChoice)
    #expect(
      fleet["every", "global"].files["extensions.tf.json"] == [
        "resource": [
          "aws_route53_record": [
            "status": [
              "//": "every global: extensions", "name": "status.every.example.com",
              "records": ["status.example.net"], "ttl": 300, "type": "CNAME",
              "zone_id": "${data.aws_route53_zone.main.zone_id}",
            ]
          ]
        ]
      ])
  }

  @Test func `offers the cell's network and cluster for reference`() throws {
    let cell = try sampleCell {
      VPC(availabilityZones: 2)
      Extend { cell in
        Resource(AWS.SSMParameter.self, "all") {
          $0.name = "all"
          $0.type = "String"
          let all = [
            cell.vpcID, cell.clusterName, cell.clusterSecurityGroupID,
            cell.publicSubnetIDs[1], cell.privateSubnetIDs[1], cell.databaseSubnetIDs[1],
          ]
          $0.value = all.dropFirst().reduce(all[0]) { "\($0) \($1)" }
        }
      }
    }
    #expect(
      cell["aws_ssm_parameter", "all"]["value"] == """
        ${aws_vpc.main.id} ${aws_eks_cluster.main.name} \
        ${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id} \
        ${aws_subnet.public_use1_az2.id} ${aws_subnet.private_use1_az2.id} \
        ${aws_subnet.database_use1_az2.id}
        """)
  }

  @Test func `changes one argument of a synthesized resource and no other`() throws {
    let plain = try sampleCell()
    let amended = try sampleCell {
      Extend { _ in
        Amend(AWS.SQSQueue.self, "alert_processing") { $0.delaySeconds = 60 }
      }
    }
    var expected = plain["aws_sqs_queue", "alert_processing"].members
    expected["delay_seconds"] = 60
    #expect(amended["aws_sqs_queue", "alert_processing"] == .object(expected))
    #expect(amended.files["messaging.tf.json"] != plain.files["messaging.tf.json"])
    #expect(
      amended.files.filter { $0.key != "messaging.tf.json" }
        == plain.files.filter { $0.key != "messaging.tf.json" })
  }

  @Test func `an amendment may state what a guarded argument is already`() throws {
    let plain = try sampleCell()
    let amended = try sampleCell {
      Extend { _ in
        Amend(AWS.VPC.self, "main") {
          $0.cidrBlock = "10.0.0.0/16"
          $0.instanceTenancy = "dedicated"
        }
      }
    }
    var expected = plain["aws_vpc", "main"].members
    expected["instance_tenancy"] = "dedicated"
    #expect(amended["aws_vpc", "main"] == .object(expected))
  }

  /// Rules answer for what was synthesized; the user's own resources are the user's.
  @Test func `a resource of the user's own may be amended in every argument`() throws {
    let cell = try sampleCell {
      Extend { _ in
        Resource(AWS.VPC.self, "own") { $0.cidrBlock = "192.168.0.0/16" }
        Amend(AWS.VPC.self, "own") { $0.cidrBlock = "192.168.0.0/20" }
      }
    }
    #expect(cell["aws_vpc", "own"] == ["cidr_block": "192.168.0.0/20"])
  }

  @Test
  func `an extension is evaluated once for each root that it extends`()
    throws
  {
    let evaluated = Mutex<[String]>([])
    let global = Extend { (global: GlobalReferences) in
      Resource(AWS.SNSTopic.self, "own") {
        evaluated.withLock { $0.append(global.environmentName) }
        $0.name = Argument(global.environmentName)
      }
    }
    let fleet = twoCells(global: global) {
      Extend { cell in
        Resource(AWS.SNSTopic.self, "own") {
          evaluated.withLock { $0.append(cell.cellName) }
          $0.name = Argument(cell.cellName)
        }
      }
    }
    let validated = try validated(fleet)
    #expect(evaluated.withLock { $0 } == [])
    _ = try SynthesizedFleet(validated)
    #expect(evaluated.withLock { $0.sorted() } == ["cell-a", "cell-b", "sample"])
  }

  @Test func `an amendment is made once`() throws {
    let made = Mutex(0)
    _ = try sampleCell {
      Extend { _ in
        Amend(AWS.SQSQueue.self, "alert_processing") { _ in made.withLock { $0 += 1 } }
      }
    }
    #expect(made.withLock { $0 } == 1)
  }
}
