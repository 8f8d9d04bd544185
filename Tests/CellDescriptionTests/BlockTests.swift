import CellContract
import CellDescription
import CellPrimitives
import SourceLocations
import Testing

/// Blocks are Swift: whatever decides, repeats or leaves out works in them.
@Suite struct BlockTests {
  @Test(arguments: [(true, ["1", "both"]), (false, ["2", "both"])])
  func `if and else choose`(isFirst: Bool, expected: [String]) {
    let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {
      if isFirst { Release("1") } else { Release("2") }
      Release("both")
    }
    #expect(environment.releases == expected)
  }

  @Test func `an if that does not hold leaves nothing behind`() {
    let nothing: Int? = nil
    let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {
      if let nothing { Release("\(nothing)") }
    }
    #expect(environment.elements.isEmpty)
  }

  @Test func `for repeats in order, with computed names`() {
    let regions: [Region] = [.usEast1, .usWest2]
    let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {
      for (index, region) in regions.enumerated() {
        Cell(
          "cell-\(region.abbreviation)-01", in: region, role: index == 0 ? .primary : .standby,
          index: index, shape: CellShape {})
      }
    }
    #expect(environment.cells.map(\.name) == ["cell-use1-01", "cell-usw2-01"])
    #expect(environment.cells.map(\.region) == regions)
    #expect(environment.cells.map(\.role) == [.primary, .standby])
    #expect(environment.cells.map(\.index) == [0, 1])
  }

  @Test(arguments: [(Routing.Policy.failover, ["f"]), (.latency, ["l", "l2"])])
  func `switch chooses`(policy: Routing.Policy, expected: [String]) {
    let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {
      switch policy {
      case .failover: Release("f")
      case .latency:
        Release("l")
        Release("l2")
      }
    }
    #expect(environment.releases == expected)
  }

  @Test func `an empty block is a block`() {
    #expect(Fleet {}.environments.isEmpty)
    #expect(CellShape {}.elements.isEmpty)
    #expect(EKS {}.elements.isEmpty)
    #expect(Extend { (_: CellReferences) in }.body(.sample).isEmpty)
  }

  @Test func `a cell keeps its overrides in the order in which they are written`() {
    let cell = Cell("c", in: .usEast1, role: .primary, shape: CellShape {}) {
      Release("canary")
      WAF()
      Observability()
      VPC(natGateways: .one)
      EKS { Run(.api, replicas: 3) }
      VPC(availabilityZones: 2)
    }
    let kinds = cell.overrides.map { element in
      switch element.value {
      case .vpc(let vpc): "vpc \(vpc.availabilityZones ?? 0)"
      case .eks: "eks"
      case .database: "database"
      case .release(let release): "release \(release.version)"
      case .waf: "waf"
      case .observability: "observability"
      case .extend: "extend"
      }
    }
    #expect(kinds == ["release canary", "waf", "observability", "vpc 0", "eks", "vpc 2"])
  }

  @Test func `what is left out of an element stays open for a weaker layer`() {
    let vpc = VPC()
    #expect(vpc.cidr == nil && vpc.availabilityZones == nil)
    #expect(vpc.natGateways == nil && vpc.endpoints == nil)
    let group = NodeGroup()
    #expect(group.instance == nil && group.count == nil && group.name == "general")
    #expect(EKS().version == nil && Run(.worker).replicas == nil)
    #expect(Cell("c", in: .usEast1, role: .primary, shape: CellShape {}).index == nil)
  }

  @Test func `data is protected where an environment says nothing`() {
    let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {}
    #expect(environment.dataProtection == .preventDestroy)
    let engine = DatabaseEngine.auroraPostgreSQL("16.8")
    #expect(GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge).instancesPerCell == 2)
    #expect(CellDatabase(.alerts, engine: engine, instance: .r6gLarge).instances == 2)
  }
}

extension Environment {
  fileprivate var releases: [String] {
    elements.compactMap { element in
      if case .release(let release) = element.value { release.version } else { nil }
    }
  }

  fileprivate var cells: [Cell] {
    elements.compactMap { element in
      if case .cell(let cell) = element.value { cell } else { nil }
    }
  }
}
