import CellModel

/// What a rule demands, for people and for programs.
struct RuleExplanation {
  private let rule: Rule

  /// Explains `rule`.
  init(_ rule: Rule) { self.rule = rule }

  /// Why, the sources and a mistake: a part of the page that is made of the rules.
  private var page: String { "docs/rules.md#\(rule.name)" }

  var text: String {
    var rows = [["demands", "that \(rule.summary)"]]
    rows += rule.guarded.enumerated().map { number, guarded in
      let name = "\(guarded.argument) of \(guarded.type)"
      return [number == 0 ? "guards" : "", "\(name); write \(guarded.instead)"]
    }
    rows.append(["why", page])
    return "rule \(rule.name)\n" + TextTable(rows: rows.map { [""] + $0 }, width: 100).text
  }

  var report: Report.RuleEntry {
    Report.RuleEntry(
      name: rule.name, demand: rule.summary,
      guards: rule.guarded.map { guarded in
        Report.Guard(type: guarded.type, argument: guarded.argument, instead: guarded.instead)
      }, page: page)
  }
}
