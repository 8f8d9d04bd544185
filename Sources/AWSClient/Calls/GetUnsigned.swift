extension AWSClient {
  /// Asks an agent beside the container, as often as a call is tried.
  ///
  /// Not an operation: it has no service, and its answer's status is for the caller to judge.
  func get(_ request: TransportRequest) async throws(CredentialsFailure) -> TransportResponse {
    var attempt = 1
    while true {
      let result = await sendOnce(request, within: limits.attempt)
      let (kind, problem): (FailureKind, String)
      switch result {
      case .success(let answer):
        guard answer.status >= 500, attempt < retries.maximumAttempts else { return answer }
        (kind, problem) = (.unknownOutcome, "HTTP \(answer.status)")
      case .failure(.notConnected(let why)): (kind, problem) = (.notSent, why)
      case .failure(.connectionLost(let why)): (kind, problem) = (.unknownOutcome, why)
      case .failure(.cancelled): (kind, problem) = (.lasting, "the refresh was cancelled")
      case nil: (kind, problem) = (.timedOut, "there was no answer within \(limits.attempt)")
      }
      guard kind.allowsRetry(isIdempotent: true), attempt < retries.maximumAttempts,
        budget.pay(for: kind) != nil
      else { throw CredentialsFailure(message: "\(request.url): \(problem)", isPassing: true) }
      do {
        try await effects.pause(
          retries.delay(after: attempt, kind, jitter: effects.jitter(), wish: nil))
      } catch {
        throw CredentialsFailure(message: "the refresh was cancelled", isPassing: true)
      }
      attempt += 1
    }
  }

  /// Sends `request` once; nil where there is no answer within `limit`.
  func sendOnce(
    _ request: TransportRequest, within limit: Duration
  ) async -> Result<TransportResponse, TransportFailure>? {
    await effects.within(limit) { [transport] in
      do throws(TransportFailure) {
        return .success(try await transport.send(request))
      } catch {
        return .failure(error)
      }
    }
  }
}
