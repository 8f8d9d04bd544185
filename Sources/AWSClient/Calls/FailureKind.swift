/// What a failed attempt says about trying again.
enum FailureKind: Sendable, Hashable {
  /// The service wants less: it has not done it.
  case throttled
  /// Nothing was sent.
  case notSent
  /// It may have been done: an error inside the service, or a broken connection.
  case unknownOutcome
  /// It may have been done: no answer in time.
  case timedOut
  /// The credentials have expired: others may do.
  case expiredCredentials
  /// The signature's time was too far from the service's, or the signature is wrong.
  case refusedSignature
  /// Trying again brings the same.
  case lasting

  /// What a status and a code mean.
  ///
  /// Source: botocore 1.43.106, `retries/standard.py`, and for the signature smithy-typescript's
  /// list of clock skew codes, November 2026.
  init(status: Int, code: String) {
    if throttlingCodes.contains(code) || status == 429 {
      self = .throttled
    } else if expiredCodes.contains(code) {
      self = .expiredCredentials
    } else if signatureCodes.contains(code) {
      self = .refusedSignature
    } else if transientCodes.contains(code) || [500, 502, 503, 504].contains(status) {
      self = .unknownOutcome
    } else {
      self = .lasting
    }
  }

  /// Whether another attempt may succeed and repeats nothing that must not be repeated.
  func allowsRetry(isIdempotent: Bool) -> Bool {
    switch self {
    case .throttled, .notSent: true
    case .unknownOutcome, .timedOut: isIdempotent
    case .expiredCredentials, .refusedSignature, .lasting: false
    }
  }
}

private let throttlingCodes: Set<String> = [
  "BandwidthLimitExceeded", "EC2ThrottledException", "LimitExceededException",
  "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "RequestLimitExceeded",
  "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling",
  "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException",
]

private let transientCodes: Set<String> = [
  "IDPCommunicationError", "InternalError", "InternalServerError", "RequestTimeout",
  "RequestTimeoutException",
]

private let expiredCodes: Set<String> = ["ExpiredToken", "ExpiredTokenException"]

private let signatureCodes: Set<String> = [
  "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
  "SignatureDoesNotMatch",
]
