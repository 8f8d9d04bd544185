public import Foundation
import JSONText

/// Stories that nobody wrote, for machines that reach no Hacker News: thirty that are always there, and a
/// new one every so often from the moment at which it began.
///
/// Nothing is kept: numbers come from the clock, so that what was told in an earlier run is not told again
/// under the same number.
public struct SampleFeed: Sendable {
  private let start: Date
  private let step: TimeInterval

  /// Numbers from here on are of stories that came later; far above those of the real one.
  private static let later: Int64 = 9_000_000_000
  /// How many stories there are at once.
  private static let count = 30

  /// A feed that begins at `start`, with another story every `step` seconds.
  public init(since start: Date, every step: TimeInterval) {
    self.start = start
    self.step = step
  }

  /// Numbers of the stories that there are, the newest first.
  func top(at now: Date) -> [Int64] {
    let new = max(ticks(now) - ticks(start), 0)
    let fresh = (0..<min(new, Int64(Self.count))).map { Self.later + ticks(now) - $0 }
    let old = (1...Int64(Self.count)).map { $0 }
    return Array((fresh + old).prefix(Self.count))
  }

  /// The story behind a number; null where there is none yet.
  func item(_ id: Int64, at now: Date) -> JSONValue {
    let index: Int64
    switch id {
    case 1...Int64(Self.count): index = id
    case Self.later...(Self.later + ticks(now)): index = id - Self.later
    default: return .null
    }
    let titles = SampleStories.titles
    let title = titles[Int(index % Int64(titles.count))]
    return HackerNewsSimulator.story(
      id, title, ["url": .string("https://example.com/stories/\(id)")])
  }

  private func ticks(_ moment: Date) -> Int64 {
    Int64((moment.timeIntervalSince1970 / step).rounded(.down))
  }
}
