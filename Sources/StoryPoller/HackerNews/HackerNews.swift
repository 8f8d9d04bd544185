/// Asks Hacker News, as one round may: each request again after a pause, all together not too often.
struct HackerNews: Sendable {
  let settings: PollerSettings
  let effects: PollerEffects
  let allowance: RetryAllowance
  var backoff = Backoff()

  /// 500 numbers have some 5 KB.
  private static let listLimit = 1 << 16
  /// An item with thousands of comments has some 100 KB.
  private static let itemLimit = 1 << 19

  /// The numbers of the top stories, by rank.
  func topStories() async throws(FeedFailure) -> [Int64] {
    try await read("topstories", limit: Self.listLimit) { body throws(FeedFailure) in
      try ReadFeed.topStories(body, count: settings.stories)
    }
  }

  /// What is behind a number.
  func item(_ id: Int64) async throws(FeedFailure) -> FeedItem {
    try await read("item/\(id)", limit: Self.itemLimit) { body throws(FeedFailure) in
      try ReadFeed.item(id, body)
    }
  }

  private func read<Value>(
    _ path: String, limit: Int, _ make: ([UInt8]) throws(FeedFailure) -> Value
  ) async throws(FeedFailure) -> Value {
    let request = WebRequest(
      url: "\(settings.hackerNews)/v0/\(path).json",
      headers: [
        (name: "Accept", value: "application/json"), (name: "User-Agent", value: "BizComms"),
      ],
      answerLimit: limit)
    var attempt = 1
    while true {
      let failure: Attempt
      do throws(WebFailure) {
        let answer = try await effects.answer(to: request, within: settings.requestLimit)
        if answer.status == 200 {
          do throws(FeedFailure) {
            return try make(answer.body)
          } catch {
            failure = Attempt(error)
          }
        } else {
          failure = Attempt(
            .unavailable("it answers \(answer.status)"),
            wish: answer.retryAfter(at: effects.now()))
        }
      } catch {
        failure = Attempt(.unavailable(error.description))
      }
      guard !Task.isCancelled, allowance.take(),
        let pause = backoff.pause(after: attempt, jitter: effects.jitter(), wish: failure.wish)
      else { throw failure.failure }
      do {
        try await effects.pause(pause)
      } catch {
        throw failure.failure
      }
      attempt += 1
    }
  }

  /// A failed attempt, and when another one is welcome.
  private struct Attempt {
    let failure: FeedFailure
    let wish: Duration?

    init(_ failure: FeedFailure, wish: Duration? = nil) {
      self.failure = failure
      self.wish = wish
    }
  }
}

extension PollerEffects {
  /// Why Hacker News gives no top list; nil where it does.
  public func problem(
    reaching settings: PollerSettings, within limit: Duration
  ) async -> String? {
    var settings = settings
    settings.requestLimit = limit
    let once = Backoff(attempts: 1)
    let hackerNews = HackerNews(
      settings: settings, effects: self, allowance: RetryAllowance(0), backoff: once)
    do throws(FeedFailure) {
      _ = try await hackerNews.topStories()
      return nil
    } catch {
      return error.description
    }
  }
}
