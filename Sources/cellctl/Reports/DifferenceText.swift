import CellEditing
import CellPrimitives
import FleetDifference
import TerraformDocument

extension RootChange {
  /// For people: a line for the root, and below it one for each resource.
  func text(namingAll: Bool) -> String {
    let name = "\(path.environment)/\(path.folder)"
    switch kind {
    case .add:
      return ["+ root \(name), \(counted(resources.count, "resource"))"].joined()
        + lines(of: namingAll ? resources : [])
    case .remove:
      let head =
        "- root \(name), \(counted(resources.count, "resource")): destroy it while its folder is there"
      return head + lines(of: namingAll ? resources : resources.filter { $0.lostState != nil })
    case .change:
      return "~ root \(name)" + settingLines + lines(of: resources) + otherLines
    }
  }

  private var settingLines: String {
    let moved = movesState ? ["its state moves: run `terraform init -migrate-state`"] : []
    return (moved + settings.map(\.text)).map { "\n      \($0)" }.joined()
  }

  private var otherLines: String {
    others.isEmpty ? "" : "\n      reads or publishes otherwise: \(others.joined(separator: ", "))"
  }

  private func lines(of resources: [ResourceChange]) -> String {
    resources.flatMap(\.lines).map { "\n  \($0)" }.joined()
  }
}

extension ResourceChange {
  /// A line for the resource, then what differs and what is lost.
  fileprivate var lines: [String] {
    let mark = kind.mark + String(repeating: " ", count: 3 - kind.mark.count)
    let held = lostState.map { ", which holds \($0.rawValue)" } ?? ""
    let because = causes.isEmpty ? "" : ", because of \(causes.joined(separator: ", "))"
    var lines = ["\(mark) \(address)\(held)\(because)"]
    lines += arguments.map { "      \($0.text)" }
    lines += losses.map { "      ! \($0)" }
    if isRefused { lines.append("      ! Terraform refuses to: the block has prevent_destroy") }
    if isUncertain { lines.append("      ? it may be replaced: see `terraform plan`") }
    return lines
  }
}

extension FleetDifference.FileChange {
  /// For people: the difference of a file that is there before and after, else a line.
  var text: String {
    guard let before else { return "+ \(path)" }
    guard let after else { return "- \(path)" }
    return UnifiedDifference(of: path, from: before, to: after).text
  }
}
