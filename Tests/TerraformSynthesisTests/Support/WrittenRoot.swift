import CellDescription
import CellModel
import Cells
import Foundation
import TerraformDocument
import TerraformSynthesis

/// What Terraform reads of one root: its files, parsed back from the text that is written.
struct WrittenRoot: Sendable {
  let path: TerraformRootPath
  /// By name: `network.tf.json`.
  let files: [String: TerraformJSON]

  /// The blocks of a type in all files, by name, without the comment and the tag that say whose every
  /// block is.
  func blocks(_ type: String, kind: String = "resource") -> [String: TerraformJSON] {
    allBlocks(kind: kind)[type] ?? [:]
  }

  /// The arguments of one block; null where there is no such block.
  subscript(_ type: String, _ name: String) -> TerraformJSON { blocks(type)[name] ?? .null }

  /// Blocks by type and name, without comments.
  func allBlocks(kind: String = "resource") -> [String: [String: TerraformJSON]] {
    var found: [String: [String: TerraformJSON]] = [:]
    for file in files.values {
      for (type, blocks) in file[kind].members {
        for (name, body) in blocks.members {
          found[type, default: [:]][name] = .object(body.members.withoutOwner)
        }
      }
    }
    return found
  }

  /// The document behind `${jsonencode(local.name)}`; null where the text is anything else.
  func document(_ text: TerraformJSON) -> TerraformJSON {
    guard let match = text.text?.wholeMatch(of: /\$\{jsonencode\(local\.(\w+)\)\}/) else {
      return .null
    }
    let name = String(match.1)
    return files.values.map { $0["locals"][name] }.first { $0 != .null } ?? .null
  }

  /// Every text in every file, keys not counted.
  var texts: [String] { files.values.flatMap(\.texts) }
}

extension TerraformBody {
  /// What makes the block differ from others of its file.
  fileprivate var withoutOwner: TerraformBody {
    var body = self
    body["//"] = nil
    if case .object(var tags)? = body["tags"] {
      tags["component"] = nil
      body["tags"] = tags.isEmpty ? nil : .object(tags)
    }
    return body
  }
}

/// The roots of a fleet as they are written, by path: `production/terraform/global`.
struct WrittenFleet: Sendable {
  /// Our own fleet, which many tests look at; it is synthesized and read once.
  static let ours = Result { try WrittenFleet(Cells.fleet) }

  let roots: [TerraformRoot]
  private let written: [String: WrittenRoot]

  init(_ fleet: Fleet) throws {
    let synthesized = try SynthesizedFleet(validated(fleet))
    var files: [String: [String: TerraformJSON]] = [:]
    for file in synthesized.files() {
      let parts = file.path.split(separator: "/").map(String.init)
      let folder = parts.dropLast().joined(separator: "/")
      files[folder, default: [:]][parts[parts.count - 1]] =
        try TerraformJSON(reading: Data(file.bytes))
    }
    roots = synthesized.roots
    written = Dictionary(
      uniqueKeysWithValues: roots.map { root in
        ("\(root.path)", WrittenRoot(path: root.path, files: files["\(root.path)"] ?? [:]))
      })
  }

  /// Every root, by path.
  var all: [WrittenRoot] { written.values.sorted { "\($0.path)" < "\($1.path)" } }

  /// A root by its environment and its folder there; one without files where there is none.
  subscript(_ environment: String, _ folder: String) -> WrittenRoot {
    let path = TerraformRootPath(environment: environment, folder: folder)
    return written["\(path)"] ?? WrittenRoot(path: path, files: [:])
  }
}

/// The fleet as the rules see it on the day on which the facts were looked up.
func validated(_ fleet: Fleet) throws -> ValidatedFleet {
  try ValidatedFleet(validating: fleet, on: .tablesChecked)
}
