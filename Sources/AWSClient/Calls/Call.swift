import Foundation

/// One call under way: its attempts, and what it has tried so far.
struct Call {
  let client: AWSClient
  let service: AWSService
  let operation: String
  let isSigned: Bool
  let isIdempotent: Bool
  private let headers: [HeaderField]
  private let body: [UInt8]
  var secrets: [SecretText]
  /// When the call has to be over, and how long an attempt may take.
  let end: Duration
  private let attemptLimit: Duration

  var attempts = 0
  var lastCost: Int?
  var hasRenewedCredentials = false
  var hasCorrectedClock = false

  init<Operation: AWSOperation>(
    _ operation: Operation, client: AWSClient, limit: Duration
  ) throws(FailedCall) {
    self.client = client
    service = Operation.service
    self.operation = Operation.name
    isSigned = Operation.isSigned
    isIdempotent = operation.isIdempotent
    secrets = operation.secrets
    end = client.effects.uptime() + limit + operation.wait
    attemptLimit = client.limits.attempt + operation.wait
    headers = Self.headers(of: Operation.self)
    do {
      body = try operation.body()
    } catch {
      throw FailedCall(
        error: AWSError(
          service: Operation.service, operation: Operation.name, cause: .unwritableRequest,
          code: "\(AWSError.Cause.unwritableRequest)",
          message: "\(error)".redacting(operation.secrets), status: nil, requestID: nil,
          isRetryable: false, attempts: 0))
    }
  }

  private static func headers<Operation: AWSOperation>(of: Operation.Type) -> [HeaderField] {
    switch Operation.service.wireProtocol {
    case .json(let version, let target):
      [
        HeaderField("content-type", "application/x-amz-json-\(version)"),
        HeaderField("x-amz-target", "\(target).\(Operation.name)"),
      ]
    case .query:
      [HeaderField("content-type", "application/x-www-form-urlencoded; charset=utf-8")]
    }
  }

  /// Tries until an attempt succeeds or another one makes no sense.
  mutating func run() async throws(FailedCall) -> TransportResponse {
    while true {
      switch await attempt() {
      case .success(let answer):
        client.budget.earn(lastCost)
        return answer
      case .failure(let failed):
        try await prepareForAnother(after: failed)
      }
    }
  }

  /// Gets credentials, signs, sends and reads the status.
  private mutating func attempt() async -> Result<TransportResponse, FailedAttempt> {
    let left = end - client.effects.uptime()
    guard left > .zero else { return .failure(failed(.deadlineExceeded, .lasting)) }
    let credentials: AWSCredentials?
    switch await currentCredentials(within: left) {
    case .success(let current): credentials = current
    case .failure(let failed): return .failure(failed)
    }
    attempts += 1
    let signed = client.clock.time(at: client.effects.date())
    let request = request(with: credentials, at: signed)
    let limit = min(attemptLimit, end - client.effects.uptime())
    switch await client.sendOnce(request, within: limit) {
    case .success(let answer) where (200...299).contains(answer.status): return .success(answer)
    case .success(let answer):
      var failed = refused(answer)
      failed.credentials = credentials
      failed.signed = signed
      return .failure(failed)
    case .failure(.notConnected(let why)): return .failure(failed(.unreachable, .notSent, why))
    case .failure(.connectionLost(let why)):
      return .failure(failed(.connectionLost, .unknownOutcome, why))
    case .failure(.cancelled): return .failure(failed(.cancelled, .lasting))
    case nil:
      return .failure(failed(.timedOut, .timedOut, "there was no answer within \(limit)"))
    }
  }

  /// What to sign with, or nil where the call isn't signed.
  private mutating func currentCredentials(
    within limit: Duration
  ) async -> Result<AWSCredentials?, FailedAttempt> {
    guard isSigned, let cache = client.credentials else { return .success(nil) }
    if let credentials = cache.ready {
      secrets += credentials.secrets
      return .success(credentials)
    }
    let result: Result<AWSCredentials, CredentialsFailure>? = await client.effects.within(limit) {
      do throws(CredentialsFailure) {
        return .success(try await cache.current())
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let credentials):
      secrets += credentials.secrets
      return .success(credentials)
    case .failure where Task.isCancelled: return .failure(failed(.cancelled, .lasting))
    case .failure(let failure):
      // The source has tried several times itself.
      return .failure(
        failed(.noCredentials, .lasting, failure.message, isRetryable: failure.isPassing))
    case nil:
      return .failure(failed(.deadlineExceeded, .lasting, "credentials did not come in time"))
    }
  }

  private func request(with credentials: AWSCredentials?, at date: Date) -> TransportRequest {
    let endpoint =
      client.givenEndpoints[service] ?? AWSEndpoint(service, region: client.region)
    var headers = headers + [HeaderField("host", endpoint.authority)]
    if let credentials {
      let signature = SignatureV4(
        region: client.region, service: service.endpointPrefix, keys: client.signingKeys)
      headers += signature.headers(
        signing: .init(method: "POST", path: endpoint.path, headers: headers, body: body),
        with: credentials, at: SigningTime(date))
    }
    return TransportRequest(method: "POST", url: endpoint.url, headers: headers, body: body)
  }
}

extension AWSCredentials {
  /// What must not be shown.
  fileprivate var secrets: [SecretText] {
    [secretAccessKey, sessionToken].compactMap { $0 }.map(SecretText.init)
  }
}
