import Commands
import Foundation

/// A `/bin/sh` script with its arguments, `$1` and so on.
func script(_ text: String, _ arguments: String...) -> Command {
  Command("/bin/sh", ["-c", text, "sh"] + arguments, advice: "install a POSIX shell")
}

/// A folder that is gone when `body` has ended.
func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "bizcomms-commands-\(UUID().uuidString)").resolvingSymlinksInPath()
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  do {
    let result = try await body(folder)
    try FileManager.default.removeItem(at: folder)
    return result
  } catch {
    try FileManager.default.removeItem(at: folder)
    throw error
  }
}
