import Foundation
import Logging

/// One call under way: its attempts, and what it has tried so far.
struct Call {
  private let client: AWSClient
  private let service: AWSService
  private let operation: String
  private let isSigned: Bool
  private let isIdempotent: Bool
  private let headers: [HeaderField]
  private let body: [UInt8]
  private var secrets: [SecretText]
  /// When the call has to be over, and how long an attempt may take.
  private let end: Duration
  private let attemptLimit: Duration

  private var attempts = 0
  private var lastCost: Int?
  private var hasRenewedCredentials = false
  private var hasCorrectedClock = false

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
          code: "\(AWSError.Cause.unwritableRequest)", message: "\(error)", status: nil,
          requestID: nil, isRetryable: false, attempts: 0))
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

  /// Why an attempt failed, and what that says about another.
  private struct FailedAttempt: Error {
    var call: FailedCall
    var kind: FailureKind
    var credentials: AWSCredentials?
    var signed: Date?
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
      var failed = failed(.noCredentials, .lasting, failure.message)
      failed.call.error = failed.call.error.retryable(failure.isPassing)
      return .failure(failed)
    case nil:
      return .failure(failed(.deadlineExceeded, .lasting, "credentials did not come in time"))
    }
  }

  private func request(with credentials: AWSCredentials?, at date: Date) -> TransportRequest {
    guard let endpoint = client.endpoints[service] else {
      preconditionFailure("a configuration has an endpoint for every service")
    }
    var headers = headers + [HeaderField("host", endpoint.authority)]
    if let credentials {
      let signature = SignatureV4(region: client.region, service: service.endpointPrefix)
      headers += signature.headers(
        signing: .init(method: "POST", path: endpoint.path, headers: headers, body: body),
        with: credentials, at: SigningTime(date))
    }
    return TransportRequest(method: "POST", url: endpoint.url, headers: headers, body: body)
  }

  // MARK: Another attempt

  /// Waits until it is time for another attempt, or throws because there will be none.
  private mutating func prepareForAnother(after failed: FailedAttempt) async throws(FailedCall) {
    if try await correct(failed) { return }
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
  private mutating func correct(_ failed: FailedAttempt) async throws(FailedCall) -> Bool {
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

  // MARK: Errors

  private func failed(
    _ cause: AWSError.Cause, _ kind: FailureKind, _ message: String = ""
  ) -> FailedAttempt {
    FailedAttempt(
      call: FailedCall(error: error(cause, kind, code: "\(cause)", message: message)), kind: kind)
  }

  private func refused(_ answer: TransportResponse) -> FailedAttempt {
    let said = ServiceError(answer, wireProtocol: service.wireProtocol)
    let kind = FailureKind(status: answer.status, code: said.code)
    let error = AWSError(
      service: service, operation: operation, cause: .refused, code: said.code,
      message: said.message.redacting(secrets), status: answer.status, requestID: said.requestID,
      isRetryable: kind.allowsRetry(isIdempotent: isIdempotent), attempts: attempts)
    return FailedAttempt(call: FailedCall(error: error, answer: answer), kind: kind)
  }

  private func error(
    _ cause: AWSError.Cause, _ kind: FailureKind, code: String, message: String
  ) -> AWSError {
    AWSError(
      service: service, operation: operation, cause: cause, code: code,
      message: message.redacting(secrets), status: nil, requestID: nil,
      isRetryable: kind.allowsRetry(isIdempotent: isIdempotent), attempts: attempts)
  }

  /// The error of an answer that says yes and can't be read. A decoder's own words may quote the
  /// answer, and stay out.
  func error(
    _ cause: AWSError.Cause, reading problem: any Error, in answer: TransportResponse
  ) -> AWSError {
    let message =
      switch problem {
      case let problem as DecodingError: problem.place
      case let problem as XMLFailure: problem.description
      default: "the answer is not what the operation promises"
      }
    return AWSError(
      service: service, operation: operation, cause: cause, code: "\(cause)", message: message,
      status: answer.status, requestID: answer.header("x-amzn-requestid"), isRetryable: false,
      attempts: attempts)
  }
}

extension AWSError {
  fileprivate func retryable(_ isRetryable: Bool) -> AWSError {
    AWSError(
      service: service, operation: operation, cause: cause, code: code, message: message,
      status: status, requestID: requestID, isRetryable: isRetryable, attempts: attempts)
  }
}

extension AWSCredentials {
  /// What must not be shown.
  fileprivate var secrets: [SecretText] {
    [secretAccessKey, sessionToken].compactMap { $0 }.map(SecretText.init)
  }
}

extension TransportResponse {
  /// How long the service asks to wait, in milliseconds in its header.
  fileprivate var retryAfter: Duration? {
    header("x-amz-retry-after").flatMap { Int($0) }.flatMap { $0 < 0 ? nil : .milliseconds($0) }
  }
}

extension DecodingError {
  /// Where the answer is wrong, without what stands there.
  fileprivate var place: String {
    let (problem, context): (String, Context) =
      switch self {
      case .keyNotFound(let key, let context): ("\(key.stringValue) is missing", context)
      case .typeMismatch(_, let context): ("of another type", context)
      case .valueNotFound(_, let context): ("null", context)
      case .dataCorrupted(let context): ("not readable", context)
      @unknown default: ("not readable", Context(codingPath: [], debugDescription: ""))
      }
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "the answer: \(problem)" : "the answer's \(path): \(problem)"
  }
}
