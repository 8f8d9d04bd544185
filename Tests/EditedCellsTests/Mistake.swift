import Foundation

/// A file of cells in which one thing is wrong that a rule knows and whose fix works as it is printed.
///
/// The file is complete: it declares a fleet under its own name, `let tooManyZones = Fleet { … }`. Its
/// first lines say what is expected of it:
///
/// ```
/// // rule: zones
/// // terraform: production/terraform/cells/cell-a
/// ```
///
/// The second is left out where the real terraform need not look at what comes out.
struct Mistake: Sendable, CustomStringConvertible {
  /// The name of the fleet, and of the file but for its first letter.
  let name: String
  /// The rule that finds it.
  let rule: String
  /// The root that terraform validates when the fix has been applied, below `out/`.
  let root: String?
  /// The whole file.
  let text: String

  /// As a test names it.
  var description: String { name }
  /// The file's name.
  var fileName: String { name.prefix(1).uppercased() + name.dropFirst() + ".swift" }

  /// Reads a file of mistakes.
  init(named fileName: String, text: String) throws {
    func said(_ key: String) -> String? {
      text.split(separator: "\n").lazy.filter { $0.hasPrefix("// \(key): ") }
        .map { String($0.dropFirst(key.count + 5)) }.first
    }
    guard let rule = said("rule") else {
      throw UnusableMistake(description: "\(fileName) does not begin with `// rule: …`")
    }
    let base = fileName.prefix { $0 != "." }
    name = base.prefix(1).lowercased() + base.dropFirst()
    self.rule = rule
    root = said("terraform")
    self.text = text
  }

  /// Every mistake in the folder `Mistakes`, by name.
  static let all: [Mistake] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Mistakes")
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
        try Mistake(
          named: name, text: String(contentsOf: folder.appending(path: name), encoding: .utf8))
      }
    } catch {
      preconditionFailure("can't read \(folder.path): \(error)")
    }
  }()
}

/// A file that is no mistake as the tests understand it.
struct UnusableMistake: Error, CustomStringConvertible {
  let description: String
}
