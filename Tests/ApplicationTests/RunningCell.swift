import AWSClient
import Alerts
import CellContract
import CellPrimitives
import Commands
import Foundation
import Logging
import ServiceTestSupport
import Synchronization
import TestSupport
import Testing

/// What a cell gives its API, on this machine.
struct RunningCell: Sendable {
  static let apiKey = "bzc_writewri_0123456789012345678901234567890123456789"
  /// SHA-256 of ``apiKey``.
  static let apiKeyHash = "f5cb4e1fcf510c55c0166c90038b84bc83cbff9eb4a8a27b0445d481241f3b02"

  /// What a worker sends with.
  static let twilio = TwilioCredentials(
    accountSID: "AC0123456789abcdef0123456789abcdef", authToken: "token", sender: sender,
    rates: .init(messages: 100_000, calls: 100_000))
  private static let sender: PhoneNumber = {
    guard let number = PhoneNumber("+15005550006") else { preconditionFailure("it is a number") }
    return number
  }()

  let environment: [String: String]
  /// The database's server.
  let server: PostgreSQLServer
  private let client: AWSClient
  private let queueURL: String

  /// Starts everything that the API needs, for as long as `body` takes.
  static func with(_ body: @escaping @Sendable (RunningCell) async throws -> Void) async throws {
    try await TestCertificates.with { certificates in
      try await PostgreSQLServer.withRunning(settings: certificates.serverSettings) { server in
        try await makeDatabase(on: server)
        try await AWSEmulator.withRunning { emulator in
          let transport = AsyncHTTPTransport()
          do {
            let cell = try await prepare(emulator, server, certificates, transport)
            try await body(cell)
          } catch {
            try await transport.shutdown()
            throw error
          }
          try await transport.shutdown()
        }
      }
    }
  }

  /// Makes database and roles as the environment's guide says, as a master user that is no superuser.
  private static func makeDatabase(on server: PostgreSQLServer) async throws {
    let file = URL(filePath: #filePath).appending(path: "../../../out/production/README.md")
    let guide = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    let sql = try #require(guide.firstMatch(of: #/```sql\n([^`]+?)\\password/#)).output.1
    let database = try #require(guide.firstMatch(of: #/psql '.* dbname=(\w+) /#)).output.1
    try await server.psql("CREATE ROLE master CREATEROLE CREATEDB")
    try await server.psql("CREATE DATABASE alerts OWNER master")
    try await server.psql("SET ROLE master; \(sql)", database: String(database))
    for role in ["migrator", "service"] {
      try await server.psql("SET ROLE master; ALTER ROLE \(role) PASSWORD '\(role)'")
    }
  }

  private static func prepare(
    _ emulator: AWSEmulator, _ server: PostgreSQLServer, _ certificates: TestCertificates,
    _ transport: AsyncHTTPTransport
  ) async throws -> RunningCell {
    let scope = CellScope(
      environment: EnvironmentScope(
        environment: "production", account: try #require(AccountID(AWSEmulator.account))),
      cell: "cell-use1-01", region: .usEast1)
    let client = AWSClient(
      try AWSConfiguration(environment: emulator.environment), transport: transport,
      limits: CallLimits(attempt: .seconds(60), call: .seconds(120)),
      logger: Logger(label: "test"))
    var variables = emulator.environment.merging(scope.commonVariables) { $1 }
    let declared =
      APIResources.declared + MigrationResources.declared + WorkerResources.declared
      + PollerResources.declared
    for variable in declared.flatMap(\.access.environment) {
      variables[variable.key] = scope.text(
        of: variable.value, callingFrom: .cluster, hostName: "cell-use1-01.api.example.com")
    }
    let preparation = Preparation(client: client, scope: scope)
    try await preparation.prepareEnvironment()
    let queueURL = try await preparation.prepareCell(endpoints: endpoints(of: server))
    let port = try freePort()
    variables["BIZCOMMS_PORT"] = "\(port)"
    variables["BIZCOMMS_SERVICE_API_URL"] = "http://127.0.0.1:\(port)"
    // Here Twilio reaches the API without a load balancer.
    variables["BIZCOMMS_SERVICE_API_PUBLIC_URL"] = "http://127.0.0.1:\(port)"
    variables["BIZCOMMS_DATABASE_ROOT_CERTIFICATES"] = certificates.authority
    return RunningCell(
      environment: variables, server: server, client: client, queueURL: queueURL)
  }

  private static func endpoints(of server: PostgreSQLServer) -> [String: String] {
    ["writer": "localhost:\(server.port)", "reader": "localhost:\(server.port)"]
  }

  /// Another cell of the environment, with the same tables and the same database or a copy of it, and
  /// everything else of its own.
  func neighbor(_ name: String, on copy: PostgreSQLServer? = nil) async throws -> RunningCell {
    let server = copy ?? server
    let scope = CellScope(
      environment: EnvironmentScope(
        environment: "production", account: try #require(AccountID(AWSEmulator.account))),
      cell: name, region: .usEast1)
    let queueURL = try await Preparation(client: client, scope: scope).prepareCell(
      endpoints: Self.endpoints(of: server))
    let port = try freePort()
    let declared = APIResources.declared + WorkerResources.declared
    var variables = environment.merging(scope.commonVariables) { $1 }
    for variable in declared.flatMap(\.access.environment) {
      variables[variable.key] = scope.text(
        of: variable.value, callingFrom: .cluster, hostName: "\(name).api.example.com")
    }
    variables["BIZCOMMS_PORT"] = "\(port)"
    variables["BIZCOMMS_SERVICE_API_PUBLIC_URL"] = "http://127.0.0.1:\(port)"
    return RunningCell(
      environment: variables, server: server, client: client, queueURL: queueURL)
  }

  /// Where the API listens.
  var base: String { "http://127.0.0.1:\(environment["BIZCOMMS_PORT"] ?? "")" }

  /// The cell with other variables.
  func with(_ variables: [String: String]) -> RunningCell {
    RunningCell(
      environment: environment.merging(variables) { $1 }, server: server, client: client,
      queueURL: queueURL)
  }

  /// The cell for another service on this machine, which listens on a port of its own.
  func besideAPI() throws -> RunningCell { with(["BIZCOMMS_PORT": "\(try freePort())"]) }

  /// A run of the API's program.
  func api(_ arguments: String...) throws -> Command {
    let program = try PackageBuild(of: APIProcessTests.Anchor.self).executable("bizcomms-api")
    return command(program, arguments)
  }

  /// A run of a program in the cell.
  func command(_ program: String, _ arguments: [String] = []) -> Command {
    Command(program, arguments, environment: environment, advice: "build it")
  }

  /// A run of a worker's program, which answers health checks on a port of its own.
  func worker(_ program: String, _ arguments: [String]) throws -> Command {
    try besideAPI().command(program, arguments)
  }

  /// Runs the API while `body` does, then ends it as Kubernetes would; it must end by itself.
  func serving(
    _ body: @escaping @Sendable (String, @escaping @Sendable () -> String) async throws -> Void
  ) async throws {
    let base = base
    try await running(try api("serve", "--host", "127.0.0.1")) { log in
      try await CellClient(base: base, key: Self.apiKey).waitUntilReady()
      try await body(base, log)
    }
  }

  /// Runs a program while `body` does, which gets its log, then ends it as Kubernetes would; it must end by
  /// itself.
  func running(
    _ command: Command,
    _ body: @escaping @Sendable (@escaping @Sendable () -> String) async throws -> Void
  ) async throws {
    let lines = Lines()
    let interrupts = Interrupts()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do throws(CommandFailure) {
          let status = try await command.stream(
            patience: .short, interrupts: interrupts, onLine: { lines.add($0.text) })
          Issue.record("it ended before it was told to: \(status)\n\(lines.text)")
        } catch {
          guard case .stopped(_, .signal, let result) = error else { throw error }
          #expect(result.status.isSuccess, "\(lines.text)")
        }
      }
      group.addTask {
        defer { interrupts.send(SIGTERM) }
        try await body { lines.text }
      }
      try await group.waitForAll()
    }
  }

  /// What the table of deliveries holds now.
  func copyOfDeliveries() async throws -> TableCopy {
    try await TableCopy(of: environment["BIZCOMMS_TABLE_DELIVERIES_NAME"] ?? "", client)
  }

  /// How many messages lie in the worker's queue, and in its dead-letter queue.
  func depth() async throws -> (waiting: Int, dead: Int) {
    var depths: [Int] = []
    for key in ["BIZCOMMS_QUEUE_ALERT_PROCESSING_URL", "BIZCOMMS_QUEUE_ALERT_PROCESSING_DLQ_URL"] {
      let answer = try await client.send(
        SQS.GetQueueAttributes(
          queueURL: environment[key] ?? "",
          names: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]))
      depths.append(answer.attributes.values.compactMap(Int.init).reduce(0, +))
    }
    return (depths[0], depths[1])
  }

  /// The text of the next message for the worker.
  func receive() async throws -> String {
    let answer = try await client.send(
      SQS.ReceiveMessage(queueURL: queueURL, maximum: 1, waitSeconds: 20))
    return answer.messages.first?.body ?? ""
  }

  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var text: String { lines.withLock { $0.joined(separator: "\n") } }
  }
}
