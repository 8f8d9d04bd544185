import AWSClient
import Synchronization

/// A secret in Secrets Manager; its value is kept for five minutes.
final class StoredSecret: SecretReader {
  private let name: String
  private let client: AWSClient
  private let kept = Mutex<(value: SecretValue, readAt: ContinuousClock.Instant)?>(nil)

  /// A value that was rotated is noticed after so long, or when it is refused.
  private static let lifetime = Duration.seconds(300)

  init(name: String, client: AWSClient) {
    self.name = name
    self.client = client
  }

  func current(refresh: Bool) async throws -> SecretValue {
    let now = ContinuousClock.now
    let kept = kept.withLock { $0 }
    if !refresh, let kept, kept.readAt.duration(to: now) < Self.lifetime { return kept.value }
    do {
      let answer = try await client.send(SecretsManager.GetSecretValue(secretID: name))
      let value = SecretValue(answer.text.text)
      self.kept.withLock { $0 = (value: value, readAt: now) }
      return value
    } catch {
      // Where the store can't be asked, an old value is better than none.
      guard !refresh, let kept else { throw error }
      return kept.value
    }
  }
}
