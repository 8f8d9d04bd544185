import CellCost

extension OverviewComparison {
  /// Each line of the overview beside what is here, and below that the parts of each difference.
  var text: String {
    let head = ["COMPARED WITH THE OVERVIEW", "OVERVIEW", "HERE", "DIFFERENCE"]
    let lines = rows.map { row in
      [
        row.configuration.isEmpty ? row.title : "\(row.title): \(row.configuration)",
        row.overview.roundedText,
        BillTotal.text(row.here.known, isLowerBound: row.here.isLowerBound),
        row.difference.signedText,
      ]
    }
    let total = [
      "TOTAL", overview.roundedText, BillTotal.text(here, isLowerBound: isLowerBound),
      (here - overview).signedText,
    ]
    let table = TextTable(rows: [head] + lines + [total], rightAligned: 1..<4).text
    return ([table] + rows.compactMap(\.text)).joined(separator: "\n\n")
  }
}

extension OverviewComparison.Row {
  /// The parts of the difference, and what has no price; nil where there is neither.
  fileprivate var text: String? {
    guard !parts.isEmpty || !unknown.isEmpty else { return nil }
    let rows =
      parts.map { ["", $0.amount.signedText, $0.explanation] }
      + unknown.map { ["", "unknown", $0] }
    return "\(title)\n" + TextTable(rows: rows, rightAligned: 1..<2, width: 100).text
  }
}

extension BillTotal {
  /// `1,234.57`, or `>= 1,234.57` where something is unknown: for a column of numbers.
  static func text(_ known: Dollars, isLowerBound: Bool) -> String {
    isLowerBound ? ">= \(known.roundedText)" : known.roundedText
  }
}

extension Dollars {
  /// `+1.50`, `-0.15` or `0.00`.
  fileprivate var signedText: String { self > .zero ? "+\(roundedText)" : roundedText }
}
