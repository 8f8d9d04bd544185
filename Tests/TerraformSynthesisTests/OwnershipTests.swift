import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformAWS
import TerraformDocument
import Testing

/// Nothing in AWS has two owners, and no root holds what only AWS can know.
@Suite struct OwnershipTests {
  @Test func `no two roots of an environment own the same thing`() throws {
    for fleet in [Cells.fleet, everyChoice] {
      let owners = try owners(in: fleet)
      #expect(owners.count > 20)
      for (thing, roots) in owners { #expect(roots.count == 1, "\(thing) is owned by \(roots)") }
    }
  }

  @Test func `the check finds a queue of two owners`() throws {
    let extended = CellShape {
      VPC()
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2...6)
        Run(.api)
      }
      Extend { _ in
        Resource(AWS.SQSQueue.self, "shared") { $0.name = "the-same-in-every-cell" }
      }
    }
    let fleet = Fleet {
      Environment(
        "sample", account: "111122223333", domain: "api.example.com", home: .usEast1
      ) {
        Release("1.0.0")
        GlobalTable(.deliveries)
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: extended) {
          CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        }
        Cell("cell-b", in: .usEast1, role: .standby, index: 1, shape: extended) {
          CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        }
      }
    }
    let shared = try owners(in: fleet).filter { $0.value.count > 1 }
    #expect(
      shared == [
        "sample: aws_sqs_queue the-same-in-every-cell in us-east-1": [
          "cells/cell-a", "cells/cell-b",
        ]
      ])
  }

  @Test(arguments: ["our fleet", "every choice"])
  func `no value that is known only after an apply stands in a root`(_ name: String) throws {
    let fleet = try WrittenFleet(name == "our fleet" ? Cells.fleet : everyChoice)
    for root in fleet.all {
      #expect(root.texts.filter(isAssignedByAWS) == [], "\(root.path)")
    }
  }

  @Test(arguments: [
    "vpc-0a1b2c3d4e5f60718", "subnet-0a1b2c3d", "eipalloc-0a1b2c3d4e5f60718",
    "Z0123456789ABCDEFGHIJ", "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef",
    "alerts.cluster-abcdefghijkl.us-east-1.rds.amazonaws.com", "a.us-east-1.elb.amazonaws.com",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:bizcomms/twilio-Ab12Cd",
    "https://oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF",
    "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/0123456789abcdef",
  ])
  func `the check knows what AWS assigns`(_ text: String) {
    #expect(isAssignedByAWS(text))
  }

  /// The roots that own each thing with a name of its own, by type, name and region.
  private func owners(in fleet: Fleet) throws -> [String: Set<String>] {
    var owners: [String: Set<String>] = [:]
    for root in try WrittenFleet(fleet).all {
      for (type, blocks) in root.allBlocks() {
        for block in blocks.values {
          guard let name = identity(of: block, type: type) else { continue }
          let isGlobal = type.hasPrefix("aws_iam_") || type.hasPrefix("aws_route53_")
          let place = isGlobal ? "" : " in \(region(of: block, in: root) ?? "?")"
          owners["\(root.path.environment): \(type) \(name)\(place)", default: []]
            .insert(root.path.folder)
        }
      }
    }
    return owners
  }

  /// What AWS tells two of a type apart by; nil where the block belongs to another of its root.
  private func identity(of block: TerraformJSON, type: String) -> String? {
    let names = [
      "name", "bucket", "cluster_identifier", "global_cluster_identifier", "identifier", "fqdn",
      "alarm_name", "dashboard_name",
    ]
    if type == "aws_route53_record" {
      return ["name", "type", "set_identifier"].compactMap { block[$0].text }.joined(separator: " ")
    }
    // The name of an inline policy is one within its role, of a log stream within its group.
    if type == "aws_iam_role_policy" || type == "aws_cloudwatch_log_stream" { return nil }
    return names.compactMap { block[$0].text }.first { !$0.contains("${") }
  }
}

/// Whether a text holds an identifier of a form that AWS draws when it makes a thing.
private func isAssignedByAWS(_ text: String) -> Bool {
  text.contains(/\b(?:vpc|subnet|sg|rtb|igw|nat|eipalloc|eni|vpce|acl|lt|i)-[0-9a-f]{8,17}\b/)
    || text.contains(/\bZ[0-9A-Z]{12,31}\b/)
    || text.contains(/:key\/[0-9a-f-]{8,}/)
    // A service's own name, `monitoring.rds.amazonaws.com`, is no host of ours.
    || text.contains(/\.(?:rds|elb)\.amazonaws\.com/)
      && text != "monitoring.rds.amazonaws.com"
    || text.contains(/:secret:[^?]*-[A-Za-z0-9]{6}$/)
    || text.contains(/\/id\/[0-9A-F]{32}/)
    || text.contains(/:(?:loadbalancer|targetgroup|listener)\/.*\/[0-9a-f]{16}/)
}
