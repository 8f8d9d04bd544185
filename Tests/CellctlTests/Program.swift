import Commands
import Foundation
import Testing

/// What one run of the real `cellctl` left behind.
struct Run {
  let status: Commands.ExitStatus
  let output: String
  let error: String
}

/// The products of the build that these tests belong to, whatever its scratch path is.
enum Products {
  /// The executable of the build, beside the test bundle.
  static func executable(_ name: String) throws -> String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let here = bundle?.bundleURL ?? Bundle.main.executableURL ?? Bundle.main.bundleURL
    var folder = here.deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let candidate = folder.appending(path: name).path()
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    throw MissingProgram(name: name, advice: "run `swift build --product \(name)`")
  }
}

/// A program that a test can't do without.
struct MissingProgram: Error, CustomStringConvertible {
  let name: String
  let advice: String
  var description: String { "there is no \(name); \(advice)" }
}

/// The day of every run that doesn't name another: a golden file must not age.
let fixedDay = "2026-11-23"

/// The project's own folder, whose `cells/` the executable was built with.
let projectFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .path(percentEncoded: false)

/// Runs the real `cellctl` in `folder`, on ``fixedDay``.
///
/// Expects of every run that there is no escape sequence in what it prints.
func invoke(_ arguments: String..., in folder: String, today: String = fixedDay) async throws
  -> Run
{
  try await launch(Products.executable("cellctl"), arguments + ["--today", today], in: folder)
}

/// Runs any program in `folder` to its end.
func launch(_ program: String, _ arguments: [String], in folder: String) async throws -> Run {
  let command = Command(
    program, arguments, workingDirectory: folder, advice: "build the package first")
  let result = try await command.run(timeLimit: .seconds(120))
  #expect(!result.output.contains(0x1b), "an escape sequence in the output")
  #expect(!result.error.contains(0x1b), "an escape sequence among the diagnostics")
  return Run(status: result.status, output: result.outputText, error: result.errorText)
}
