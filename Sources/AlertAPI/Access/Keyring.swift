import Logging
import ServiceRuntime

/// The keys of the secret, parsed once, and read anew when somebody presents one that is unknown: a new
/// key works within seconds.
actor Keyring {
  private let secret: any SecretReader
  private let logger: Logger
  private var keys: APIKeys?
  private var text: SecretValue?
  private var refreshedAt: ContinuousClock.Instant?

  /// The shortest time between two readings that unknown keys cause.
  private static let refreshInterval = Duration.seconds(10)

  init(_ secret: any SecretReader, logger: Logger) {
    self.secret = secret
    self.logger = logger
  }

  /// The key that `presented` is, or nil. Hashing needs nothing of the actor, so that requests do it
  /// beside each other.
  nonisolated func key(presented: String) async throws -> APIKey? {
    if let key = try await current(refresh: false).key(presented: presented) { return key }
    return try await refreshed()?.key(presented: presented)
  }

  /// The keys, read anew; nil where that was done a moment ago.
  private func refreshed() async throws -> APIKeys? {
    if let refreshedAt, refreshedAt.duration(to: .now) < Self.refreshInterval { return nil }
    refreshedAt = .now
    return try await current(refresh: true)
  }

  /// A secret that can't be read any more leaves the keys as they were.
  private func current(refresh: Bool) async throws -> APIKeys {
    do {
      let text = try await secret.current(refresh: refresh)
      if let keys, text == self.text { return keys }
      let keys = try APIKeys(reading: text.value)
      self.text = text
      self.keys = keys
      return keys
    } catch {
      guard let keys else { throw error }
      logger.error("API keys stay as they were: \(error)")
      return keys
    }
  }
}
