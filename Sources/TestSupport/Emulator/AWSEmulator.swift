import Commands
import Foundation
import Synchronization

/// An AWS emulator of its own for some tests: a process on a free port of loopback, empty at its start
/// and gone at its end.
///
/// It accepts any key and any signature. It starts in about a second.
public struct AWSEmulator: Sendable {
  /// Where all services answer, such as `http://127.0.0.1:40123`.
  public let endpoint: String
  /// The region that its tests use; it knows all.
  public static let region = "us-east-1"
  /// The account that everything belongs to.
  public static let account = "123456789012"
  private let log: EmulatorLog

  /// What a client of AWS reads from its environment to get here.
  public var environment: [String: String] {
    [
      "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": Self.region,
      "AWS_ENDPOINT_URL": endpoint,
    ]
  }

  /// What the emulator has written so far.
  public var output: String { log.text }

  /// Starts an emulator, runs `body`, and stops the emulator whatever `body` does.
  ///
  /// - Throws: ``AWSEmulatorFailure`` where it can't be started, or ends before `body`; what `body`
  ///   throws. The end of the emulator's output then goes to standard error.
  public static func withRunning<Value: Sendable>(
    _ body: @escaping @Sendable (AWSEmulator) async throws -> Value
  ) async throws -> Value {
    try await withRunning("\(packageFolder)/.tools/emulator-venv/bin/ministack", body)
  }

  static func withRunning<Value: Sendable>(
    _ executable: String, _ body: @escaping @Sendable (AWSEmulator) async throws -> Value
  ) async throws -> Value {
    guard FileManager.default.isExecutableFile(atPath: executable) else {
      throw AWSEmulatorFailure("the AWS emulator is not installed; run `scripts/setup test`")
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "aws-emulator-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let log = EmulatorLog()
    do {
      let port = try freePort()
      let emulator = AWSEmulator(endpoint: "http://127.0.0.1:\(port)", log: log)
      let value = try await emulator.run(
        command(executable, port: port, folder: folder.path), body)
      try FileManager.default.removeItem(at: folder)
      return value
    } catch {
      FileHandle.standardError.write(Data("the AWS emulator wrote:\n\(log.end)\n".utf8))
      try FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  /// How long it may take to start on a busy machine.
  private static let startLimit = Duration.seconds(60)

  private func run<Value: Sendable>(
    _ command: Command, _ body: @escaping @Sendable (AWSEmulator) async throws -> Value
  ) async throws -> Value {
    let (ready, readiness) = AsyncStream<Void>.makeStream()
    return try await withThrowingTaskGroup(of: EmulatorEvent<Value>.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        defer { readiness.finish() }
        let status = try await command.stream(patience: .short) { line in
          log.append(line.text)
          if line.text.contains("Running on \(endpoint)") { readiness.yield() }
        }
        throw AWSEmulatorFailure("the AWS emulator \(status) by itself")
      }
      group.addTask {
        try await Task.sleep(for: Self.startLimit)
        return .startLimit
      }
      group.addTask {
        for await _ in ready { return .value(try await body(self)) }
        return .ended
      }
      for try await event in group {
        switch event {
        case .value(let value): return value
        case .ended: continue
        case .startLimit where log.hasLine(containing: "Running on \(endpoint)"): continue
        case .startLimit:
          throw AWSEmulatorFailure("the AWS emulator was not ready within \(Self.startLimit)")
        }
      }
      throw CancellationError()
    }
  }

  private static func command(_ executable: String, port: UInt16, folder: String) -> Command {
    var environment: [String: String?] = [:]
    for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("AWS_") {
      environment.updateValue(nil, forKey: name)
    }
    environment.merge([
      "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": "\(port)", "MINISTACK_ACCOUNT_ID": account,
      "SFTP_ENABLED": "0", "TMPDIR": folder, "S3_DATA_DIR": "\(folder)/s3",
      "STATE_DIR": "\(folder)/state",
      // Containers, such as those of Lambda, are not for these tests.
      "DOCKER_HOST": "unix://\(folder)/none.sock", "MINISTACK_DOCKER_TIMEOUT": "1",
    ]) { _, new in new }
    return Command(
      executable, environment: environment, workingDirectory: folder,
      advice: "run `scripts/setup test`")
  }
}

private enum EmulatorEvent<Value: Sendable>: Sendable {
  case value(Value)
  /// The emulator was gone before it was ready; its own task says why.
  case ended
  case startLimit
}

/// Why there is no emulator.
public struct AWSEmulatorFailure: Error, Sendable, CustomStringConvertible {
  /// What happened, and what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// What an emulator writes, for whoever has to find out why a test fails.
private final class EmulatorLog: Sendable {
  private let lines = Mutex<[String]>([])

  func append(_ line: String) {
    lines.withLock { $0.append(line) }
  }

  func hasLine(containing text: String) -> Bool {
    lines.withLock { $0.contains { $0.contains(text) } }
  }

  var text: String { lines.withLock { $0 }.joined(separator: "\n") }
  var end: String { lines.withLock { $0.suffix(60) }.joined(separator: "\n") }
}
