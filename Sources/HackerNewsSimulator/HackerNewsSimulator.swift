public import Foundation
public import JSONText
import Synchronization

/// A Hacker News of one's own: the two documents that the poller reads, and everything that can go wrong
/// with them.
///
/// It is strict: what the real one doesn't have is answered with 404 and kept in ``violations``. An item
/// that it doesn't have is `null`, as there.
/// Source: Hacker News API, "Items" and "New, Top and Best Stories", 2026-11.
public final class HackerNewsSimulator: Sendable {
  /// A document.
  public enum Document: Sendable, Hashable {
    case top
    case item(Int64)
  }

  /// What goes wrong with a document.
  public enum Fault: Sendable, Hashable {
    /// Another status, with `Retry-After` where it is given.
    case status(Int, retryAfter: String? = nil)
    /// Another body, with status 200.
    case body(String)
    /// A body of so many bytes, with status 200.
    case length(Int)
    /// The right answer, so much later.
    case slow(Duration)
  }

  struct State {
    var top: [JSONValue] = []
    var items: [Int64: JSONValue] = [:]
    var faults: [Document: [Fault]] = [:]
    var lasting: [Document: Fault] = [:]
    var requests: [String] = []
    var violations: [String] = []
    var underWay = 0
    var mostAtOnce = 0
  }

  let state = Mutex(State())
  private let sample: SampleFeed?
  private let now: @Sendable () -> Date

  /// An empty one: what it has is said later.
  public init() {
    sample = nil
    now = { Date() }
  }

  /// One whose stories are made up, with a new one every so often.
  public init(sample: SampleFeed, now: @escaping @Sendable () -> Date = { Date() }) {
    self.sample = sample
    self.now = now
  }

  /// Sets the top list, which may hold anything.
  public func setTop(_ top: [JSONValue]) { state.withLock { $0.top = top } }

  /// Sets the top list.
  public func setTop(_ ids: some Sequence<Int64>) { setTop(ids.map { .integer($0) }) }

  /// Sets an item, which may be anything.
  public func setItem(_ id: Int64, _ item: JSONValue) { state.withLock { $0.items[id] = item } }

  /// Sets an item that is a story; `members` take the place of what it has, or come to it.
  public func setStory(_ id: Int64, _ title: String, _ members: JSONObject = [:]) {
    setItem(id, Self.story(id, title, members))
  }

  static func story(_ id: Int64, _ title: String, _ members: JSONObject = [:]) -> JSONValue {
    var item: JSONObject = [
      "by": "somebody", "descendants": 0, "id": .integer(id), "score": 1, "time": 1_764_158_400,
      "title": .string(title), "type": "story", "url": .string("https://example.com/\(id)"),
    ]
    for (name, value) in members.members { item[name] = value }
    return .object(item)
  }

  /// Lets a document's next answers go wrong, one after the other.
  public func setFaults(of document: Document, _ faults: Fault...) {
    state.withLock { $0.faults[document] = faults }
  }

  /// Lets all of a document's answers go wrong, or right again.
  public func setLastingFault(of document: Document, _ fault: Fault?) {
    state.withLock { $0.lasting[document] = fault }
  }

  /// What goes wrong with the next answer.
  func nextFault(of document: Document) -> Fault? {
    state.withLock { state in
      guard let faults = state.faults[document], !faults.isEmpty else {
        return state.lasting[document]
      }
      state.faults[document] = Array(faults.dropFirst())
      return faults[0]
    }
  }

  /// Every path that was asked for, in order.
  public var requests: [String] { state.withLock { $0.requests } }
  /// Requests that the real one doesn't answer.
  public var violations: [String] { state.withLock { $0.violations } }
  /// How many requests were under way at once, at most.
  public var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }

  /// Forgets what was asked for.
  public func forgetRequests() {
    state.withLock { state in
      state.requests = []
      state.mostAtOnce = 0
    }
  }

  /// What a document is without faults.
  func contents(of document: Document) -> JSONValue {
    if let sample {
      switch document {
      case .top: return .array(sample.top(at: now()).map(JSONValue.integer))
      case .item(let id): return sample.item(id, at: now())
      }
    }
    return state.withLock { state in
      switch document {
      case .top: .array(state.top)
      case .item(let id): state.items[id] ?? .null
      }
    }
  }
}
