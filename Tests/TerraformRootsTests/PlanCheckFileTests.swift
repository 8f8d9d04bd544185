import TestSupport
import Testing

/// Gaps are found: without these, an empty list of them proves nothing.
@Suite struct PlanCheckFileTests {
  @Test func `names the file and the resources that a missing check leaves out`() throws {
    let root = try #require(
      TerraformCommittedRoot.all().first { $0.description == "production/routing" })
    let files = try TerraformRootFiles(root.folder)
    let checks = try PlanTest(root: root).checkFiles()
    let without = PlanCoverage(files: files, checks: checks.filter { $0.name != "routing" })
    #expect(
      without.gaps == [
        "routing.tf.json: no check is about it; write routing.tf",
        "routing.tf.json: no check looks at aws_route53_record.primary",
        "routing.tf.json: no check looks at aws_route53_record.standby",
        "routing.tf.json: no check looks at data.aws_ssm_parameter.hosted_zone_id",
      ])
  }

  @Test func `does not take a comment, nor half a name, for a look`() throws {
    let root = try #require(TerraformCommittedRoot.all().first { $0.path == "routing" })
    let block = try #require(
      try TerraformRootFiles(root.folder).blocks
        .first { $0.address == "aws_route53_record.primary" })
    func looks(_ text: String) -> Bool { PlanCheckFile("routing.tf", text).looks(at: block) }
    #expect(looks("name = aws_route53_record.primary.name"))
    #expect(looks("for record in local.planned.aws_route53_record : record.name"))
    #expect(!looks("# aws_route53_record.primary"))
    #expect(!looks("name = aws_route53_record.primary_too.name"))
    #expect(!looks("for record in local.read.aws_route53_record : record.name"))
  }

  @Test func `names facts without an assertion, and messages without a value`() {
    let check = PlanCheckFile(
      "\(PlanTest.folder)/checks/cell/network.tf",
      """
      locals {
        network_facts = {
          routes = {
            planned = {}
          }
          vpc = {
            planned = {}
          }
        }
      }
      check "network" {
        assert {
          condition     = local.network_differences.vpc == ""
          error_message = "another network: ${local.network_differences.vpc}"
        }
        assert {
          condition     = local.network_differences.subnets == ""
          error_message = "another network: ${local.network_differences.subnets}"
        }
        assert {
          condition     = length(local.planned.aws_nat_gateway) > 0
          error_message = "no way out"
        }
      }
      """)
    #expect(check.assertions == ["another network", "another network", "no way out"])
    #expect(
      check.problems == [
        "checks/cell/network.tf: nothing asserts `routes`",
        "checks/cell/network.tf: there is no fact `subnets`",
        "checks/cell/network.tf: `no way out` says no value",
        "checks/cell/network.tf: two assertions say `another network`",
      ])
  }
}
