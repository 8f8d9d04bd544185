/// How often and how soon a call is tried again.
public struct RetryPolicy: Sendable, Hashable {
  /// With the first one.
  public var maximumAttempts: Int
  /// What the first pause is at most; doubles with each attempt.
  public var baseDelay: Duration
  /// The same, after a service has asked for less.
  public var throttledBaseDelay: Duration
  /// What any pause is at most.
  public var maximumDelay: Duration
  /// What a client's retries may cost before successes earn some back. A retry costs 5, after a
  /// time-out 10.
  public var budget: Int

  /// States a policy; without arguments the "standard" mode of the AWS SDKs.
  ///
  /// Source: botocore 1.43.106, `retries/standard.py` and `retries/quota.py`: 3 attempts, 500 tokens,
  /// pauses of at most 20 s. There they start at 1 s, and at 50 ms (1 s after throttling) with the
  /// newer rules, which are taken here: a caller waits for us.
  public init(
    maximumAttempts: Int = 3, baseDelay: Duration = .milliseconds(50),
    throttledBaseDelay: Duration = .seconds(1), maximumDelay: Duration = .seconds(20),
    budget: Int = 500
  ) {
    self.maximumAttempts = maximumAttempts
    self.baseDelay = baseDelay
    self.throttledBaseDelay = throttledBaseDelay
    self.maximumDelay = maximumDelay
    self.budget = budget
  }

  /// The pause after attempt number `attempt`, which failed: anything up to a limit that doubles
  /// ("full jitter"), so that clients that failed together don't come back together.
  ///
  /// - Parameters:
  ///   - jitter: from 0 up to 1.
  ///   - wish: what the service asked for, which adds at most 5 seconds.
  func delay(
    after attempt: Int, _ kind: FailureKind, jitter: Double, wish: Duration?
  ) -> Duration {
    let base = kind == .throttled ? throttledBaseDelay : baseDelay
    // 2^20 times any base is more than any limit, and 2^attempt would overflow in the end.
    let limit = min(base * (1 << min(attempt - 1, 20)), maximumDelay)
    let delay = limit * jitter
    return max(delay, min(wish ?? .zero, delay + .seconds(5)))
  }
}

/// How long calls may take.
public struct CallLimits: Sendable, Hashable {
  /// One attempt, connection and answer included.
  public var attempt: Duration
  /// The whole call: credentials, attempts and pauses.
  public var call: Duration

  /// States limits.
  public init(attempt: Duration = .seconds(5), call: Duration = .seconds(20)) {
    self.attempt = attempt
    self.call = call
  }
}
