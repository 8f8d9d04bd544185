import Commands
import Foundation

/// What the compiler says of one line.
struct CompilerMessage: Hashable, CustomStringConvertible {
  let line: Int
  let column: Int
  let severity: String
  let text: String

  var description: String { "\(line):\(column): \(severity): \(text)" }
}

/// Runs the real compiler over `source`, as a file of the cells would be compiled.
///
/// - Returns: errors and warnings in that file, in the order in which they are printed.
func typecheck(_ source: String) async throws -> [CompilerMessage] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "misuse-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "Cells.swift")
  try source.write(to: file, atomically: true, encoding: .utf8)

  let features = ["ExistentialAny", "MemberImportVisibility"]
  let compiler = Command(
    "swiftc",
    ["-typecheck", "-swift-version", "6", "-diagnostic-style", "llvm"]
      + features.flatMap { ["-enable-upcoming-feature", $0] }
      + ["-I", try builtModules().path, file.path],
    advice: "install the Swift toolchain that builds the package and put it on PATH")
  let result = try await compiler.run(timeLimit: .seconds(300))
  let messages = result.errorText.split(separator: "\n").compactMap { line in
    message(in: line, about: file.path)
  }
  guard result.status.isSuccess || !messages.isEmpty else {
    throw CompilerFailure(text: "\(compiler) \(result.status):\n\(result.errorText)")
  }
  return messages
}

/// The compiler failed without blaming any line.
struct CompilerFailure: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

private func message(in line: Substring, about file: String) -> CompilerMessage? {
  guard line.hasPrefix(file + ":"),
    let match = line.dropFirst(file.count + 1)
      .wholeMatch(of: /([0-9]+):([0-9]+): (error|warning): (.*)/),
    let number = Int(match.1), let column = Int(match.2)
  else { return nil }
  return CompilerMessage(
    line: number, column: column, severity: String(match.3), text: String(match.4))
}

/// The modules of the build that these tests are a part of, wherever its folder is.
private func builtModules() throws -> URL {
  for start in [Bundle(for: Anchor.self).bundleURL, Bundle.main.bundleURL] {
    var folder = start.resolvingSymlinksInPath()
    while folder.pathComponents.count > 1 {
      let modules = folder.appending(path: "Modules")
      let ours = modules.appending(path: "CellDescription.swiftmodule")
      if FileManager.default.fileExists(atPath: ours.path) { return modules }
      folder.deleteLastPathComponent()
    }
  }
  throw CompilerFailure(
    text: "no Modules/CellDescription.swiftmodule above \(Bundle.main.bundleURL.path): "
      + "run these tests with `swift test`")
}

/// A class of this test bundle, which leads to the bundle's place.
private final class Anchor {}
