import Commands
import Foundation
import TestSupport
import Testing

/// What one run of the real `cellctl` left behind.
struct Run {
  let status: Commands.ExitStatus
  let output: String
  let error: String
}

/// The products of the build that these tests belong to, whatever its scratch path is.
enum Products {
  /// The path of an executable.
  static func executable(_ name: String) throws -> String {
    try PackageBuild(of: Anchor.self).executable(name)
  }

  /// A class of this test bundle, which leads to the bundle's place.
  private final class Anchor {}
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
