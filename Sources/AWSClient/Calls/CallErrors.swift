import Foundation

/// Why an attempt failed, and what that says about another.
struct FailedAttempt: Error {
  var call: FailedCall
  var kind: FailureKind
  var credentials: AWSCredentials?
  var signed: Date?
}

extension Call {
  /// An attempt without an answer.
  func failed(
    _ cause: AWSError.Cause, _ kind: FailureKind, _ message: String = "", isRetryable: Bool? = nil
  ) -> FailedAttempt {
    let error = AWSError(
      service: service, operation: operation, cause: cause, code: "\(cause)",
      message: message.redacting(secrets), status: nil, requestID: nil,
      isRetryable: isRetryable ?? kind.allowsRetry(isIdempotent: isIdempotent),
      attempts: attempts)
    return FailedAttempt(call: FailedCall(error: error), kind: kind)
  }

  /// An attempt that the service refused.
  func refused(_ answer: TransportResponse) -> FailedAttempt {
    let said = ServiceError(answer, wireProtocol: service.wireProtocol)
    let kind = FailureKind(status: answer.status, code: said.code)
    let error = AWSError(
      service: service, operation: operation, cause: .refused, code: said.code,
      message: said.message.redacting(secrets), status: answer.status, requestID: said.requestID,
      isRetryable: kind.allowsRetry(isIdempotent: isIdempotent), attempts: attempts)
    return FailedAttempt(call: FailedCall(error: error, answer: answer), kind: kind)
  }

  /// The error of an answer that says yes and can't be read. A decoder's own words may quote the
  /// answer, and stay out.
  func unreadable(_ answer: TransportResponse, _ problem: any Error) -> AWSError {
    let message =
      switch problem {
      case let problem as DecodingError: problem.place
      case let problem as XMLFailure: problem.description
      default: "the answer is not what the operation promises"
      }
    return AWSError(
      service: service, operation: operation, cause: .unreadableAnswer,
      code: "\(AWSError.Cause.unreadableAnswer)", message: message, status: answer.status,
      requestID: answer.header("x-amzn-requestid"), isRetryable: false, attempts: attempts)
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
