import Foundation

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A nameless file that holds a command's input.
///
/// Not a pipe: a program that ends before it has read everything would break it, and the SIGPIPE
/// that follows ends this process.
///
/// - Throws: `Errno` where the temporary folder can't be written.
func openInputFile(holding input: [UInt8]) throws -> FileDescriptor {
  guard !input.isEmpty else {
    return try .open("/dev/null", .readOnly, options: .closeOnExec)
  }
  let name = "commands-\(getpid())-\(UInt64.random(in: 0 ... .max))"
  let path = FileManager.default.temporaryDirectory.appending(path: name).path
  let file = try FileDescriptor.open(
    FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
    permissions: .ownerReadWrite)
  do {
    guard unlink(path) == 0 else { throw Errno(rawValue: errno) }
    try file.writeAll(input)
    try file.seek(offset: 0, from: .start)
    return file
  } catch {
    try file.close()
    throw error
  }
}
