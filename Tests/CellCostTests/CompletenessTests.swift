import CellModel
import Foundation
import TerraformDocument
import Testing

@testable import CellCost

/// Whoever adds a type of resource has to say what it costs.
struct CompletenessTests {
  @Test func `every type in our roots is metered, counted with another, or known to be free`()
    throws
  {
    #expect(untreated(try fleetResources().map(\.address.type)) == [])
  }

  @Test func `so is every type that there are bindings for`() throws {
    let types = try boundTypes()
    #expect(types.count > 60)
    #expect(untreated(types) == [])
  }

  @Test func `names a type of which nothing is known`() {
    #expect(untreated(["aws_vpc", "aws_mainframe", "aws_route"]) == ["aws_mainframe"])
  }

  @Test func `a resource of which nothing is known makes a bill at least`() throws {
    let bill = Bill(
      of: [resource("aws_elasticache_cluster", "sessions"), resource("aws_eip")], on: today)
    #expect(bill.lines.map(\.item.name) == ["addresses", "aws_elasticache_cluster"])
    let line = try #require(bill.lines.last)
    #expect(line.resources == ["aws_elasticache_cluster.sessions"])
    #expect(line.monthly == nil)
    #expect(bill.total.description == "at least $3.65")
  }

  @Test func `a type has one treatment, and what it is counted with is metered`() throws {
    for type in try boundTypes() {
      let isFree = ResourceTreatment.free.contains { $0.types.contains(type) }
      let isMetered = ResourceTreatment.meters[type] != nil
      #expect(!(isFree && isMetered), "\(type)")
      if case .partOf(let other, let reason) = ResourceTreatment.of(type) {
        #expect(!isFree && !isMetered, "\(type)")
        #expect(ResourceTreatment.meters[other] != nil, "\(type) is counted with \(other)")
        #expect(!reason.isEmpty)
      }
    }
  }

  @Test func `what is free says who says so`() {
    for fact in ResourceTreatment.free.map(\.fact) {
      #expect(fact.source.count > 40)
      #expect(!fact.value.isEmpty)
    }
  }

  private func untreated(_ types: [String]) -> [String] {
    Set(types).filter { ResourceTreatment.of($0) == nil }.sorted()
  }

  private func boundTypes() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/TerraformAWS/types.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return words.first == "resource" ? words.dropFirst().first.map(String.init) : nil
    }
  }
}
