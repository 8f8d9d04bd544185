import CellDescription
import CellPrimitives
import SourceLocations
import Testing

@testable import CellModel

struct ValidatedFleetTests {
  @Test func `keeps warnings, sorted, and finds cells by name`() throws {
    let environment = production {
      Cell("cell-b", in: .usEast1, role: .primary, index: 0, shape: .plain) { EKS(version: "1.33") }
      Cell("cell-a", in: .usWest1, role: .standby, index: 1, shape: .plain) { EKS(version: "1.99") }
    }
    let fleet = try ValidatedFleet(validating: Fleet { environment }, on: .ofTests)
    #expect(fleet.warnings.map(\.severity) == [.warning, .warning])
    #expect(fleet.warnings.map(\.rule) == ["eks-version", "eks-version"])
    #expect(fleet.warnings == fleet.warnings.sorted())
    #expect(fleet.environments.map(\.name) == ["production"])
    #expect(fleet.environments[0].cells.map(\.name) == ["cell-a", "cell-b"])
    #expect(fleet.environments[0].primary?.name == "cell-b")
    #expect(fleet.environments[0].regions == [.usEast1, .usWest1])
    #expect(fleet.cell(named: "cell-a")?.cell.region == .usWest1)
    #expect(fleet.cell(named: "cell-a")?.environment.name == "production")
    #expect(fleet.cell(named: "cell-c") == nil)
  }

  @Test func `throws every diagnostic, warnings too and sorted, where any is an error`() throws {
    let environment = production {
      Cell("cell-b", in: .usEast1, role: .primary, index: 0, shape: .plain) { EKS(version: "1.33") }
      Cell("cell-a", in: .usWest1, role: .standby, index: 0, shape: .plain) { EKS(version: "1.28") }
    }
    let failure = try #require(throws: InvalidFleet.self) {
      try ValidatedFleet(validating: Fleet { environment }, on: .ofTests)
    }
    #expect(failure.diagnostics.map(\.rule) == ["eks-version", "cidr-overlap", "eks-version"])
    #expect(failure.diagnostics.map(\.severity) == [.warning, .error, .error])
    #expect(failure.diagnostics == failure.diagnostics.sorted())
  }

  @Test func `refuses a fleet of nothing, from which an empty out/ would follow`() throws {
    let failure = try #require(throws: InvalidFleet.self) {
      try ValidatedFleet(validating: Fleet {}, on: .ofTests)
    }
    let line = #line - 3
    #expect(
      failure.diagnostics.map { $0.text(relativeTo: folder(of: #filePath)) } == [
        """
        ValidatedFleetTests.swift:\(line):23: error: the fleet has no environment [incomplete]
          fix: list one in `Fleet { … }`; to take everything down, destroy the roots first
        """
      ])
  }

  @Test func `rules have names of their own, in order, each with its summary`() {
    let names = Rule.all.map(\.name)
    #expect(names == Set(names).sorted())
    #expect(
      names == [
        "access-entries",
        "account",
        "architecture",
        "aurora-class",
        "backups",
        "certificate-domain",
        "cidr-overlap",
        "cluster-access",
        "data-protection",
        "database-per-region",
        "database-standby",
        "database-windows",
        "debug-retention",
        "deployment-access",
        "disruption-budget",
        "duplicate-names",
        "eks-version",
        "endpoints",
        "failover-regions",
        "fargate",
        "firewall",
        "function",
        "instance-type",
        "karpenter",
        "karpenter-bound",
        "maintenance-days",
        "name-limits",
        "node-room",
        "one-primary",
        "own-domain",
        "pod-addresses",
        "quotas",
        "replicas",
        "retention",
        "routing-pair",
        "serverless-capacity",
        "service-resources",
        "service-standby",
        "spot",
        "visibility",
        "zones",
      ])
    #expect(Rule.all.allSatisfy { !$0.summary.isEmpty && !$0.summary.hasSuffix(".") })
  }
}
