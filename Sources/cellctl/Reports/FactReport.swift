import CellModel
import CellPrimitives

/// What the rules and the bills know of AWS and Kubernetes, with its age.
struct FactReport: Encodable {
  /// Where and when a fact was read.
  struct Entry: Encodable {
    let name: String
    let source: String
    let date: String
    /// Days since then.
    let age: Int
    let isOlderThanAYear: Bool
    let note: String?

    /// `3 days`, or that it is older than a year.
    var ageText: String { isOlderThanAYear ? "older than a year" : counted(age, "day") }
  }

  let facts: [Entry]

  /// What is known, as old as it is on `today`.
  init(_ records: [FactRecord], on today: FactDate) {
    facts = records.map { record in
      Entry(
        name: record.name, source: record.source, date: record.date.description,
        age: record.date.days(until: today),
        isOlderThanAYear: record.date.isOlderThanAYear(on: today), note: record.note)
    }
  }

  /// A line for each fact with its source and note below it, and how many are old.
  var text: String {
    let rows = facts.map { [$0.name, $0.date, $0.ageText] }
    let lines = TextTable(rows: [["FACT", "DATE", "AGE"]] + rows).text.split(separator: "\n")
    let entries = zip(lines.dropFirst(), facts).map { line, fact in
      let below = [fact.source] + (fact.note.map { ["note: \($0)"] } ?? [])
      return "\(line)\n" + TextTable(rows: below.map { ["", $0] }, width: 100).text
    }
    let old = facts.filter(\.isOlderThanAYear).count
    return ([String(lines[0])] + entries).joined(separator: "\n")
      + "\n\n\(counted(facts.count, "fact")), of which \(old) "
      + "\(old == 1 ? "is" : "are") older than a year"
  }
}
