import Foundation

/// A Terraform root of the committed `out/`.
public struct TerraformCommittedRoot: Sendable, CustomStringConvertible {
  /// The environment's name, which is its folder in `out/`.
  public let environment: String
  /// The root's path below `out/<environment>/terraform`: `cells/cell-use1-01`.
  public let path: String

  /// Where its files lie.
  public var folder: String { "\(packageFolder)/out/\(environment)/terraform/\(path)" }
  /// `production/cells/cell-use1-01`, as a test names it.
  public var description: String { "\(environment)/\(path)" }

  /// Every folder of `out/` that holds a `terraform.tf.json`; none where nothing is generated yet.
  public static func all() -> [TerraformCommittedRoot] {
    guard let files = FileManager.default.enumerator(atPath: "\(packageFolder)/out") else {
      return []
    }
    return files.compactMap { $0 as? String }.sorted().compactMap { file in
      let parts = file.split(separator: "/").map(String.init)
      guard parts.count > 3, parts[1] == "terraform", parts.last == "terraform.tf.json" else {
        return nil
      }
      let path = parts[2..<parts.count - 1].joined(separator: "/")
      return TerraformCommittedRoot(environment: parts[0], path: path)
    }
  }
}
