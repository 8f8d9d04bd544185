import AlertAPI
import AlertStores
import Alerts
import CellContract
import EmbeddedBackend
import Foundation
import HackerNewsSimulator
import Hummingbird
import HummingbirdTesting
import Logging
import ServiceRuntime
import ServiceTestSupport
import Synchronization
import Testing

@testable import StoryPoller

/// A Hacker News that can go wrong, the alert API itself, and a network and a clock between them that
/// tests hold in their hands.
struct Newsroom: Sendable {
  /// A clock that stands until it is moved, or somebody pauses.
  final class Clock: Sendable {
    private let state = Mutex(
      (now: Date(timeIntervalSince1970: 1_764_158_400), pauses: [Duration]()))
    var now: Date { state.withLock { $0.now } }
    var pauses: [Duration] { state.withLock { $0.pauses } }
    func moveOn(_ seconds: TimeInterval) { state.withLock { $0.now += seconds } }
    func pause(_ duration: Duration) {
      state.withLock { state in
        state.now += duration / .seconds(1)
        state.pauses.append(duration)
      }
    }
  }

  /// The network: takes requests for `api.test` to the API, and fails as it is told.
  final class Network: WebTransport {
    typealias Instead = @Sendable (WebRequest) throws(WebFailure) -> WebResponse?
    private let base = AsyncWebTransport()
    private let api: String
    private let state = Mutex((instead: Instead?.none, isDeaf: false, posts: [WebRequest]()))

    init(api: String) { self.api = api }

    /// What is answered instead of the API.
    func answerPosts(_ instead: Instead?) { state.withLock { $0.instead = instead } }
    /// Whether answers to posts are lost on the way.
    func loseAnswers(_ isDeaf: Bool) { state.withLock { $0.isDeaf = isDeaf } }
    /// Keys of the requests to the API, in order.
    var keys: [String] {
      state.withLock(\.posts).compactMap { post in
        post.headers.first { $0.name == "Idempotency-Key" }?.value
      }
    }

    func send(_ request: WebRequest) async throws(WebFailure) -> WebResponse {
      guard request.url.hasPrefix(Newsroom.apiURL) else { return try await base.send(request) }
      var request = request
      request.url = api + request.url.dropFirst(Newsroom.apiURL.count)
      let (instead, isDeaf) = state.withLock { state in
        state.posts.append(request)
        return (state.instead, state.isDeaf)
      }
      if let answer = try instead?(request) { return answer }
      let answer = try await base.send(request)
      if isDeaf { throw WebFailure("the answer was lost") }
      return answer
    }

    func shutdown() async throws { try await base.shutdown() }
  }

  /// Lines that were logged, and metrics.
  final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: [UInt8]) {
      lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
    }
    var all: String { lines.withLock { $0.joined() } }
  }

  static let apiURL = "http://api.test"
  static let cell = "cell-use1-01"

  let feed: HackerNewsSimulator
  let feedURL: String
  let network: Network
  let clock: Clock
  let backend: TestBackend
  let folder: String
  let lines: Lines

  /// Runs it all while `body` does.
  static func with(_ body: @escaping @Sendable (Newsroom) async throws -> Void) async throws {
    let clock = Clock()
    try await withTemporaryFolder { folder in
      let embedded = try await EmbeddedBackend(
        folder: folder, apiURL: apiURL, now: { clock.now })
      let database = try embedded.database(.alerts)
      _ = try await Schema.migrate(database)
      let key = APIKey.draw(name: "poller", scopes: [.write], requestsPerMinute: 1_000_000)
      try EmbeddedSecret(.apiKeys, in: folder).write(APIKeys([key.key]).secret)
      try EmbeddedSecret(.pollerKey, in: folder).write(key.presented + "\n")
      try EmbeddedSecret(.twilio, in: folder).write("{}")
      let backend = TestBackend(embedded, database: database)
      let service = try AlertService(
        Live(APIResources.self, on: backend), cell: cell,
        metrics: MetricRecorder(cell: cell, service: .api, output: LineOutput { _ in }),
        logger: Logger(label: "api") {
          JSONLogHandler(label: $0, cell: cell, service: .api, output: LineOutput { _ in })
        }, now: { clock.now })
      let feed = HackerNewsSimulator()
      try await feed.serving { feedURL in
        try await service.application(host: "127.0.0.1", port: 0).test(.live) { client in
          let port = try #require(client.port)
          let network = Network(api: "http://localhost:\(port)")
          let room = Newsroom(
            feed: feed, feedURL: feedURL, network: network, clock: clock, backend: backend,
            folder: folder, lines: Lines())
          do {
            try await body(room)
          } catch {
            try await network.shutdown()
            throw error
          }
          try await network.shutdown()
        }
      }
      #expect(feed.violations == [])
    }
  }

  /// A poller of a cell; `table` takes the place of the stories' own.
  func poller(
    of cell: String = Newsroom.cell, table: (any ItemTable)? = nil,
    _ adjust: (inout PollerSettings) -> Void = { _ in }
  ) throws -> StoryPoller {
    var settings = PollerSettings(hackerNews: feedURL)
    settings.stories = 5
    adjust(&settings)
    let output = LineOutput { [lines] in lines.add($0) }
    return StoryPoller(
      cell: cell, leases: LeaseStore(try backend.database(.alerts)),
      stories: SeenStories(table: try table ?? backend.table(.stories), feed: settings.feed),
      api: try backend.url(of: .api), key: try backend.secret(.pollerKey), settings: settings,
      effects: PollerEffects(
        transport: network, now: { [clock] in clock.now }, pause: { [clock] in clock.pause($0) },
        jitter: { 0.5 }),
      metrics: MetricRecorder(cell: cell, service: .poller, output: output),
      logger: Logger(label: "poller") {
        JSONLogHandler(label: $0, cell: cell, service: .poller, output: output)
      })
  }

  /// A round of a poller of its own, five minutes later.
  @discardableResult func round(
    table: (any ItemTable)? = nil, _ adjust: (inout PollerSettings) -> Void = { _ in }
  ) async throws -> RoundOutcome {
    let poller = try poller(table: table, adjust)
    let outcome = await poller.round(within: .seconds(60))
    poller.metrics.flush()
    clock.moveOn(300)
    return outcome
  }

  /// Sets the top list to stories with these numbers, titled `Story 7`.
  func publish(_ ids: Int64...) {
    for id in ids { feed.setStory(id, "Story \(id)") }
    feed.setTop(ids)
  }

  /// First lines of the messages of all alerts, in order: what people are told.
  func told() async throws -> [String] {
    try await alerts().map { String($0.draft.message.prefix { $0 != "\n" }) }
  }

  /// All alerts, in the order in which they were made.
  func alerts() async throws -> [Alert] {
    let store = AlertStore(try backend.database(.alerts), cell: Self.cell)
    let page = try await store.list(AlertListFilter(), after: nil, limit: 100)
    return page.elements.sorted { $0.id.text < $1.id.text }
  }
}

/// A table that fails at one of its writes, as a process does that is killed there.
final class TrappedTable: ItemTable {
  private let base: any ItemTable
  private let left: Mutex<Int>
  private let isDone: Bool

  struct Killed: Error {}

  /// Fails at write number `write`, counted from 0, and at all later ones; the write itself is made where
  /// `isDone`.
  init(_ base: any ItemTable, at write: Int, isDone: Bool) {
    self.base = base
    left = Mutex(write)
    self.isDone = isDone
  }

  func item(_ key: ItemKey) async throws -> Item? { try await base.item(key) }
  func remove(_ key: ItemKey, expecting version: Int64) async throws -> Bool {
    try await base.remove(key, expecting: version)
  }
  func items(in partition: String, after: String?, limit: Int) async throws -> [Item] {
    try await base.items(in: partition, after: after, limit: limit)
  }
  func put(_ item: Item, expecting expected: Int64?) async throws -> Bool {
    let number = left.withLock { left -> Int in
      defer { left -= 1 }
      return left
    }
    if number > 0 { return try await base.put(item, expecting: expected) }
    if number == 0, isDone { _ = try await base.put(item, expecting: expected) }
    throw Killed()
  }
}
