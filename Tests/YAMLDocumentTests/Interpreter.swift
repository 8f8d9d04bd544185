import Foundation

/// The Python that the tests' readers are installed in.
struct Interpreter {
  private let url: URL

  /// The one that `BIZCOMMS_PYTHON` names, else the one that `make` puts under `.tools`.
  static let python: Interpreter? = {
    let root = fixtures.appending(path: "../../..").standardizedFileURL
    let named = ProcessInfo.processInfo.environment["BIZCOMMS_PYTHON"]
    let path = named ?? root.appending(path: ".tools/venv/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    return Interpreter(url: URL(filePath: path))
  }()

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Runs a script of `Fixtures` to its end; what it printed, and its exit status.
  func run(_ script: String, _ arguments: String...) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = url
    process.arguments = [Self.fixtures.appending(path: script).path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
