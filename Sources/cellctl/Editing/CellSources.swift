import CellEditing
import Foundation
import SourceLocations

/// The Swift files of a package's `cells/`.
struct CellSources {
  /// The package's folder.
  let directory: String
  /// The texts by the path that places have: that of the package that was built.
  let texts: [String: String]

  /// Reads them.
  ///
  /// - Throws: ``UneditableSources`` where a file can't be read.
  init(of directory: String) throws(UneditableSources) {
    self.directory = directory
    let cells = "\(directory)/cells"
    var texts: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: cells) ?? .init()
    where name.hasSuffix(".swift") {
      do {
        texts["\(BuiltPackage.directory)/cells/\(name)"] = try String(
          contentsOfFile: "\(cells)/\(name)", encoding: .utf8)
      } catch {
        throw UneditableSources(
          "can't read cells/\(name): \(error.localizedDescription)",
          fix: "see to it that it can be read, as UTF-8")
      }
    }
    self.texts = texts
  }

  /// Whether a file has changed since this executable was built, or one has come: then places are not
  /// to be trusted. Nil where none has, and otherwise which.
  func fileNewerThanBuild() throws(UneditableSources) -> String? {
    guard let executable = Bundle.main.executablePath else { return nil }
    let built = try changeDate(of: executable)
    for path in texts.keys.sorted() where try changeDate(of: diskPath(of: path)) > built {
      return shortPath(path)
    }
    return nil
  }

  /// The differences between the texts as they are and `edited`, file by file.
  func differences(to edited: [String: String]) -> [UnifiedDifference] {
    changed(edited).map { path, text in
      UnifiedDifference(of: shortPath(path), from: texts[path] ?? "", to: text)
    }
  }

  /// Writes what differs, each file whole or not at all.
  ///
  /// - Throws: ``UneditableSources`` where a file is no longer what was read, or can't be written.
  func write(_ edited: [String: String]) throws(UneditableSources) {
    for (path, text) in changed(edited) {
      let file = diskPath(of: path)
      guard (try? String(contentsOfFile: file, encoding: .utf8)) == texts[path] else {
        throw UneditableSources(
          "\(shortPath(path)) has changed while it was edited", fix: "run the command again")
      }
      do {
        // Atomic: a new file beside the old one, which then takes its name.
        try Data(text.utf8).write(
          to: URL(filePath: file).resolvingSymlinksInPath(), options: .atomic)
      } catch {
        throw UneditableSources(
          "can't write \(shortPath(path)): \(error.localizedDescription)",
          fix: "see to it that the folder can be written; the file is as it was")
      }
    }
  }

  /// `cells/Production.swift`
  func shortPath(_ path: String) -> String {
    SourceLocation(file: path, line: 1, column: 1).path(relativeTo: BuiltPackage.directory)
  }

  private func changed(_ edited: [String: String]) -> [(path: String, text: String)] {
    edited.filter { texts[$0.key] != $0.value }.sorted { $0.key < $1.key }
      .map { (path: $0.key, text: $0.value) }
  }

  private func diskPath(of path: String) -> String { "\(directory)/\(shortPath(path))" }

  private func changeDate(of file: String) throws(UneditableSources) -> Date {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      return attributes[.modificationDate] as? Date ?? .distantPast
    } catch {
      throw UneditableSources(
        "can't look at \(file): \(error.localizedDescription)",
        fix: "see to it that it can be read")
    }
  }
}

/// Why no file of `cells/` was edited.
struct UneditableSources: Error {
  /// What is wrong.
  let problem: String
  /// What to do.
  let fix: String

  init(_ problem: String, fix: String) {
    self.problem = problem
    self.fix = fix
  }
}
