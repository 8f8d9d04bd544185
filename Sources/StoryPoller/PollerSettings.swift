public import Foundation

/// Where the poller looks, how often, and how long things may take.
public struct PollerSettings: Sendable, Hashable {
  /// Where Hacker News is, without a slash at the end.
  ///
  /// Source: Hacker News API, "URI and Versioning", 2026-11.
  public static let hackerNewsURL = "https://hacker-news.firebaseio.com"
  /// The variable that names another place.
  public static let hackerNewsURLVariable = "BIZCOMMS_HACKER_NEWS_URL"

  /// Where Hacker News is, without a slash at the end.
  public var hackerNews: String
  /// What the lease and the baseline are called by: pollers of another feed have their own.
  public var feed = "hacker-news"
  /// From the start of a round to the start of the next.
  public var interval: Duration
  /// How long a round may take.
  public var roundLimit: Duration
  /// How long the lease of a round holds; it is renewed three times as often.
  public var lease: TimeInterval
  /// How long the cell that polled may be late before another one does.
  public var slack: TimeInterval = 60
  /// How many of the top stories count.
  public var stories = 30
  /// How many requests to Hacker News, and to the table, are under way at once.
  public var parallel = 8
  /// How long one request may take.
  public var requestLimit = Duration.seconds(10)

  /// Settings; what isn't said is what a cell has.
  ///
  /// A round leaves 10 s free before the next one, as the function's time limit does.
  public init(
    hackerNews: String = PollerSettings.hackerNewsURL, interval: Duration = .seconds(300),
    roundLimit: Duration = .seconds(240), lease: TimeInterval = 60
  ) {
    self.hackerNews = hackerNews
    self.interval = interval
    self.roundLimit = roundLimit
    self.lease = lease
  }

  /// What the environment says; throws where it names a place that can't be one.
  public init(environment: [String: String]) throws(WrongSetting) {
    self.init()
    guard let text = environment[Self.hackerNewsURLVariable] else { return }
    guard let url = URL(string: text), ["http", "https"].contains(url.scheme ?? ""),
      url.host()?.isEmpty == false, url.query() == nil, url.fragment() == nil
    else {
      throw WrongSetting(
        description: """
          \(Self.hackerNewsURLVariable) is `\(text)`; set it to a URL like \(Self.hackerNewsURL), or \
          leave it out
          """)
    }
    hackerNews = String(text.reversed().drop { $0 == "/" }.reversed())
  }

  /// A variable that is wrong.
  public struct WrongSetting: Error, Sendable, Hashable, CustomStringConvertible {
    /// Its name, its value, and what to write instead.
    public let description: String
  }
}
