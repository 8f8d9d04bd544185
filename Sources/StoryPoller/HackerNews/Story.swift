/// A story as Hacker News has it.
struct Story: Sendable, Hashable {
  let id: Int64
  /// One line without control characters, not empty.
  let title: String
  /// Where it leads; nil where the story is a text, or the address is none to send to people.
  let url: String?

  /// Where it is discussed.
  var discussion: String { "https://news.ycombinator.com/item?id=\(id)" }
}

/// What an item of the top list turned out to be.
enum FeedItem: Sendable, Hashable {
  case story(Story)
  /// Nothing to tell, now and later: dead, deleted, or something else than a story.
  case notTold(why: String)
  /// Hacker News has the number and not yet the item.
  case notYet
}

/// Why Hacker News didn't say.
enum FeedFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// It could not be reached, or asked to be left alone.
  case unavailable(String)
  /// What it says makes no sense.
  case nonsense(String)

  var description: String {
    switch self {
    case .unavailable(let why): "Hacker News is unavailable: \(why)"
    case .nonsense(let why): "Hacker News makes no sense: \(why)"
    }
  }
}
