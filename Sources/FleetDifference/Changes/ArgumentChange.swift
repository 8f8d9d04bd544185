public import TerraformDocument

/// An argument that differs, as deep inside a block as the difference can be told.
public struct ArgumentChange: Sendable, Hashable {
  /// `retention_in_days`, `point_in_time_recovery.enabled`.
  public let path: String
  /// What it was; null where it was not set.
  public let before: TerraformJSON
  /// What it is; null where it is not set.
  public let after: TerraformJSON

  /// The argument itself, without what is inside.
  public var argument: String { String(path.prefix { $0 != "." }) }

  /// For people: `retention_in_days 30 → 7`, `subnet_ids + "a" - "b"`; the path alone where it only
  /// says that something differs.
  public var text: String {
    if let members { return "\(path) \(members)" }
    let (old, new) = (before.summary, after.summary)
    return old == new ? "\(path) differs" : "\(path) \(old) → \(new)"
  }

  /// What has come into a list of single values, and what has gone.
  private var members: String? {
    guard case .array(let old) = before, case .array(let new) = after,
      (old + new).allSatisfy({ $0.members.isEmpty })
    else { return nil }
    let signed =
      new.filter { !old.contains($0) }.map { "+ \($0.summary)" }
      + old.filter { !new.contains($0) }.map { "- \($0.summary)" }
    return signed.isEmpty ? nil : signed.joined(separator: " ")
  }

  /// What differs between two values, each change once and in the order of paths.
  static func changes(
    _ path: String, from before: TerraformJSON, to after: TerraformJSON
  ) -> [ArgumentChange] {
    guard before != after else { return [] }
    switch (before, after) {
    case (.object(let old), .object(let new)):
      return Set(old.keys).union(new.keys).sorted().flatMap { name in
        changes(
          path.isEmpty ? name : "\(path).\(name)", from: old[name] ?? .null, to: new[name] ?? .null)
      }
    case (.array(let old), .array(let new)) where old.count == new.count && old.allAreBlocks:
      let inside = zip(old, new).flatMap { changes(path, from: $0, to: $1) }
      return Set(inside).sorted { $0.path < $1.path }
    default:
      return [ArgumentChange(path: path, before: before, after: after)]
    }
  }
}

extension [TerraformJSON] {
  fileprivate var allAreBlocks: Bool { allSatisfy { !$0.members.isEmpty } }
}
