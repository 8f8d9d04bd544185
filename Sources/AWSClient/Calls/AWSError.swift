/// Why a call did not succeed. No key, token or secret is in it.
public struct AWSError: Error, Sendable, Hashable {
  /// What kind of end a call came to.
  public enum Cause: Sendable, Hashable {
    /// The service answered that it did not do it.
    case refused
    /// No connection was made: nothing was sent.
    case unreachable
    /// The connection broke: it may or may not have been done.
    case connectionLost
    /// An attempt took longer than it may: it may or may not have been done.
    case timedOut
    /// The time for the whole call was over before anything was heard.
    case deadlineExceeded
    /// The task was cancelled.
    case cancelled
    /// There was nothing to sign with.
    case noCredentials
    /// The service said yes, in an answer that can't be read.
    case unreadableAnswer
    /// The request can't be written, and was not sent.
    case unwritableRequest
  }

  /// Who was asked.
  public let service: AWSService
  /// For what, as AWS calls it.
  public let operation: String
  /// What kind of end it was.
  public let cause: Cause
  /// AWS's own name of the error, such as `QueueDoesNotExist`; that of ``cause`` where AWS said
  /// nothing.
  public let code: String
  /// What AWS, or the network, says of it.
  public let message: String
  /// The HTTP status, where there was one.
  public let status: Int?
  /// What AWS's support asks for.
  public let requestID: String?
  /// Whether the same call may succeed later, and does no harm if it was done already.
  public let isRetryable: Bool
  /// How often it was tried.
  public let attempts: Int
}

extension AWSError: CustomStringConvertible {
  /// `SQS ReceiveMessage: QueueDoesNotExist: …  (HTTP 400, request 1a2b, 3 attempts)`.
  public var description: String {
    var details: [String] = []
    if let status { details.append("HTTP \(status)") }
    if let requestID { details.append("request \(requestID)") }
    if attempts != 1 { details.append("\(attempts) attempts") }
    let end = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
    let text = message.isEmpty ? "" : ": \(message)"
    return "\(service) \(operation): \(code)\(text)\(end)"
  }
}

/// A call that failed, with the answer where there was one.
struct FailedCall: Error {
  var error: AWSError
  var answer: TransportResponse?
}
