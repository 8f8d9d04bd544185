import FormText
import Foundation

/// How often a webhook is tried, which its URL may say in its fragment: `#rc=3&rp=5xx,ct`.
///
/// Source: Twilio, "Webhooks (HTTP callbacks): Connection Overrides": one retry, after a connection that
/// could not be made; at most 15 seconds in all; 2026-11.
struct ConnectionOverrides: Sendable, Hashable {
  /// What can go wrong with an attempt.
  enum Failure: String, Sendable, Hashable, CaseIterable {
    case connection = "ct"
    case reading = "rt"
    case clientError = "4xx"
    case serverError = "5xx"
  }

  /// The URL that is called and signed, without the fragment.
  let url: String
  /// How many retries there are, 0 to 5.
  private(set) var retries = 1
  /// After what there are any.
  private(set) var policy: Set<Failure> = [.connection]

  /// Reads a URL.
  init(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    url = String(parts[0])
    guard parts.count == 2, let fields = FormText.fields(of: String(parts[1])) else { return }
    if let count = fields.first("rc").flatMap(Int.init), (0...5).contains(count) { retries = count }
    if let names = fields.first("rp")?.split(separator: ",") {
      policy =
        names.contains("all")
        ? Set(Failure.allCases) : Set(names.compactMap { Failure(rawValue: String($0)) })
    }
  }
}
