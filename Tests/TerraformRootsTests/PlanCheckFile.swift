import Foundation
import TestSupport

/// A file of checks, which is added to the roots that it is about: `checks/cell/network.tf`.
///
/// Read by lines, as `terraform fmt` sets them.
struct PlanCheckFile: Sendable, CustomStringConvertible {
  /// Where it lies.
  let path: String
  /// `network`: the component that it is about.
  let name: String
  /// What it says, without comments.
  private let text: String
  /// Names in it of up to three parts, as addresses have: `aws_vpc.main`, `local.planned.aws_vpc`.
  private let names: Set<String>

  /// The files of `Plans/checks/<kind>`, by name.
  static func all(of kind: String) throws -> [PlanCheckFile] {
    let folder = "\(PlanTest.folder)/checks/\(kind)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".tf") }.map { name in
        let path = "\(folder)/\(name)"
        return PlanCheckFile(path, try String(contentsOfFile: path, encoding: .utf8))
      }
  }

  /// Those of all kinds that assert something.
  static func asserting() throws -> [PlanCheckFile] {
    try FileManager.default.contentsOfDirectory(atPath: "\(PlanTest.folder)/checks").sorted()
      .flatMap { try all(of: $0) }.filter(\.hasAssertions)
  }

  /// The file at `path` with the text `source`.
  init(_ path: String, _ source: String) {
    self.path = path
    name = URL(filePath: path).deletingPathExtension().lastPathComponent
    text =
      source
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line[..<(line.firstRange(of: "# ")?.lowerBound ?? line.endIndex)] }
      .joined(separator: "\n")
    names = Set(
      text.utf8.split { !isPartOfName($0) }.flatMap { word in
        let parts = Substring(word).split(separator: ".")
        return [2, 3].map { parts.prefix($0).joined(separator: ".") }
      })
  }

  /// `checks/cell/network.tf`
  var description: String { String(path.dropFirst(PlanTest.folder.count + 1)) }

  /// Whether it asserts anything; else it says what others use.
  var hasAssertions: Bool { text.contains("assert {") }

  /// Its assertions in order, each by what it says before the first value when it fails.
  var assertions: [String] { messages.map(\.name) }

  /// What an assertion says before the first value, and whether a value follows.
  private var messages: [(name: String, saysValue: Bool)] {
    text.matches(of: /error_message\s+= "([^"$]*)("|\$\{)/).map { match in
      (match.1.trimmingCharacters(in: CharacterSet(charactersIn: ": ")), match.2 == "${")
    }
  }

  /// What is wrong with it: facts that nothing asserts, messages that don't say what was planned.
  var problems: [String] {
    let table = text.firstRange(of: "\n  \(name)_facts = {\n").map { text[$0.upperBound...] } ?? ""
    let facts = table[..<(table.firstRange(of: "\n  }\n")?.lowerBound ?? table.endIndex)]
    let stated = Set(facts.matches(of: /(?m)^    (\w+) = \{/).map(\.1))
    let asserted = Set(
      text.matches(of: /condition\s+= local\.(\w+)_differences\.(\w+) == ""/)
        .filter { $0.1 == name }.map(\.2))
    let twice = Dictionary(grouping: assertions, by: \.self).filter { $0.value.count > 1 }.keys
    return stated.subtracting(asserted).sorted().map { "\(self): nothing asserts `\($0)`" }
      + asserted.subtracting(stated).sorted().map { "\(self): there is no fact `\($0)`" }
      + messages.filter { !$0.saysValue }.map { "\(self): `\($0.name)` says no value" }
      + twice.sorted().map { "\(self): two assertions say `\($0)`" }
  }

  /// Whether it looks at `block`, by its address or with all of its type.
  func looks(at block: TerraformRootFiles.Block) -> Bool {
    let collection = block.address.hasPrefix("data.") ? "local.read" : "local.planned"
    return [block.address, "\(collection).\(block.type)"].contains(where: names.contains)
  }
}

/// Whether a letter of ASCII may stand in `local.planned.aws_vpc`.
private func isPartOfName(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
    UInt8(ascii: "."):
    true
  default: false
  }
}
