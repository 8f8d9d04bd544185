import CellCost
import CellModel
import CellPrimitives

/// A bill for programs. Amounts are decimal text, exact, in US dollars.
struct CostReport: Encodable {
  let currency = "USD"
  let monthly: String
  let isLowerBound: Bool
  let environments: [Environment]
  let assumptions: [AssumptionEntry]

  /// One environment's part.
  struct Environment: Encodable {
    let name: String
    let monthly: String
    let isLowerBound: Bool
    let lines: [Line]
    let comparison: Comparison?
  }

  /// An item of one owner.
  struct Line: Encodable {
    let owner: String
    let root: String
    let service: String
    let item: String
    let region: String
    let quantity: String
    let unit: String
    let price: String?
    let priceSource: String?
    let priceDate: String?
    let monthly: String?
    let assumptions: [String]
    let resources: [String]
    let place: Report.Place?
  }

  /// Something that is assumed of usage.
  struct AssumptionEntry: Encodable {
    let name: String
    let value: String
    let unit: String
    let because: String
    let isGiven: Bool
  }

  /// The bill beside the overview's figures.
  struct Comparison: Encodable {
    let overview: String
    let here: String
    let difference: String
    let rows: [Row]
  }

  /// A line of the overview.
  struct Row: Encodable {
    let title: String
    let configuration: String
    let overview: String
    let here: String
    let isLowerBound: Bool
    let difference: String
    let parts: [Part]
    let unknown: [String]
  }

  /// A part of a difference.
  struct Part: Encodable {
    let amount: String
    let explanation: String
  }
}

extension CostReport {
  /// Reports `result`.
  init(_ result: CostResult) {
    let bill = result.bill
    monthly = bill.total.known.exactText
    isLowerBound = bill.total.isLowerBound
    environments = bill.environments.map { name in
      let part = bill.filtered { $0.environment == name }
      return Environment(
        name: name, monthly: part.total.known.exactText, isLowerBound: part.total.isLowerBound,
        lines: part.lines.map { Line($0, relativeTo: result.directory) },
        comparison: result.comparisons.first { $0.environment == name }.map(Comparison.init))
    }
    assumptions = bill.assumptions.map { assumption in
      AssumptionEntry(
        name: assumption.name,
        value: result.assumptions.quantity(of: assumption).exactText, unit: assumption.unit,
        because: result.reason(for: assumption),
        isGiven: result.assumptions.isGiven(assumption))
    }
  }
}

extension CostReport.Line {
  fileprivate init(_ line: BillLine, relativeTo directory: String) {
    self.init(
      owner: line.owner.name, root: line.root, service: line.item.service.rawValue,
      item: line.item.name, region: line.region.name, quantity: line.quantity.exactText,
      unit: line.item.unit, price: line.price?.amount.exactText, priceSource: line.price?.source,
      priceDate: line.price?.date.description, monthly: line.monthly?.exactText,
      assumptions: line.assumptions.map(\.name), resources: line.resources,
      place: line.place.map { Report.Place($0, relativeTo: directory) })
  }
}

extension CostReport.Comparison {
  fileprivate init(_ comparison: OverviewComparison) {
    overview = comparison.overview.exactText
    here = comparison.here.exactText
    difference = (comparison.here - comparison.overview).exactText
    rows = comparison.rows.map { row in
      CostReport.Row(
        title: row.title, configuration: row.configuration, overview: row.overview.exactText,
        here: row.here.known.exactText, isLowerBound: row.here.isLowerBound,
        difference: row.difference.exactText,
        parts: row.parts.map {
          CostReport.Part(amount: $0.amount.exactText, explanation: $0.explanation)
        },
        unknown: row.unknown)
    }
  }
}
