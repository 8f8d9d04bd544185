import AlertStores
import Alerts
import CellContract
import EmbeddedBackend
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSONText
import Logging
import SQL
import ServiceRuntime
import ServiceTestSupport
import Synchronization

@testable import AlertAPI

/// The API on a database, with keys that tests know and a clock that stands until it is moved.
struct RunningAPI: Sendable {
  static let writeKey = "bzc_writewri_0123456789012345678901234567890123456789"
  static let readKey = "bzc_readread_0123456789012345678901234567890123456789"
  static let slowKey = "bzc_slowslow_0123456789012345678901234567890123456789"
  static let token = "0123456789abcdef0123456789abcdef"

  let client: any TestClientProtocol
  let backend: TestBackend
  let folder: String
  let lines: Lines
  /// What is served: `GET /v1/alerts/{id}`.
  let routes: [String]

  /// What was logged.
  final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: [UInt8]) {
      lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
    }
    var all: String { lines.withLock { $0.joined() } }
  }

  /// An answer, read.
  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let json: JSONValue?
    let text: String
  }

  static func with(
    _ backing: TestDatabase, testing: TestingSetup = .router,
    _ body: @escaping @Sendable (RunningAPI) async throws -> Void
  ) async throws {
    try await backing.withRunning { database in
      _ = try await Schema.migrate(database)
      try await withTemporaryFolder { folder in
        let backend = TestBackend(
          try await EmbeddedBackend(folder: folder, apiURL: ""), database: database)
        try EmbeddedSecret(.apiKeys, in: folder).write(keys.secret)
        try EmbeddedSecret(.twilio, in: folder).write(
          #"{"account_sid":"AC1","auth_token":"\#(token)","sender":"+15005550006"}"#)
        let lines = Lines()
        let output = LineOutput { lines.add($0) }
        let service = try AlertService(
          Live(APIResources.self, on: backend), cell: backend.cell,
          metrics: MetricRecorder(cell: backend.cell, service: .api, output: output),
          logger: Logger(label: "test") {
            JSONLogHandler(label: $0, cell: backend.cell, service: .api, output: output)
          })
        let routes = service.router().routes.map { "\($0.method.rawValue) \($0.path)" }
        let application = service.application(host: "127.0.0.1", port: 0)
        try await application.test(testing) { client in
          try await body(
            RunningAPI(
              client: client, backend: backend, folder: folder, lines: lines, routes: routes))
        }
      }
    }
  }

  private static var keys: APIKeys {
    func key(_ name: String, _ presented: String, _ scopes: Set<Scope>, rate: Int = 1_000_000)
      -> APIKey
    {
      APIKey(
        name: name, prefix: String(presented.prefix(APIKey.prefixLength)),
        hash: APIKey.digest(of: presented), scopes: scopes, requestsPerMinute: rate)
    }
    return APIKeys([
      key("writer", writeKey, [.read, .write]), key("reader", readKey, [.read]),
      key("slow", slowKey, [.read], rate: 2),
    ])
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil,
    headers: [String: String] = [:], key: String? = writeKey
  ) async throws -> Answer {
    var fields: HTTPFields = [:]
    if let key { fields[.apiKey] = key }
    if body != nil { fields[.contentType] = "application/json" }
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return try await client.execute(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
    ) { response in
      let text = String(buffer: response.body)
      return Answer(
        status: response.status.code, headers: response.headers,
        json: try? JSONValue(reading: text.utf8), text: text)
    }
  }

  /// Fields of an answer that says what is wrong.
  func problems(_ answer: Answer) -> [String: String] {
    let fields = answer.json?["error"]?["fields"]?.elements ?? []
    return Dictionary(
      fields.map { ($0["field"]?.text ?? "", $0["problem"]?.text ?? "") }
    ) { $0 + "; " + $1 }
  }
}
