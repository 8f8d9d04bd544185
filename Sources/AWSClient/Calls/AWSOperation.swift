/// One call of one service, as a value: nothing happens before ``AWSClient/send(_:within:)``.
public protocol AWSOperation: Sendable {
  /// What the service answers.
  associatedtype Answer: Sendable
  /// What is thrown: ``AWSError``, or what the operation makes of it.
  associatedtype Failure: Error = AWSError

  /// Whom to ask.
  static var service: AWSService { get }
  /// AWS's name of the operation; by default the type's own.
  static var name: String { get }
  /// Whether the request carries a signature.
  static var isSigned: Bool { get }

  /// Whether it may be sent again though it may have been done: after a time-out, a broken
  /// connection or an error inside the service.
  var isIdempotent: Bool { get }
  /// How much longer than others this call may take, such as the wait for a message.
  var wait: Duration { get }
  /// What must not appear in an error.
  var secrets: [SecretText] { get }

  /// The body of the request, as the service's protocol wants it.
  func body() throws -> [UInt8]
  /// Reads the answer to a request that succeeded.
  func answer(from body: [UInt8]) throws -> Answer
  /// Reads a failure; `answer` is empty where there was none.
  func failure(_ error: AWSError, answer: [UInt8]) -> Failure
}

extension AWSOperation {
  /// The type's own name.
  public static var name: String { String(describing: Self.self) }
  /// Signed.
  public static var isSigned: Bool { true }
  /// No longer than usual.
  public var wait: Duration { .zero }
  /// None.
  public var secrets: [SecretText] { [] }
}

extension AWSOperation where Failure == AWSError {
  /// The error as it is.
  public func failure(_ error: AWSError, answer: [UInt8]) -> AWSError { error }
}

/// An operation whose answer may be one page of many.
public protocol PagedOperation: AWSOperation {
  /// The request for the page after `answer`, or nil where that was the last.
  func following(_ answer: Answer) -> Self?
}
