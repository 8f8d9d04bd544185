import Foundation
import Testing

@testable import CellModel

struct FactsSourceTests {
  @Test func `every fact says where and when it was read`() {
    for fact in FactRecord.ofRules {
      #expect(fact.source.count > 20, "\(fact.name)")
      #expect(fact.date >= FactDate(2026, 11, 1) && fact.date <= FactDate(2026, 11, 30))
    }
  }

  @Test func `the list has every fact of the tables, and no other`() throws {
    // A region has a record of its own under the name of the function that gives it.
    let listed = FactRecord.ofRules.map { record in
      record.name.split(separator: ".").prefix(2).joined(separator: ".")
    }
    let declared = try declaredFacts()
    #expect(declared.count > 40)
    #expect(Set(listed) == declared, "add it to FactRecords.swift")
    #expect(Set(FactRecord.ofRules.map(\.name)).count == FactRecord.ofRules.count)
  }

  @Test func `finds a fact however it is declared`() throws {
    let found = factNames(
      in: """
        public static let a = Fact(1, source: "")
          static let b: Fact<Int> = Fact(
        public static func c(of region: Region) -> Fact<[String]> {
        static let source = "a Fact("
        """)
    #expect(found == ["a", "b", "c"])
  }

  /// `Table.fact` for each declaration in the folder of the tables; a file has one table, or a part.
  private func declaredFacts() throws -> Set<String> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CellModel/Facts")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return Set(
      try files.flatMap { file in
        let source = try String(contentsOf: file, encoding: .utf8)
        let table = source.firstMatch(of: /(?:public enum|extension) (\w+)/)?.1 ?? "?"
        return factNames(in: source).map { "\(table).\($0)" }
      })
  }

  private func factNames(in source: String) -> [String] {
    source.matches(of: /static (?:let|func) (\w+)[^"\n]*?(?:= |: |-> )Fact[<(]/)
      .map { String($0.1) }
  }
}
