import AWSClient
import Foundation
import Synchronization

/// Clocks that a test moves: pauses end at once, and limits pass where the test says so.
final class TestTime: Sendable {
  /// 2026-11-26 12:00:00 UTC.
  static let start = Date(timeIntervalSince1970: 1_795_694_400)

  private struct State {
    var now = Duration.zero
    var pauses: [Duration] = []
    var passedLimits = 0
    var limits: [Int: (length: Duration, continuation: CheckedContinuation<Bool, Never>)] = [:]
    var nextLimit = 0
    var files: [String: String] = [:]
    var readFiles: [String] = []
    var jitter = 0.5
    /// How far the time of day is ahead.
    var skew: TimeInterval = 0
  }

  private let state = Mutex(State())

  /// The pauses that were made, in order.
  var pauses: [Duration] { state.withLock { $0.pauses } }
  /// The files that were read, in order.
  var readFiles: [String] { state.withLock { $0.readFiles } }
  /// The time of day.
  var date: Date {
    state.withLock { Self.start.addingTimeInterval($0.now / .seconds(1) + $0.skew) }
  }

  func advance(by duration: Duration) { state.withLock { $0.now += duration } }
  func setJitter(_ jitter: Double) { state.withLock { $0.jitter = jitter } }
  func setSkew(_ skew: TimeInterval) { state.withLock { $0.skew = skew } }
  func setFile(_ path: String, _ text: String?) { state.withLock { $0.files[path] = text } }

  /// Lets the shortest time limit pass that runs now, or the next one.
  func passLimit() {
    state.withLock { state in
      guard let shortest = state.limits.min(by: { $0.value.length < $1.value.length }) else {
        state.passedLimits += 1
        return
      }
      state.limits[shortest.key] = nil
      state.now += shortest.value.length
      shortest.value.continuation.resume(returning: true)
    }
  }

  private func waitForLimit(_ length: Duration) async throws {
    let number = state.withLock { state in
      state.nextLimit += 1
      return state.nextLimit
    }
    let hasPassed = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { state in
          if Task.isCancelled {
            continuation.resume(returning: false)
          } else if state.passedLimits > 0 {
            state.passedLimits -= 1
            state.now += length
            continuation.resume(returning: true)
          } else {
            state.limits[number] = (length, continuation)
          }
        }
      }
    } onCancel: {
      state.withLock { $0.limits.removeValue(forKey: number) }?.continuation
        .resume(returning: false)
    }
    if !hasPassed { throw CancellationError() }
  }

  /// What a client gets of all this.
  var effects: AWSEffects {
    AWSEffects(
      date: { self.date }, uptime: { self.state.withLock { $0.now } },
      pause: { pause in
        try Task.checkCancellation()
        self.state.withLock { state in
          state.pauses.append(pause)
          state.now += pause
        }
      },
      timeLimit: { try await self.waitForLimit($0) },
      jitter: { self.state.withLock { $0.jitter } },
      readFile: { path in
        try self.state.withLock { state in
          state.readFiles.append(path)
          guard let text = state.files[path] else { throw CocoaError(.fileReadNoSuchFile) }
          return text
        }
      })
  }
}
