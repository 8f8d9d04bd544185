import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import Synchronization
import TerraformAWS
import TerraformDocument
import TerraformSynthesis
import Testing

/// What is said of an extension that Terraform would refuse.
@Suite struct ExtensionDiagnosticTests {
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
        letter or `_` [invalid-name]
          fix: write "two_words"
        """,
        """
        \(file):\(here + 5):11: error: "1st" can't be the name of a block of type aws_sns_topic in \
        sample/terraform/cells/cell-a; a name is letters, digits, `_` and `-`, and begins with a \
        letter or `_` [invalid-name]
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
        "us-west-2", which sample/terraform/cells/cell-a does not have [unknown-provider]
          fix: leave out `provider:`, for sample/terraform/cells/cell-a has one configuration only
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
        "us-west-3", which sample/terraform/global does not have [unknown-provider]
          fix: write `provider: "us-west-2"`, or leave out `provider:`
        """,
        """
        \(file):\(here + 7):11: error: aws_sns_topic.far asks for the provider configuration \
        "sa", which sample/terraform/global does not have [unknown-provider]
          fix: write `provider: "us-west-2"`, or leave out `provider:`
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
        sample/terraform/cells/cell-a holds a number that is not finite [invalid-number]
          fix: write a finite number
        """,
        """
        \(file):\(here + 5):11: error: weighted_routing_policy of aws_route53_record.own in \
        sample/terraform/cells/cell-a holds a number that is not finite [invalid-number]
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
          sample/terraform/cells/cell-a refers to aws_subnet.\(names.1), which does not exist \
          [dangling-reference]
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
        \(file):\(here + 5):11: error: sample/terraform/cells/cell-a already has aws_sns_topic.own \
        [duplicate-address]
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
        \(file):\(here + 5):11: error: sample/terraform/cells/cell-a already has aws_vpc.main \
        [duplicate-address]
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
        refers to aws_sqs_queue.alert_procesing, which does not exist [dangling-reference]
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
        refers to aws_vpc.main, which sample/terraform/cells/cell-a owns [cross-root-reference]
          note: \(sampleFile):
        """))
    #expect(
      first.hasSuffix(
        """
        : aws_vpc.main comes from here
          fix: publish the value from cells/cell-a as an SSM parameter and read it here
        """))
  }
}

private let file = "Tests/TerraformSynthesisTests/ExtensionDiagnosticTests.swift"
private let sampleFile = "Tests/TerraformSynthesisTests/Support/SampleFleets.swift"
