import AlertStores
import Alerts
import Foundation

/// Whether an alert was taken back, asked at most once a second however many deliveries want to know.
actor CancellationWatch {
  private let id: AlertID
  private let alerts: AlertStore
  private var isCancelled: Bool
  private var lookedAt = ContinuousClock.now

  /// Watches an alert that was read just now.
  init(_ alert: Alert, in alerts: AlertStore) {
    id = alert.id
    self.alerts = alerts
    isCancelled = alert.status == .cancelled
  }

  /// Whether what isn't sent must not be sent any more.
  func alertIsCancelled() async throws -> Bool {
    if isCancelled || lookedAt.duration(to: .now) < .seconds(1) { return isCancelled }
    lookedAt = .now
    isCancelled = try await alerts.alert(id)?.status == .cancelled
    return isCancelled
  }
}
