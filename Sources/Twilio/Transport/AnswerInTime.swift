extension TwilioClient {
  /// The answer to a request, or why there is none in time.
  ///
  /// A request that takes too long is cancelled, and waited for: whether it left is known then.
  func answer(
    to request: TwilioRequest, within limit: Duration
  ) async -> Result<TwilioResponse, TwilioTransportFailure> {
    await withTaskGroup(of: Result<TwilioResponse, TwilioTransportFailure>?.self) { group in
      group.addTask { [transport] in
        do throws(TwilioTransportFailure) {
          return .success(try await transport.send(request))
        } catch {
          return .failure(error)
        }
      }
      group.addTask {
        // Throws when the answer was faster, or nobody waits any more; either way there's nothing to do.
        try? await Task.sleep(for: limit)
        return nil
      }
      var ranOut = false
      for await end in group {
        guard let end else {
          ranOut = true
          group.cancelAll()
          continue
        }
        group.cancelAll()
        guard ranOut, case .failure(let failure) = end else { return end }
        switch failure {
        case .notSent: return .failure(.notSent("no connection in time"))
        case .maybeSent: return .failure(.maybeSent("no answer in time"))
        }
      }
      return .failure(.maybeSent("cancelled"))
    }
  }
}
