import Logging

extension Call {
  /// Waits until it is time for another attempt, or throws because there will be none.
  mutating func prepareForAnother(after failed: FailedAttempt) async throws(FailedCall) {
    if await correct(failed) { return }
    guard failed.kind.allowsRetry(isIdempotent: isIdempotent),
      attempts < client.retries.maximumAttempts
    else { throw failed.call }
    let delay = client.retries.delay(
      after: attempts, failed.kind, jitter: client.effects.jitter(),
      wish: failed.call.answer?.retryAfter)
    guard client.effects.uptime() + delay < end, let cost = client.budget.pay(for: failed.kind)
    else { throw failed.call }
    lastCost = cost
    client.logger.debug(
      "trying again", metadata: ["error": "\(failed.call.error)", "delay": "\(delay)"])
    do {
      try await client.effects.pause(delay)
    } catch {
      throw self.failed(.cancelled, .lasting).call
    }
  }

  /// Makes good what kept the service from believing the signature; each only once in a call.
  ///
  /// - Returns: whether another attempt has better chances at once.
  private mutating func correct(_ failed: FailedAttempt) async -> Bool {
    switch failed.kind {
    case .expiredCredentials:
      guard !hasRenewedCredentials, let used = failed.credentials, let cache = client.credentials,
        await cache.distrust(used)
      else { return false }
      hasRenewedCredentials = true
      return true
    case .refusedSignature:
      guard !hasCorrectedClock, let answer = failed.call.answer, let signed = failed.signed,
        client.clock.learn(from: answer, signed: signed, now: client.effects.date())
      else { return false }
      hasCorrectedClock = true
      client.logger.warning("this machine's clock differs from AWS's by more than 4 minutes")
      return true
    case .throttled, .notSent, .unknownOutcome, .timedOut, .lasting:
      return false
    }
  }
}

extension TransportResponse {
  /// How long the service asks to wait, in milliseconds in its header.
  fileprivate var retryAfter: Duration? {
    header("x-amz-retry-after").flatMap { Int($0) }.flatMap { $0 < 0 ? nil : .milliseconds($0) }
  }
}
