public import Logging

/// Sends operations to AWS: signed, within limits of time, and again where that is safe.
///
/// Copies share credentials, retry budget and what was learned of AWS's clock.
public struct AWSClient: Sendable {
  let givenEndpoints: [AWSService: AWSEndpoint]
  let transport: any HTTPTransport
  let credentials: CredentialsCache?
  let signingKeys = SigningKeys()
  let limits: CallLimits
  let retries: RetryPolicy
  let budget: RetryBudget
  let clock: ClockCorrection
  let effects: AWSEffects
  let logger: Logger
  /// Where the client's calls go.
  public let region: String

  /// Makes a client; nothing is sent and no file is read before the first call.
  ///
  /// - Parameters:
  ///   - configuration: region, endpoints and where credentials come from.
  ///   - transport: stays the caller's, who closes it after the last call.
  ///   - limits: for calls that name no limit of their own.
  ///   - retries: how often and how soon a call is tried again.
  ///   - effects: clocks, chance and files.
  ///   - logger: gets refreshes of credentials that fail, and each retry at the level of debugging.
  public init(
    _ configuration: AWSConfiguration, transport: any HTTPTransport,
    limits: CallLimits = CallLimits(), retries: RetryPolicy = RetryPolicy(),
    effects: AWSEffects = .system, logger: Logger
  ) {
    let anonymous = AWSClient(
      region: configuration.region, givenEndpoints: configuration.givenEndpoints,
      transport: transport, credentials: nil, limits: limits, retries: retries, effects: effects,
      logger: logger)
    self.init(
      region: configuration.region, givenEndpoints: configuration.givenEndpoints,
      transport: transport,
      credentials: CredentialsCache(configuration.credentials, client: anonymous),
      limits: limits, retries: retries, effects: effects, logger: logger)
  }

  private init(
    region: String, givenEndpoints: [AWSService: AWSEndpoint], transport: any HTTPTransport,
    credentials: CredentialsCache?, limits: CallLimits, retries: RetryPolicy,
    effects: AWSEffects, logger: Logger
  ) {
    self.region = region
    self.givenEndpoints = givenEndpoints
    self.transport = transport
    self.credentials = credentials
    self.limits = limits
    self.retries = retries
    self.effects = effects
    self.logger = logger
    budget = RetryBudget(capacity: retries.budget)
    clock = ClockCorrection()
  }

  /// Sends an operation, and again after failures that pass: throttling, no connection, and, where
  /// the operation is idempotent, time-outs, broken connections and errors inside the service.
  ///
  /// - Parameters:
  ///   - operation: what to ask for.
  ///   - limit: for the whole call; nil for the client's own. ``AWSOperation/wait`` is added.
  /// - Throws: what the last attempt failed with, also when time or retry budget is used up.
  public func send<Operation: AWSOperation>(
    _ operation: Operation, within limit: Duration? = nil
  ) async throws(Operation.Failure) -> Operation.Answer {
    do throws(FailedCall) {
      var call = try Call(operation, client: self, limit: limit ?? limits.call)
      let answer = try await call.run()
      do {
        return try operation.answer(from: answer.body)
      } catch {
        throw FailedCall(error: call.unreadable(answer, error))
      }
    } catch {
      throw operation.failure(error.error, answer: error.answer?.body ?? [])
    }
  }

  /// Sends an operation for one page after the other, each when it is asked for.
  public func pages<Operation: PagedOperation>(
    of operation: Operation, within limit: Duration? = nil
  ) -> Pages<Operation> {
    Pages(client: self, first: operation, limit: limit)
  }
}
