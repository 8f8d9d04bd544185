import AlertAPI
import AlertStores
import Alerts
import CellContract
import EmbeddedBackend
import FormText
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import ServiceRuntime
import ServiceTestSupport
import Synchronization
import Testing
import Twilio
import TwilioSimulator

/// Takes callbacks, and keeps those that are signed.
final class CallbackReceiver: Sendable {
  private let state = Mutex((taken: [[String: String]](), refused: 0))
  private let statuses: @Sendable (Int) -> HTTPResponse.Status

  /// - Parameter statuses: what the first, second, … callback is answered.
  init(answering statuses: @escaping @Sendable (Int) -> HTTPResponse.Status = { _ in .noContent }) {
    self.statuses = statuses
  }

  var taken: [[String: String]] { state.withLock { $0.taken } }
  var refused: Int { state.withLock { $0.refused } }

  /// The words of the callbacks for one name, in the order in which they came.
  func words(_ field: String) -> [String] { taken.compactMap { $0[field] } }

  /// Receives while `body` runs, at the URL that it gets.
  func with(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
    let router = Router()
    router.post("/status") { [self] request, _ in
      let text = String(buffer: try await request.body.collect(upTo: 1 << 16))
      let form = FormText.fields(of: text) ?? []
      let url = "http://\(request.head.authority ?? "")\(request.head.path ?? "")"
      let signature = request.headers.first { $0.name.canonicalName == "x-twilio-signature" }?.value
      let isSigned = TwilioSignature.isValid(
        signature ?? "", of: url, form, token: RunningSimulator.token)
      let number = state.withLock { state in
        if isSigned {
          state.taken.append(Dictionary(form.map { ($0.name, $0.value) }) { first, _ in first })
        } else {
          state.refused += 1
        }
        return state.taken.count + state.refused
      }
      return Response(status: statuses(number))
    }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      logger: Logger(label: "receiver"))
    try await application.test(.live) { client in
      let port = try #require(client.port)
      try await body("http://localhost:\(port)/status")
    }
  }
}

/// The alert API on a port, with the simulator's token as its own.
struct ListeningAPI: Sendable {
  let address: String
  let deliveries: DeliveryStore
  let recipients: RecipientStore

  static func with(_ body: @escaping @Sendable (ListeningAPI) async throws -> Void) async throws {
    try await TestDatabase.sqlite.withRunning { database in
      _ = try await Schema.migrate(database)
      try await withTemporaryFolder { folder in
        let backend = TestBackend(
          try await EmbeddedBackend(folder: folder, apiURL: ""), database: database)
        try EmbeddedSecret(.apiKeys, in: folder).write(APIKeys([]).secret)
        try EmbeddedSecret(.twilio, in: folder)
          .write(try RunningSimulator.configuration().credentials.secret)
        let output = LineOutput { _ in }
        let service = try AlertService(
          Live(APIResources.self, on: backend), cell: backend.cell,
          metrics: MetricRecorder(cell: backend.cell, service: .api, output: output),
          logger: Logger(label: "api") {
            JSONLogHandler(label: $0, cell: backend.cell, service: .api, output: output)
          })
        let application = service.application(host: "127.0.0.1", port: 0)
        let deliveries = DeliveryStore(try backend.table(.deliveries))
        try await application.test(.live) { client in
          let port = try #require(client.port)
          try await body(
            ListeningAPI(
              address: "http://localhost:\(port)", deliveries: deliveries,
              recipients: RecipientStore(database)))
        }
      }
    }
  }
}
