import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument
import TerraformSynthesis
import Testing

/// What is said of an amendment that finds nothing to amend, or that evades a rule.
@Suite struct AmendDiagnosticTests {
  @Test func `names the near miss of a resource that is not there to amend`() throws {
    let here = #line
    let found = try diagnostics(
      sample {
        Extend { _ in
          Amend(AWS.SQSQueue.self, "alert_procesing") { $0.delaySeconds = 60 }
        }
      })
    #expect(
      found == [
        """
        \(file):\(here + 4):11: error: sample/terraform/cells/cell-a has no \
        aws_sqs_queue.alert_procesing to amend [amend-missing]
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
        aws_rds_global_cluster.elsewhere to amend [amend-missing]
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
        cidr-overlap, which an amendment would evade [amend-guarded]
          fix: write `Cell(…, index: …)` or `VPC(cidr: …)`
        """,
        """
        \(file):\(here + 5):11: error: version of aws_eks_cluster.main is checked by the rule \
        eks-version, which an amendment would evade [amend-guarded]
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
          service-resources, which an amendment would evade [amend-guarded]
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
      the rule database-per-region, which an amendment would evade [amend-guarded]
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
        by the rule replicas, which an amendment would evade [amend-guarded]
          fix: write `NodeGroup(count: …)`
        """
      ])
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
}

private let file = "Tests/TerraformSynthesisTests/AmendDiagnosticTests.swift"
