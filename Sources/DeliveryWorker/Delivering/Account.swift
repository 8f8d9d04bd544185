import Alerts
import Foundation
import ServiceRuntime

/// The credentials that deliveries are sent with.
struct Account: Sendable {
  let secret: any SecretReader

  /// What the secret holds; `refresh` where Twilio has refused it.
  func credentials(refresh: Bool = false) async throws -> TwilioCredentials {
    try TwilioCredentials(reading: try await secret.current(refresh: refresh).value)
  }
}
