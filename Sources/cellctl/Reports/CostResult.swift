import CellCost
import CellModel
import CellPrimitives
import SourceLocations

/// A bill, as `cost` shows it.
struct CostResult {
  let bill: Bill
  /// Empty where nobody asked to compare.
  let comparisons: [OverviewComparison]
  let assumptions: UsageAssumptions
  let today: FactDate
  /// The folder of the package that was built, to which places are relative.
  let directory: String

  /// For people.
  func text(withLines: Bool) -> String {
    let environments = bill.environments.map { name in
      let part = bill.filtered { $0.environment == name }
      var blocks = ["\(name): \(part.total) a month", serviceTable(of: part)]
      if withLines { blocks.append(lineTable(of: part)) }
      if let comparison = comparisons.first(where: { $0.environment == name }) {
        blocks.append(comparison.text)
      }
      return blocks.joined(separator: "\n\n")
    }
    return (environments + [unknown, assumed, priced].compactMap { $0 }).joined(separator: "\n\n")
  }

  /// A row for each service, a column for what is shared and for each cell.
  private func serviceTable(of bill: Bill) -> String {
    let owners = Set(bill.lines.map(\.owner)).sorted()
    let services = Set(bill.lines.map(\.item.service)).sorted()
    let head = ["SERVICE"] + owners.map { $0.name.uppercased() } + ["TOTAL"]
    let rows = services.map { service in
      let lines = bill.lines.filter { $0.item.service == service }
      let cells = owners.map { owner in sum(of: lines.filter { $0.owner == owner }) }
      return [service.rawValue] + cells + [sum(of: lines)]
    }
    let totals = owners.map { owner in sum(of: bill.lines.filter { $0.owner == owner }) }
    return TextTable(
      rows: [head] + rows + [["TOTAL"] + totals + [sum(of: bill.lines)]],
      rightAligned: 1..<head.count
    ).text
  }

  private func sum(of lines: [BillLine]) -> String {
    guard !lines.isEmpty else { return "-" }
    guard lines.contains(where: { $0.monthly != nil }) else { return "unknown" }
    let total = BillTotal(of: lines)
    return BillTotal.text(total.known, isLowerBound: total.isLowerBound)
  }

  private func lineTable(of bill: Bill) -> String {
    let head = ["FOR", "SERVICE", "ITEM", "REGION", "QUANTITY", "PRICE", "MONTHLY", "CAUSED BY"]
    let rows = bill.lines.map { line in
      [
        line.owner.name, line.item.service.rawValue, line.item.name, line.region.name,
        line.quantity.description,
        line.price.map { "\($0.amount) per \(line.item.unit)" } ?? "unknown",
        line.monthly?.roundedText ?? "unknown",
        line.place.map { "\($0.path(relativeTo: directory)):\($0.line)" } ?? "",
      ]
    }
    return TextTable(rows: [head] + rows, rightAligned: 4..<7).text
  }

  /// What has no price, if anything.
  private var unknown: String? {
    let lines = bill.lines.filter { $0.monthly == nil }
    guard !lines.isEmpty else { return nil }
    let items = Dictionary(grouping: lines, by: \.item).sorted { $0.key < $1.key }
    let rows = items.map { item, lines in
      let regions = Set(lines.map(\.region)).sorted().map(\.name).joined(separator: ", ")
      return ["  \(item.service.rawValue)", item.name, "in \(regions)"]
    }
    return "Without a known price, so that totals are \"at least\":\n" + TextTable(rows: rows).text
  }

  private var assumed: String? {
    guard !bill.assumptions.isEmpty else { return nil }
    let rows = bill.assumptions.map { assumption in
      [
        "  \(assumption.name)", assumptions.quantity(of: assumption).description,
        "\(assumption.unit) (\(reason(for: assumption)))",
      ]
    }
    return "Assumed; --assume changes it:\n"
      + TextTable(rows: rows, rightAligned: 1..<2, width: 100).text
  }

  func reason(for assumption: Assumption) -> String {
    assumptions.isGiven(assumption) ? "given" : assumption.reason
  }

  private var priced: String? {
    guard let dates = bill.priceDates else { return nil }
    let old = Set(bill.linesWithOldPrices(on: today).map(\.item))
    let names = Dictionary(grouping: old, by: \.service).sorted { $0.key < $1.key }.map {
      "\($0.key.rawValue) (\($0.value.sorted().map(\.name).joined(separator: ", ")))"
    }
    let paragraphs =
      [
        "Prices of \(dates.lowerBound) to \(dates.upperBound), on demand, before taxes, support, "
          + "discounts, free allowances and CPU credits of burstable machines."
      ] + (old.isEmpty ? [] : ["Older than a year: \(names.joined(separator: ", "))."])
    return paragraphs.map { TextTable(rows: [[$0]], width: 100).text }.joined(separator: "\n")
  }
}
