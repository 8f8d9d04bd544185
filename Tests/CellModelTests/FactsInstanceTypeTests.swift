import CellPrimitives
import Testing

@testable import CellModel

struct FactsInstanceTypeTests {
  @Test func `every line of the table was read`() {
    let families = InstanceTypeFacts.families.value
    #expect(families.count == 120)
    #expect(families.values.allSatisfy { !$0.sizes.isEmpty })
    #expect(
      families.values.allSatisfy { family in
        family.missing.values.allSatisfy { $0.isSubset(of: family.sizes.keys) }
      })
  }

  /// Figures of the file as it was before it listed interfaces: `nodeadm/internal/kubelet/eni-max-pods`.
  @Test(arguments: [
    ("t3.micro", 4), ("t3.medium", 17), ("t3.large", 35), ("m5.large", 29), ("c6g.medium", 8),
    ("m7i.4xlarge", 234), ("r6i.16xlarge", 737),
  ])
  func `a machine has as many pods as its interfaces have addresses`(name: String, pods: Int) throws
  {
    let type = try #require(InstanceType(name))
    #expect(InstanceTypeFacts.networking(of: type)?.pods == pods)
  }

  @Test func `a region lacks families, and sizes of others`() throws {
    let type = try #require(InstanceType("t3a.large"))
    #expect(InstanceTypeFacts.isOffered(type, in: .usEast1))
    #expect(!InstanceTypeFacts.isOffered(type, in: .euNorth1))
    let size = try #require(InstanceType("c5d.12xlarge"))
    #expect(!InstanceTypeFacts.isOffered(size, in: .euWest3))
    #expect(InstanceTypeFacts.isOffered(try #require(InstanceType("c5d.large")), in: .euWest3))
    #expect(!InstanceTypeFacts.isOffered(try #require(InstanceType("m99.large")), in: .usEast1))
  }
}
