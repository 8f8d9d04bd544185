import Foundation
import ServiceRuntime
import Timestamps

/// Which stories need not be looked at again.
///
/// The items of all cells are one table's, copied between regions within a second or so. A cell that takes
/// over may miss what another one has just written, and then tells a story again: the API, whose database
/// is one for all, knows it by its key.
struct SeenStories: Sendable {
  let table: any ItemTable
  /// Has a baseline of its own.
  let feed: String

  /// Why a story is remembered.
  enum Reason: String, Sendable, Hashable {
    /// It was there when polling began.
    case baseline
    /// The API was asked to tell people.
    case told
    /// There is nothing to tell.
    case notTold = "not-told"
  }

  /// No number: it is no story's.
  private var baselineKey: ItemKey { ItemKey(partition: "baseline \(feed)") }
  /// Items expire; this one must not, as long as somebody polls.
  private static let baselineRenewal: TimeInterval = 86_400

  /// Whether there is a baseline. Before, no story may be told: everything would be new.
  func hasBaseline(at now: Date) async throws -> Bool {
    guard let item = try await table.item(baselineKey) else { return false }
    let setAt = item.text("set_at").flatMap(Timestamp.moment) ?? .distantPast
    if now.timeIntervalSince(setAt) > Self.baselineRenewal {
      // False where somebody else has just done it.
      _ = try await table.put(baseline(at: now), expecting: item.version)
    }
    return true
  }

  /// Notes that all stories that were there are remembered: the last step of the first round.
  func setBaseline(at now: Date) async throws {
    // False where somebody else has just done it.
    _ = try await table.put(baseline(at: now), expecting: nil)
  }

  private func baseline(at now: Date) -> Item {
    Item(key: baselineKey, attributes: ["set_at": .text(Timestamp.text(of: now))])
  }

  /// Whether a story is remembered.
  func isSeen(_ id: Int64) async throws -> Bool {
    try await table.item(Self.key(id)) != nil
  }

  /// Remembers a story, for the table's lifetime.
  func remember(
    _ id: Int64, because reason: Reason, alert: String? = nil, at now: Date
  ) async throws {
    var item = Item(
      key: Self.key(id),
      attributes: [
        "reason": .text(reason.rawValue), "seen_at": .text(Timestamp.text(of: now)),
      ])
    if let alert, !alert.isEmpty { item.attributes["alert_id"] = .text(alert) }
    // False where it is remembered already.
    _ = try await table.put(item, expecting: nil)
  }

  private static func key(_ id: Int64) -> ItemKey { ItemKey(partition: "\(id)") }
}
