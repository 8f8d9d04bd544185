import Foundation

/// The committed `out/`, parsed.
struct OutTree: Sendable {
  /// By path: `production/terraform/global`.
  var roots: [String: OutRoot]

  /// `out/` of this package, read once.
  static func committed() throws -> OutTree { try onlyReading.get() }

  private static let onlyReading = Result { try reading() }

  private static func reading() throws -> OutTree {
    let folder = package.appending(path: "out")
    var tree = OutTree(roots: [:])
    var parts: [String: [String: OutValue]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where !path.contains("/.terraform/") {
      let bytes = { try Data(contentsOf: folder.appending(path: path)) }
      let names = path.split(separator: "/").map(String.init)
      if path.hasSuffix(".tf.json") {
        parts[names.dropLast().joined(separator: "/"), default: [:]][names[names.count - 1]] =
          try JSONDecoder().decode(OutValue.self, from: bytes())
      } else if names.count == 3, names[1] == "helm", path.hasSuffix(".yaml") {
        tree.roots[path] = OutRoot(path: path, value: try readYAML(bytes()), files: [:])
      }
    }
    for (path, files) in parts { tree.roots[path] = OutRoot(path: path, merging: files) }
    return tree
  }
}

/// The folder that holds `Package.swift`.
let package = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

extension OutRoot {
  /// A Terraform root from its files; no two of them have a block in common.
  fileprivate init(path: String, merging parts: [String: OutValue]) {
    var value = OutValue.object([:])
    var files: [String: String] = [:]
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      value = value.merging(part, levels: 3)
      for address in part.addresses { files[address] = name }
    }
    self.init(path: path, value: value, files: files)
  }

  /// The address of every block but settings: `aws_vpc.main`, `data.aws_ssm_parameter.zone`.
  var addresses: [String] { value.addresses }
}

extension OutValue {
  /// The addresses of the blocks of a file.
  fileprivate var addresses: [String] {
    guard case .object(let kinds) = self else { return [] }
    return kinds.flatMap { kind, blocks -> [String] in
      switch kind {
      case "resource": blocks.names.flatMap { type in blocks.names(in: type) }
      case "locals": blocks.names.map { "local.\($0)" }
      case "provider", "output": blocks.names.map { "\(kind).\($0)" }
      case "data", "ephemeral":
        blocks.names.flatMap { type in blocks.names(in: type).map { "\(kind).\($0)" } }
      default: [kind]
      }
    }
  }

  private var names: [String] {
    guard case .object(let members) = self else { return [] }
    return members.keys.sorted()
  }

  private func names(in type: String) -> [String] {
    (self[member: type] ?? .null).names.map { "\(type).\($0)" }
  }

  fileprivate func merging(_ other: OutValue, levels: Int) -> OutValue {
    guard levels > 0, case .object(let mine) = self, case .object(let theirs) = other else {
      return other
    }
    return .object(mine.merging(theirs) { $0.merging($1, levels: levels - 1) })
  }
}
