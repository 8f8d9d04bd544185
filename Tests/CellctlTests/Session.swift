import Commands
import Foundation

/// Runs of `cellctl` in one folder after each other, written down as a terminal would show them.
struct Session {
  /// The package that it is about.
  let folder: String
  /// What was typed and what came of it.
  private(set) var transcript = ""

  /// A session in `folder`.
  init(in folder: String) { self.folder = folder }

  /// Runs `cellctl` with these words on ``fixedDay``, which the transcript leaves out.
  mutating func run(_ words: String) async throws {
    let arguments = words.split(separator: " ").map(String.init)
    let run = try await launch(
      Products.executable("cellctl"), arguments + ["--today", fixedDay], in: folder)
    transcript += "$ cellctl \(words)\n\(run.output)\(run.error)"
    if run.status != .exited(0) { transcript += "[\(run.status)]\n" }
    transcript += "\n"
  }
}

extension PackageFolder {
  /// Puts the project's own cells into the package.
  func copyCells() throws {
    let cells = "\(projectFolder)/cells"
    for name in try FileManager.default.contentsOfDirectory(atPath: cells) {
      try write("cells/\(name)", try String(contentsOfFile: "\(cells)/\(name)", encoding: .utf8))
    }
  }

  /// Every file in `cells/` by its name.
  func cells() throws -> [String: String] {
    try files(in: "cells").mapValues { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Lets the cells look as old as if `cellctl` had been built from them.
  func ageCells() throws {
    for name in try cells().keys {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)],
        ofItemAtPath: "\(path)/cells/\(name)")
    }
  }
}
