import Commands
import Foundation
import TestSupport

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

  let compiler = Command(
    "swiftc",
    ["-typecheck"] + CellsLanguage.flags
      + ["-I", try PackageBuild(of: Anchor.self).modules.path, file.path],
    advice: "install the Swift toolchain that builds the package and put it on PATH")
  let result = try await compiler.run(timeLimit: .seconds(300))
  let messages = result.errorText.split(separator: "\n").compactMap { line in
    message(in: line, about: file.path)
  }
  guard result.status.isSuccess || !messages.isEmpty else {
    throw CompilerFailure(description: "\(compiler) \(result.status):\n\(result.errorText)")
  }
  return messages
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

/// A class of this test bundle, which leads to the bundle's place.
private final class Anchor {}
