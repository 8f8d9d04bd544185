import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import Synchronization
import TerraformAWS
import TerraformDocument
import TerraformSynthesis
import Testing

/// What is said of an extension that Terraform would refuse, or that evades a rule.
@Suite struct ExtensionDiagnosticTests {
  @Test func `names the near miss of a resource that is not there to amend`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Amend(AWS.SQSQueue.self, "alert_procesing") { $0.visibilityTimeoutSeconds = 60 }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: sample/terraform/cells/cell-a has no \
        aws_sqs_queue.alert_procesing to amend
          fix: amend aws_sqs_queue.alert_processing, or add the resource with Resource(…)
        """
      ])
  }

  @Test func `advises to add what nothing there resembles`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in Amend(AWS.RDSGlobalCluster.self, "elsewhere") { $0.storageEncrypted = true } }
      })
    #expect(
      found == [
        """
        \(file):\(here + 3):23: error: sample/terraform/cells/cell-a has no \
        aws_rds_global_cluster.elsewhere to amend
          fix: name a resource of this root, or add one with Resource(…)
        """
      ])
  }

  @Test func `refuses to change what a rule answers for, and names the parameter to use`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Amend(AWS.VPC.self, "main") { $0.cidrBlock = "10.9.0.0/16" }
          Amend(AWS.EKSCluster.self, "main") { $0.version = "1.28" }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: cidr_block of aws_vpc.main is checked by the rule \
        cidr-overlap, which an amendment would evade
          fix: write `Cell(…, index: …) or VPC(cidr: …)`
        """,
        """
        \(file):\(here + 5):11: error: version of aws_eks_cluster.main is checked by the rule \
        eks-version, which an amendment would evade
          fix: write `EKS(version: …)`
        """,
      ])
  }

  @Test func `refuses to remove what a rule answers for`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Amend(AWS.EKSNodeGroup.self, "general") { $0.scalingConfig = nil }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: scaling_config of aws_eks_node_group.general is checked \
        by the rule replicas, which an amendment would evade
          fix: write `NodeGroup(count: …)`
        """
      ])
  }

  @Test func `names both owners of one address`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Resource(AWS.SNSTopic.self, "own") { $0.name = "one" }
          Resource(AWS.SNSTopic.self, "own") { $0.name = "two" }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 5):11: error: sample/terraform/cells/cell-a already has aws_sns_topic.own
          note: \(file):\(here + 4):11: the first aws_sns_topic.own comes from here
          fix: give it another name, or change the first with Amend
        """
      ])
  }

  @Test func `names the line of the cells that a synthesized resource comes from`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        VPC(cidr: "10.7.0.0/16")
        Extend { _ in
          Resource(AWS.VPC.self, "main") { $0.cidrBlock = "10.8.0.0/16" }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 5):11: error: sample/terraform/cells/cell-a already has aws_vpc.main
          note: \(file):\(here + 3):9: the first aws_vpc.main comes from here
          fix: give it another name, or change the first with Amend
        """
      ])
  }

  @Test func `refuses a reference to a block that does not exist`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Resource(AWS.SQSQueuePolicy.self, "own") {
            $0.queueURL = TerraformReference(
              TerraformAddress(.resource, type: "aws_sqs_queue", name: "alert_procesing")
            ).attribute("id")
            $0.policy = "{}"
          }
        }
      })
    let first = try #require(found.first)
    #expect(found.count == 1)
    #expect(
      first.hasPrefix(
        """
        \(file):\(here + 4):11: error: aws_sqs_queue_policy.own in sample/terraform/cells/cell-a \
        refers to aws_sqs_queue.alert_procesing, which does not exist
          note: \(sampleFile):
        """))
    #expect(first.hasSuffix("\n  fix: write aws_sqs_queue.alert_processing"))
  }

  @Test func `refuses a reference that strayed from another cell, and names both places`() throws {
    let stolen = Mutex<Argument<String>?>(nil)
    let here = #line
    let found = try diagnostics(
      twoCells {
        VPC(availabilityZones: 2)
        Extend { cell in
          Resource(AWS.SecurityGroup.self, "own") {
            let vpcID = cell.vpcID
            $0.name = "own"
            $0.vpcID = stolen.withLock { first in
              defer { first = first ?? vpcID }
              return first ?? vpcID
            }
          }
        }
      })
    let first = try #require(found.first)
    #expect(found.count == 1)
    #expect(
      first.hasPrefix(
        """
        \(file):\(here + 5):11: error: aws_security_group.own in sample/terraform/cells/cell-b \
        refers to aws_vpc.main, which sample/terraform/cells/cell-a owns
          note: \(sampleFile):
        """))
    #expect(
      first.hasSuffix(
        """
        : aws_vpc.main comes from here
          fix: publish the value from cells/cell-a as an SSM parameter and read it here
        """))
  }

  @Test func `says all that is wrong at once, by place`() throws {
    let here = #line
    let found = try diagnostics(
      twoCells {
        Extend { _ in
          Amend(AWS.EKSCluster.self, "main") { $0.version = "1.28" }
          Amend(AWS.VPC.self, "mian") { $0.cidrBlock = "10.9.0.0/16" }
        }
      })
    #expect(
      found.map { $0.split(separator: ":", maxSplits: 3).prefix(2).joined(separator: ":") } == [
        "\(file):\(here + 4)", "\(file):\(here + 5)", "\(file):\(here + 5)",
      ])
  }

  /// The diagnostics of synthesis, as they are printed; the description itself is valid.
  private func diagnostics(_ fleet: Fleet) throws -> [String] {
    let validated = try validated(fleet)
    let failure = #expect(throws: InvalidFleet.self) { try SynthesizedFleet(validated) }
    let package = String(#filePath.prefix(#filePath.count - "\(file)".count))
    return (failure?.diagnostics ?? []).map { $0.text(relativeTo: package) }
  }
}

private let file = "Tests/TerraformSynthesisTests/ExtensionDiagnosticTests.swift"
private let sampleFile = "Tests/TerraformSynthesisTests/Support/SampleFleets.swift"
