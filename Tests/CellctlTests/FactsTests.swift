import CellCost
import CellModel
import Commands
import Testing

@testable import cellctl

@Suite struct FactsTests {
  @Test func `lists every fact with its source and age`() async throws {
    let run = try await invoke("facts", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    for fact in FactRecord.ofRules + FactRecord.ofPrices {
      #expect(run.output.contains("\n\(fact.name) "))
    }
    try expectGolden(run.output, "facts.txt")
  }

  @Test func `gives a table of them as JSON, with what the sources leave open`() async throws {
    let run = try await invoke(
      "facts", "EKSVersionFacts", "--format", "json", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "facts.json")
  }

  @Test func `says from when on a fact is older than a year`() async throws {
    let last = try await invoke(
      "facts", "RegionFacts.zonesRefusedByEKS", in: projectFolder, today: "2027-11-23")
    #expect(last.output.contains(" 365 days\n"))
    #expect(last.output.hasSuffix("\n\n1 fact, of which 0 are older than a year\n"))
    let first = try await invoke(
      "facts", "RegionFacts.zonesRefusedByEKS", in: projectFolder, today: "2027-11-24")
    #expect(first.output.contains(" older than a year\n"))
    #expect(first.output.hasSuffix("\n\n1 fact, of which 1 is older than a year\n"))
  }

  @Test(arguments: [
    ("EKSFacts", "there is no table of facts EKSFacts; the tables are AuroraClassFacts, Aur"),
    ("EKSVersionFact", "there is no table of facts EKSVersionFact; did you mean EKSVersionFacts?"),
    ("namelimits.alarm", "there is no fact namelimits.alarm; did you mean NameLimits.alarm?"),
  ])
  func `refuses a name that no fact has`(name: String, message: String) async throws {
    let run = try await invoke("facts", name, in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(run.error.contains(message), "\(run.error)")
  }

  /// A warning and no failure: the fact may still be true, and no change of ours made it old.
  @Test func `warns of facts that are older than a year`() {
    for warning in warnings(on: .current) { Issue.record("\(warning)", severity: .warning) }
  }

  @Test func `in time every fact is too old`() {
    let all = FactRecord.ofRules + FactRecord.ofPrices
    #expect(warnings(on: FactDate(2028, 1, 1)).count == all.count)
    #expect(warnings(on: FactDate(2024, 7, 18)).isEmpty)
    #expect(
      warnings(on: FactDate(2025, 7, 19)) == [
        "PriceSheet.volumesOfJuly2024 of 2024-07-18 is older than a year; read its source again"
      ])
  }

  private func warnings(on today: FactDate) -> [String] {
    (FactRecord.ofRules + FactRecord.ofPrices).filter { $0.date.isOlderThanAYear(on: today) }.map {
      "\($0.name) of \($0.date) is older than a year; read its source again"
    }
  }
}
