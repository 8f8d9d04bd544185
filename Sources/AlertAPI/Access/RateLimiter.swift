import Synchronization

/// A bucket of tokens for each key: it fills evenly, and holds what a minute may take.
final class RateLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var filledAt: ContinuousClock.Instant
  }

  private let buckets = Mutex<[String: Bucket]>([:])

  /// Takes a token; nil where there is one, else how many seconds to wait for it.
  func take(for key: APIKey, at now: ContinuousClock.Instant = .now) -> Int? {
    let perSecond = Double(key.requestsPerMinute) / 60
    let capacity = Double(key.requestsPerMinute)
    return buckets.withLock { buckets in
      var bucket = buckets[key.prefix] ?? Bucket(tokens: capacity, filledAt: now)
      let elapsed = bucket.filledAt.duration(to: now) / .seconds(1)
      bucket.tokens = min(capacity, bucket.tokens + max(0, elapsed) * perSecond)
      bucket.filledAt = now
      defer { buckets[key.prefix] = bucket }
      guard bucket.tokens >= 1 else {
        return max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
      }
      bucket.tokens -= 1
      return nil
    }
  }
}
