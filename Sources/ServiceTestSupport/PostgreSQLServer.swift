import Commands
import Foundation
import Synchronization

/// A PostgreSQL server of a test's own, in a folder of its own, gone when the test is done.
public struct PostgreSQLServer: Sendable {
  /// Holds data, socket and log.
  public let folder: String
  /// Of its Unix socket's name, and of 127.0.0.1 where it listens there.
  public let port: Int

  /// Where the server's programs may be besides the path: Debian keeps them out of it.
  private static let folders = (13...18).reversed().map { "/usr/lib/postgresql/\($0)/bin" }

  /// Runs a server for as long as `body` takes. `settings` are lines of its configuration.
  public static func withRunning<Result>(
    settings: [String] = [], _ body: (PostgreSQLServer) async throws -> Result
  ) async throws -> Result {
    let server = try await start { server in
      try await server.runOwned(
        "initdb", "--pgdata=\(server.data)", "--username=postgres", "--auth-local=trust",
        "--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync")
      try server.configure(
        [
          "fsync = off", "listen_addresses = ''", "max_connections = 60",
          "log_min_messages = warning",
        ] + settings)
    }
    return try await server.running(body)
  }

  /// Runs a copy of this server for as long as `body` takes: what a replica has that gets nothing any more
  /// from the moment at which `body` begins, or a little before.
  public func withCopy<Result>(
    _ body: (PostgreSQLServer) async throws -> Result
  ) async throws -> Result {
    let copy = try await Self.start { copy in
      try await copy.runOwned(
        "pg_basebackup", "--pgdata=\(copy.data)", "--host=\(folder)", "--port=\(port)",
        "--username=postgres", "--checkpoint=fast", "--no-sync")
    }
    return try await copy.running(body)
  }

  private func running<Result>(
    _ body: (PostgreSQLServer) async throws -> Result
  ) async throws -> Result {
    do {
      let result = try await body(self)
      try await end()
      return result
    } catch {
      try await end()
      throw error
    }
  }

  /// Starts a server; somebody else may take its port at the same moment, so another one is tried then.
  private static func start(
    preparing prepare: (PostgreSQLServer) async throws -> Void
  ) async throws -> PostgreSQLServer {
    for _ in 0..<3 {
      do { return try await startOnce(preparing: prepare) } catch let error as PortTaken {
        try FileManager.default.removeItem(atPath: error.folder)
      }
    }
    return try await startOnce(preparing: prepare)
  }

  private struct PortTaken: Error { let folder: String }

  private static func startOnce(
    preparing prepare: (PostgreSQLServer) async throws -> Void
  ) async throws -> PostgreSQLServer {
    let folder = NSTemporaryDirectory() + "bizcomms-pg-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let server = PostgreSQLServer(folder: folder, port: Int.random(in: 20_000..<32_000))
    if geteuid() == 0 { try await server.run("chown", "postgres", folder) }
    try await prepare(server)
    try server.configure(["unix_socket_directories = '\(folder)'", "port = \(server.port)"])
    do {
      try await server.resume()
    } catch {
      let log = FileManager.default.contents(atPath: "\(folder)/log") ?? Data()
      let text = String(decoding: log, as: UTF8.self)
      if text.contains("could not create any TCP/IP sockets") { throw PortTaken(folder: folder) }
      throw ProgramFailure(description: "\(error)\n\(text)")
    }
    return server
  }

  private var data: String { "\(folder)/data" }

  /// Adds lines to the configuration; the last line for a setting counts.
  private func configure(_ lines: [String]) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: "\(data)/postgresql.conf"))
    try file.seekToEnd()
    try file.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
    try file.close()
  }

  /// Starts the server again after ``kill()``.
  public func resume() async throws {
    try await runOwned(
      "pg_ctl", "start", "--wait", "--silent", "--pgdata=\(data)", "--log=\(folder)/log")
  }

  /// Ends the server as a crash would: nothing is finished, nothing written.
  public func kill() async throws {
    try await runOwned("pg_ctl", "stop", "--silent", "--mode=immediate", "--pgdata=\(data)")
  }

  /// Runs statements as the superuser.
  public func psql(_ statements: String, database: String = "postgres") async throws {
    try await run(
      Self.path(of: "psql"), "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--host=\(folder)",
      "--port=\(port)", "--username=postgres", "--dbname=\(database)", "--command=\(statements)")
  }

  private static let lastDatabase = Mutex(0)

  /// Makes a database that nobody else uses; its name.
  public func makeDatabase() async throws -> String {
    let number = Self.lastDatabase.withLock { last -> Int in
      last += 1
      return last
    }
    try await psql("CREATE DATABASE test\(number)")
    return "test\(number)"
  }

  private func end() async throws {
    try await kill()
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Runs a program of the server; it refuses to be root.
  private func runOwned(_ program: String, _ arguments: String...) async throws {
    let path = Self.path(of: program)
    if geteuid() == 0 {
      try await run(
        "setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path] + arguments)
    } else {
      try await run(path, arguments)
    }
  }

  private func run(_ program: String, _ arguments: String...) async throws {
    try await run(program, arguments)
  }

  private func run(_ program: String, _ arguments: [String]) async throws {
    let command = Command(
      program, arguments, workingDirectory: "/",
      advice: "install PostgreSQL: apt-get install postgresql")
    let result = try await command.run(timeLimit: .seconds(60))
    guard result.status.isSuccess else {
      throw ProgramFailure(description: "\(command): \(result.status)\n\(result.errorText)")
    }
  }

  /// The program's path: in one of Debian's folders, else whatever the path says.
  private static func path(of program: String) -> String {
    folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? program
  }
}

/// A program that tests need failed.
struct ProgramFailure: Error, CustomStringConvertible {
  let description: String
}
