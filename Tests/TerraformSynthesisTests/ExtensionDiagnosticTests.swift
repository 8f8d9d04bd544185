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
          fix: write `Cell(…, index: …)` or `VPC(cidr: …)`
        """,
        """
        \(file):\(here + 5):11: error: version of aws_eks_cluster.main is checked by the rule \
        eks-version, which an amendment would evade
          fix: write `EKS(version: …)`
        """,
      ])
  }

  @Test func `refuses to change what a service may do, and who may be the service`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Amend(AWS.IAMRolePolicy.self, "api") { $0.policy = "{}" }
          Amend(AWS.IAMRolePolicy.self, "worker") { $0.role = "elsewhere" }
          Amend(AWS.IAMRole.self, "poller") { $0.assumeRolePolicy = "{}" }
          Amend(AWS.IAMRole.self, "node") { $0.assumeRolePolicy = "{}" }
        }
      })
    let guarded = [
      "policy of aws_iam_role_policy.api", "role of aws_iam_role_policy.worker",
      "assume_role_policy of aws_iam_role.poller", "assume_role_policy of aws_iam_role.node",
    ]
    #expect(
      found
        == guarded.enumerated().map { number, argument in
          """
          \(file):\(here + 4 + number):11: error: \(argument) is checked by the rule \
          service-resources, which an amendment would evade
            fix: write `@Uses(…)` in the service's resources, in CellContract
          """
        })
  }

  @Test func `refuses to let a cluster join a global database, or leave its own`() throws {
    let here = #line
    let joining = try diagnostics(
      sample {
        Extend { _ in
          Amend(AWS.RDSCluster.self, "alerts") { $0.globalClusterIdentifier = "elsewhere" }
        }
      })
    let leaving = try diagnostics(
      twoCells {
        Extend { _ in Amend(AWS.RDSCluster.self, "alerts") { $0.globalClusterIdentifier = nil } }
      })
    func refusal(at place: String) -> String {
      """
      \(file):\(place): error: global_cluster_identifier of aws_rds_cluster.alerts is checked by \
      the rule database-per-region, which an amendment would evade
        fix: write `GlobalDatabase(…)` or `CellDatabase(…)`
      """
    }
    #expect(joining == [refusal(at: "\(here + 4):11")])
    #expect(leaving == [refusal(at: "\(here + 9):23")])
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

  @Test func `refuses a name that Terraform can't read, and writes one that it can`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Resource(AWS.SNSTopic.self, "two words") { $0.name = "one" }
          Resource(AWS.SNSTopic.self, "1st") { $0.name = "two" }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: "two words" can't be the name of a block of type aws_sns_topic in \
        sample/terraform/cells/cell-a; a name is letters, digits, `_` and `-`, and begins with a \
        letter or `_`
          fix: write "two_words"
        """,
        """
        \(file):\(here + 5):11: error: "1st" can't be the name of a block of type aws_sns_topic in \
        sample/terraform/cells/cell-a; a name is letters, digits, `_` and `-`, and begins with a \
        letter or `_`
          fix: write "_1st"
        """,
      ])
  }

  @Test func `refuses a provider that a cell does not have`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Resource(AWS.SNSTopic.self, "own", meta: MetaArguments(provider: "us-west-2")) {
            $0.name = "own"
          }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: aws_sns_topic.own asks for the provider configuration \
        "us-west-2", which sample/terraform/cells/cell-a does not have
          fix: leave `provider:` out; sample/terraform/cells/cell-a has one configuration only
        """
      ])
  }

  @Test func `names the providers that the global root has, or the one that was meant`() throws {
    let here = #line
    let found = try diagnostics(
      twoCells(
        global: Extend { (_: GlobalReferences) in
          Resource(AWS.SNSTopic.self, "near", meta: MetaArguments(provider: "us-west-3")) {
            $0.name = "near"
          }
          Resource(AWS.SNSTopic.self, "far", meta: MetaArguments(provider: "sa")) {
            $0.name = "far"
          }
        }))
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: aws_sns_topic.near asks for the provider configuration \
        "us-west-3", which sample/terraform/global does not have
          fix: write `provider: "us-west-2"`, or leave `provider:` out
        """,
        """
        \(file):\(here + 7):11: error: aws_sns_topic.far asks for the provider configuration \
        "sa", which sample/terraform/global does not have
          fix: write `provider: "us-west-2"`, or leave `provider:` out
        """,
      ])
  }

  @Test func `refuses a number that JSON can't hold, also deep in a block`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Resource(AWS.SQSQueue.self, "own") { $0.delaySeconds = Argument(Double.nan) }
          Resource(AWS.Route53Record.self, "own") {
            $0.weightedRoutingPolicy = .init { $0.weight = Argument(Double.infinity) }
          }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: delay_seconds of aws_sqs_queue.own in \
        sample/terraform/cells/cell-a holds a number that is not finite
          fix: write a finite number
        """,
        """
        \(file):\(here + 5):11: error: weighted_routing_policy of aws_route53_record.own in \
        sample/terraform/cells/cell-a holds a number that is not finite
          fix: write a finite number
        """,
      ])
  }

  @Test func `refuses the subnets of a zone that the cell does not have`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        VPC(availabilityZones: 2)
        Extend { cell in
          Resource(AWS.EIP.self, "public") { $0.address = cell.publicSubnetIDs[2] }
          Resource(AWS.EIP.self, "private") { $0.address = cell.privateSubnetIDs[2] }
          Resource(AWS.EIP.self, "database") { $0.address = cell.databaseSubnetIDs[-1] }
        }
      })
    let missing = [
      "public_of_zone_number_2", "private_of_zone_number_2", "database_of_zone_number_-1",
    ]
    #expect(
      found
        == zip(["public", "private", "database"], missing).enumerated().map { number, names in
          """
          \(file):\(here + 5 + number):11: error: aws_eip.\(names.0) in \
          sample/terraform/cells/cell-a refers to aws_subnet.\(names.1), which does not exist
            fix: add aws_subnet.\(names.1), or refer to a block of this root
          """
        })
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
