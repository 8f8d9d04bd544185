import CellModel
import Foundation
import Testing

@testable import CellCost

struct FactsOfPricesTests {
  @Test func `the list has every sheet under its name in Swift`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CellCost/Prices/Sheets")
    let texts = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).map { try String(contentsOf: $0, encoding: .utf8) }
    let declared = texts.flatMap { text in
      text.matches(of: /static let (\w+) = PriceSheet\(/).map { String($0.1) }
    }
    #expect(declared.count > 10)
    #expect(PriceBook.standardSheets.map(\.key).sorted() == declared.sorted())
    #expect(PriceBook.standard.sheets.count == declared.count)
  }

  @Test func `facts have names of their own`() {
    let names = FactRecord.ofPrices.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count == PriceBook.standardSheets.count + ResourceTreatment.free.count)
  }
}
