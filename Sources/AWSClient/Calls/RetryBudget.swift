import Synchronization

/// What the retries of one client may cost: while a service is down, a client stops trying everything
/// three times.
///
/// Source: botocore 1.43.106, `retries/standard.py`, `RetryQuotaChecker`.
final class RetryBudget: Sendable {
  private let capacity: Int
  private let tokens: Mutex<Int>

  init(capacity: Int) {
    self.capacity = capacity
    tokens = Mutex(capacity)
  }

  /// What is left.
  var left: Int { tokens.withLock { $0 } }

  /// Pays for a retry; nil where there is not enough.
  func pay(for kind: FailureKind) -> Int? {
    let cost = kind == .timedOut ? 10 : 5
    return tokens.withLock { tokens in
      guard tokens >= cost else { return nil }
      tokens -= cost
      return cost
    }
  }

  /// A call succeeded: it gets back what its last retry cost, or earns 1 where it needed none.
  func earn(_ lastCost: Int?) {
    tokens.withLock { $0 = min(capacity, $0 + (lastCost ?? 1)) }
  }
}
