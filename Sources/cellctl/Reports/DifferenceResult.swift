import CellCost
import CellEditing
import CellModel
import CellPrimitives
import FleetDifference
import TerraformDocument

/// What differs since a revision, and what that costs, as `diff` shows it.
struct DifferenceResult {
  let revision: Revision
  /// Whether the revision has no `out/`.
  let isEverythingNew: Bool
  let difference: FleetDifference
  let cost: BillChange

  /// Compares `old` with `new`, both at the prices of `today`.
  init(
    revision: Revision, isEverythingNew: Bool, from old: RecordedFleet, to new: RecordedFleet,
    on today: FactDate
  ) {
    self.revision = revision
    self.isEverythingNew = isEverythingNew
    difference = FleetDifference(from: old, to: new)
    cost = BillChange(
      from: Bill(of: BilledResource.all(in: old), on: today),
      to: Bill(of: BilledResource.all(in: new), on: today))
  }

  /// Whether data are lost, or what protects them.
  var losesSomething: Bool { difference.resources.contains(where: \.losesSomething) }

  /// For people.
  func text(namingAll: Bool) -> String {
    let head = "compared with \(revision.name) (\(revision.commit) of \(revision.day))"
    guard !difference.isEmpty else { return "\(head): nothing to apply differs" }
    var blocks = [isEverythingNew ? "\(head), which has no out/" : head]
    if let cells = cellLines { blocks.append(cells) }
    blocks += difference.roots.map { $0.text(namingAll: namingAll) }
    blocks += difference.values.map(\.text)
    blocks.append(summary)
    return blocks.joined(separator: "\n\n")
  }

  private var cellLines: String? {
    let lines = difference.roots.compactMap { root -> String? in
      guard let cell = root.cell else { return nil }
      let name = "\(cell) of \(root.path.environment)"
      switch root.kind {
      case .add: return "+ cell \(name)"
      case .remove: return "- cell \(name)"
      case .change:
        let move = root.regions.map { ", which moves from \($0.before) to \($0.after)" } ?? ""
        return "\(root.replacesCell ? "-/+" : "~") cell \(name)\(move)"
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private var summary: String {
    let counts = difference.counts
    let parts = ResourceChange.Kind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.past)" }
    }
    let resources =
      parts.isEmpty ? "no resource differs" : "resources: " + parts.joined(separator: ", ")
    let state = difference.resources.count { $0.lostState != nil }
    let losses = difference.resources.count { !$0.losses.isEmpty }
    let warnings = [
      state > 0
        ? "\(counted(state, "resource")) that \(state == 1 ? "holds" : "hold") state "
          + "would be destroyed" : nil,
      losses > 0
        ? "\(counted(losses, "change")) in place \(losses == 1 ? "loses" : "lose") something"
        : nil,
    ].compactMap { $0 }
    return ([resources] + warnings + [costLine]).joined(separator: "\n")
  }

  private var costLine: String {
    let more = cost.difference
    guard !cost.lines.isEmpty else { return "cost: as before, \(cost.after) a month" }
    let sign = more < .zero ? "" : "+"
    let open = cost.isIncomplete ? ", and what has no known price" : ""
    return "cost: \(cost.before) → \(cost.after) a month (\(sign)\(more)\(open))"
  }
}

extension ResourceChange.Kind {
  /// `added`, `changed`, …
  var past: String {
    switch self {
    case .add: "added"
    case .change: "changed"
    case .replace: "replaced"
    case .remove: "removed"
    }
  }

  /// As Terraform marks it in a plan.
  var mark: String {
    switch self {
    case .add: "+"
    case .change: "~"
    case .replace: "-/+"
    case .remove: "-"
    }
  }
}
