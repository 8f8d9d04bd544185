public import Foundation
import SQL

/// A request that its sender may send again, and that must then do nothing again.
public struct IdempotentRequest: Sendable, Hashable {
  /// Whose key it is, and of which operation.
  public let scope: String
  /// What the sender calls it.
  public let key: String
  /// A hash of all that it asks for.
  public let hash: String

  /// How long an answer is kept.
  ///
  /// As long as a story is remembered: the poller's keys are what keeps a story from being told twice.
  public static let retention: TimeInterval = 30 * 86_400

  /// A request under its sender's name for it.
  public init(scope: String, key: String, hash: String) {
    self.scope = scope
    self.key = key
    self.hash = hash
  }
}

/// What became of a request to create something.
public enum CreationOutcome<Created: Sendable>: Sendable {
  /// It was created.
  case created(Created)
  /// The same request was answered before; its answer.
  case repeated(answer: String)
  /// Another request had the same key.
  case keyTaken
}

extension SQLSession {
  /// Does `body` unless the same request was answered before, and keeps the answer: all in the
  /// transaction of the session.
  ///
  /// Of two that come at once the second waits at the key until the first one has ended.
  func once<Created>(
    _ request: IdempotentRequest?, at now: Date, answer: (Created) -> String,
    _ body: () throws -> Created
  ) throws -> CreationOutcome<Created> {
    guard let request else { return .created(try body()) }
    let isFirst =
      try execute(
        """
        INSERT INTO idempotency_keys (scope, idempotency_key, request_hash, created_at)
        VALUES (\(request.scope), \(request.key), \(request.hash), \(now))
        ON CONFLICT (scope, idempotency_key) DO NOTHING
        """) == 1
    guard isFirst else {
      let found = try first(
        """
        SELECT request_hash, answer FROM idempotency_keys
        WHERE scope = \(request.scope) AND idempotency_key = \(request.key)
        """
      ) { (hash: $0.text(0), answer: $0.text(1)) }
      guard let found, found.hash == request.hash else { return .keyTaken }
      return .repeated(answer: found.answer)
    }
    let created = try body()
    try execute(
      """
      UPDATE idempotency_keys SET answer = \(answer(created))
      WHERE scope = \(request.scope) AND idempotency_key = \(request.key)
      """)
    return .created(created)
  }
}
