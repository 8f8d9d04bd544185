import HTTPTypes
import Hummingbird

/// Lets a request in: a key that is known, that may do it, and that has not asked too often.
struct Gatekeeper: Sendable {
  private let keyring: Keyring
  private let limiter = RateLimiter()

  init(_ keyring: Keyring) { self.keyring = keyring }

  /// The key of a request. Throws ``APIError``: 401, 403 or 429.
  func admit(_ request: Request, for scope: Scope) async throws -> APIKey {
    guard let presented = request.headers[.apiKey] else {
      throw APIError(
        .unauthorized, "the header X-API-Key is missing; send the key that you were given")
    }
    guard let key = try await keyring.key(presented: presented) else {
      throw APIError(.unauthorized, "the key in X-API-Key is not known, or not valid any more")
    }
    guard key.scopes.contains(scope) else {
      throw APIError(
        .forbidden,
        "this key may not \(scope.rawValue); ask for one with the scope `\(scope.rawValue)`")
    }
    if let wait = limiter.take(for: key) {
      throw APIError(
        .tooManyRequests,
        "this key may send \(key.requestsPerMinute) requests a minute; wait \(wait) s",
        headers: [.retryAfter: "\(wait)"])
    }
    return key
  }
}
