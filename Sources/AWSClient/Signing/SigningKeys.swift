import Crypto
import Synchronization

/// Keys that requests are signed with, one for each service, made anew when the day or the credentials are
/// others: making one takes four rounds of HMAC.
final class SigningKeys: Sendable {
  private struct Held {
    let day: String
    let secret: String
    let key: SymmetricKey
  }

  private let held = Mutex<[String: Held]>([:])

  /// The key that is held, or what `make` makes.
  func key(
    of service: String, in region: String, on day: String, for credentials: AWSCredentials,
    _ make: () -> SymmetricKey
  ) -> SymmetricKey {
    let secret = credentials.secretAccessKey
    let name = "\(service) \(region)"
    return held.withLock { held in
      if let found = held[name], found.day == day, found.secret == secret { return found.key }
      let key = make()
      held[name] = Held(day: day, secret: secret, key: key)
      return key
    }
  }
}
