import Foundation
import Logging
import Synchronization

/// Holds credentials and gets new ones before they expire; everybody who waits shares one refresh.
actor CredentialsCache {
  /// So long before they expire new ones are fetched, while the old ones are used.
  static let refreshAhead: TimeInterval = 300
  /// So long before they expire the old ones are not used any more: a request may be under way for a
  /// while.
  static let margin: TimeInterval = 15
  /// After a failure nobody asks again, and nothing is logged again, for so long, while the old ones
  /// hold.
  static let retryInterval: TimeInterval = 60

  private let source: CredentialsSource
  private let client: AWSClient
  private var held: AWSCredentials?
  /// Those held, as long as they are trusted: to be had without a turn of this actor.
  private let trusted = Mutex<AWSCredentials?>(nil)
  /// A service has refused the credentials held.
  private var isDistrusted = false
  /// The refresh under way, which is nobody's child: it outlives the call that needed it first.
  private(set) var refresh: Task<Void, Never>?
  private var lastFailure: Date?
  private var waiting: [Int: CheckedContinuation<Result<AWSCredentials, CredentialsFailure>, Never>]
  private var nextWaiting = 0

  /// - Parameter client: has no credentials of its own; refreshes go through it.
  init(_ source: CredentialsSource, client: AWSClient) {
    self.source = source
    self.client = client
    waiting = [:]
  }

  /// Credentials that hold and needn't be refreshed yet.
  nonisolated var ready: AWSCredentials? {
    if case .fixed(let credentials) = source { return credentials }
    guard let credentials = trusted.withLock({ $0 }),
      credentials.holds(at: client.effects.date(), for: Self.refreshAhead)
    else { return nil }
    return credentials
  }

  /// Credentials that hold; waits for a refresh only where there are none.
  ///
  /// Where this task is cancelled it throws, and the refresh goes on for the others.
  func current() async throws(CredentialsFailure) -> AWSCredentials {
    if case .fixed(let credentials) = source { return credentials }
    let now = client.effects.date()
    if let held, !isDistrusted, held.holds(at: now, for: Self.margin) {
      if !held.holds(at: now, for: Self.refreshAhead), !hasFailedLately(now) { startRefresh() }
      return held
    }
    startRefresh()
    return try await nextCredentials().get()
  }

  /// Says that a service finds `credentials` expired, so that ``current()`` gets others.
  ///
  /// - Returns: whether there may be others.
  func distrust(_ credentials: AWSCredentials) -> Bool {
    if credentials == held {
      isDistrusted = true
      trusted.withLock { $0 = nil }
    }
    return source.isRefreshable
  }

  private func hasFailedLately(_ now: Date) -> Bool {
    lastFailure.map { now.timeIntervalSince($0) < Self.retryInterval } ?? false
  }

  private func startRefresh() {
    guard refresh == nil else { return }
    refresh = Task {
      do throws(CredentialsFailure) {
        finish(.success(try await source.fetch(with: client)))
      } catch {
        finish(.failure(error))
      }
    }
  }

  private func finish(_ result: Result<AWSCredentials, CredentialsFailure>) {
    refresh = nil
    switch result {
    case .success(let credentials):
      held = credentials
      isDistrusted = false
      trusted.withLock { $0 = credentials }
      lastFailure = nil
    case .failure(let failure):
      let now = client.effects.date()
      if !hasFailedLately(now) {
        lastFailure = now
        client.logger.warning(
          "credentials were not refreshed", metadata: ["error": "\(failure.message)"])
      }
    }
    let answered = waiting.values
    waiting = [:]
    for continuation in answered { continuation.resume(returning: result) }
  }

  private func nextCredentials() async -> Result<AWSCredentials, CredentialsFailure> {
    let number = nextWaiting
    nextWaiting += 1
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting[number] = $0 }
    } onCancel: {
      // Runs on this actor only after the continuation is in its place.
      Task { await self.stopWaiting(number) }
    }
  }

  private func stopWaiting(_ number: Int) {
    waiting.removeValue(forKey: number)?.resume(
      returning: .failure(CredentialsFailure(message: "the call was cancelled", isPassing: true)))
  }
}

extension AWSCredentials {
  /// Whether AWS still accepts them in `seconds`.
  fileprivate func holds(at now: Date, for seconds: TimeInterval) -> Bool {
    expiration.map { $0.timeIntervalSince(now) > seconds } ?? true
  }
}
