import AWSClient
import Logging
import Synchronization

/// A client, the fake that it talks to, its clocks and what it logs.
struct TestClient {
  let client: AWSClient
  let transport: FakeTransport
  let time: TestTime
  let log: TestLog

  /// A key in the environment.
  static let keys = [
    "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "very-secret-key",
    "AWS_SESSION_TOKEN": "session-token", "AWS_REGION": "us-east-1",
  ]
  /// A role for a service account.
  static let role = [
    "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/worker",
    "AWS_WEB_IDENTITY_TOKEN_FILE": "/var/token", "AWS_REGION": "us-west-1",
  ]

  /// With a key.
  init(
    limits: CallLimits = CallLimits(), retries: RetryPolicy = RetryPolicy(),
    _ replies: FakeTransport.Reply...
  ) throws {
    try self.init(environment: Self.keys, limits: limits, retries: retries, replies: replies)
  }

  /// With what the environment names.
  init(
    _ environment: [String: String], limits: CallLimits = CallLimits(),
    _ replies: FakeTransport.Reply...
  ) throws {
    try self.init(
      environment: environment, limits: limits, retries: RetryPolicy(), replies: replies)
  }

  private init(
    environment: [String: String], limits: CallLimits, retries: RetryPolicy,
    replies: [FakeTransport.Reply]
  ) throws {
    time = TestTime()
    transport = FakeTransport(time, replies)
    log = TestLog()
    let log = log
    client = AWSClient(
      try AWSConfiguration(environment: environment), transport: transport, limits: limits,
      retries: retries, effects: time.effects, logger: Logger(label: "test") { _ in log })
    time.setFile("/var/token", "web-token-1\n")
  }
}

/// Keeps the warnings.
final class TestLog: LogHandler {
  private let lines = Mutex<[String]>([])

  var warnings: [String] { lines.withLock { $0 } }

  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }
  var logLevel: Logger.Level {
    get { .warning }
    set {}
  }
  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  func log(event: LogEvent) {
    let error = event.metadata?["error"].map { ": \($0)" } ?? ""
    lines.withLock { $0.append("\(event.message)\(error)") }
  }
}

/// The error of a call that must fail.
func failure<Value, Failure: Error>(
  of call: () async throws(Failure) -> Value
) async -> Failure? {
  do {
    _ = try await call()
    return nil
  } catch {
    return error
  }
}
