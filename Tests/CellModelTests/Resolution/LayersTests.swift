import CellContract
import CellDescription
import CellPrimitives
import SourceLocations
import Testing

@testable import CellModel

/// Shape, then `EachCell`, then cell: the strongest that says anything about a field is believed.
struct LayersTests {
  private let shapeLine = #line + 2
  private let shape = CellShape {
    VPC(cidr: "10.1.0.0/16", availabilityZones: 3, natGateways: .onePerZone, endpoints: [.s3])
    EKS(version: "1.34") {
      NodeGroup(.t3Large, count: 2...6)
      NodeGroup(.m5Large, count: 1...2, named: "extra")
      Run(.api, replicas: 2...10)
      Run(.poller)
    }
    CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    Release("1.0.1")
  }

  @Test func `takes every field from the shape where nobody else says anything`() throws {
    let cell = try resolved {
    } overrides: {
    }
    #expect(cell.network.cidr.value.description == "10.1.0.0/16")
    #expect(cell.network.cidr.location.line == shapeLine)
    #expect(cell.network.zoneCount.value == 3)
    #expect(cell.network.zoneIDs == ["use1-az1", "use1-az2", "use1-az4"])
    #expect(cell.network.natGateways == .onePerZone)
    #expect(cell.network.endpoints.value == [.s3])
    #expect(cell.network.location.line == shapeLine)
    #expect(cell.cluster.version.value.description == "1.34")
    #expect(cell.cluster.version.location.line == shapeLine + 1)
    #expect(cell.cluster.nodeGroups.map(\.value.name) == ["extra", "general"])
    #expect(cell.cluster.nodeGroups.map(\.value.instance) == [.m5Large, .t3Large])
    #expect(cell.cluster.nodeGroups.map(\.value.count) == [1...2, 2...6] as [CountRange])
    #expect(cell.cluster.nodeGroups.map(\.location.line) == [shapeLine + 3, shapeLine + 2])
    #expect(cell.cluster.services.map(\.value.name) == [.api, .poller])
    #expect(cell.cluster.services.map(\.value.replicas) == [2...10, 1] as [CountRange])
    #expect(cell.databases.map(\.value.instance) == [.r6gLarge])
    #expect(cell.release.value == "1.0.1")
    #expect(cell.release.location.line == shapeLine + 8)
  }

  @Test func `lets EachCell override single fields and keeps the others`() throws {
    let line = #line + 2
    let cell = try resolved {
      VPC(natGateways: .one)
      EKS {
        NodeGroup(count: 1...3)
        Run(.api, replicas: 1)
        Run(.worker)
      }
      CellDatabase(.alerts, engine: .auroraPostgreSQL("16.9"), instance: .t4gMedium, instances: 1)
      Release("1.0.2")
    } overrides: {
    }
    #expect(cell.network.cidr.location.line == shapeLine)
    #expect(cell.network.natGateways == .one)
    #expect(cell.network.endpoints.value == [.s3])
    #expect(cell.network.location.line == line)
    #expect(cell.cluster.version.value.description == "1.34")
    #expect(cell.cluster.version.location.line == shapeLine + 1)
    #expect(cell.cluster.nodeGroups.map(\.value.instance) == [.m5Large, .t3Large])
    #expect(cell.cluster.nodeGroups.map(\.value.count) == [1...2, 1...3] as [CountRange])
    #expect(cell.cluster.nodeGroups.map(\.location.line) == [shapeLine + 3, line + 2])
    #expect(cell.cluster.services.map(\.value.name) == [.api, .poller, .worker])
    #expect(cell.cluster.services.map(\.value.replicas) == [1, 1, 2...20] as [CountRange])
    #expect(
      cell.cluster.services.map(\.location.line) == [line + 3, shapeLine + 5, line + 4])
    #expect(cell.databases.map(\.value.version.description) == ["16.9"])
    #expect(cell.databases.map(\.value.instanceCount) == [1])
    #expect(cell.databases.map(\.location.line) == [line + 6])
    #expect(cell.release.value == "1.0.2")
  }

  @Test func `lets the cell override both`() throws {
    let line = #line + 5
    let cell = try resolved {
      VPC(cidr: "10.2.0.0/16", availabilityZones: 3, endpoints: [])
      EKS(version: "1.36") { NodeGroup(.m6iLarge, count: 3) }
    } overrides: {
      VPC(cidr: "10.3.0.0/16", availabilityZones: 2)
      EKS(version: "1.35") {
        NodeGroup(.m7iLarge)
      }
      Release("1.0.3")
    }
    #expect(cell.network.cidr.value.description == "10.3.0.0/16")
    #expect(cell.network.cidr.location.line == line)
    #expect(cell.network.zoneCount.value == 2)
    #expect(cell.network.zoneCount.location.line == line)
    #expect(cell.network.zoneIDs == ["use1-az1", "use1-az2"])
    #expect(cell.network.endpoints.value == [])
    #expect(cell.cluster.version.value.description == "1.35")
    #expect(cell.cluster.version.location.line == line + 1)
    #expect(cell.cluster.nodeGroups.map(\.value.instance) == [.m5Large, .m7iLarge])
    #expect(cell.cluster.nodeGroups.map(\.value.count) == [1...2, 3] as [CountRange])
    #expect(cell.cluster.nodeGroups.map(\.location.line) == [shapeLine + 3, line - 2])
    #expect(cell.release.value == "1.0.3")
    #expect(cell.release.location.line == line + 4)
  }

  @Test func `takes a disruption budget from the strongest layer that has one`() throws {
    func budgets(
      _ shared: DisruptionBudget?, _ own: DisruptionBudget?
    ) throws -> [DisruptionBudget?] {
      try resolved {
        EKS { Run(.api, disruption: shared) }
      } overrides: {
        EKS { Run(.api, replicas: 3...6, disruption: own) }
      }.cluster.services.map(\.value.disruption?.value)
    }
    // One of the API's pods may go by default, and of the poller's there is one.
    #expect(try budgets(nil, nil) == [.maxUnavailable(1), nil])
    #expect(try budgets(.minAvailable(2), nil) == [.minAvailable(2), nil])
    #expect(
      try budgets(.minAvailable(2), .maxUnavailable(.percent(25)))
        == [.maxUnavailable(.percent(25)), nil])
  }

  @Test func `fills in defaults where no layer says anything`() throws {
    let line = #line + 2
    let environment = production {
      Cell("cell-a", in: .usWest1, role: .primary, index: 7, shape: .plain)
    }
    let fleet = try ValidatedFleet(validating: Fleet { environment }, on: .ofTests)
    let cell = try #require(fleet.cell(named: "cell-a")?.cell)
    #expect(cell.network.cidr.value.description == "10.7.0.0/16")
    #expect(cell.network.cidr.location.line == line)
    #expect(cell.network.zoneIDs == ["usw1-az1", "usw1-az3"])
    #expect(cell.network.natGateways == .onePerZone)
    #expect(cell.network.endpoints.value == [.dynamoDB, .s3])
    #expect(cell.release.value == "1.0.0")
    #expect(fleet.environments[0].routing.value == .failover)
    #expect(fleet.environments[0].dataProtection == .preventDestroy)
  }

  private func resolved(
    @CellBuilder _ shared: @escaping () -> [Placed<CellElement>],
    @CellBuilder overrides: @escaping () -> [Placed<CellElement>]
  ) throws -> ResolvedCell {
    let environment = production {
      EachCell(shared)
      Cell("cell-a", in: .usEast1, role: .primary, shape: shape, overrides)
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
      GlobalTable(.stories)
    }
    let fleet = try ValidatedFleet(validating: Fleet { environment }, on: .ofTests)
    return try #require(fleet.cell(named: "cell-a")?.cell)
  }
}
