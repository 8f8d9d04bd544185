import Dispatch
import Foundation
import Synchronization

/// Signals to this process, passed on to the commands that run at the time.
///
/// Each is passed on as often as it comes: to Terraform a second SIGINT means "at once".
public final class Interrupts: Sendable {
  private struct State {
    var listeners: [Int: @Sendable (Int32) -> Void] = [:]
    var nextListener = 0
    var sources: [any DispatchSourceSignal] = []
  }

  private let state = Mutex(State())

  /// Passes on what ``send(_:)`` is called with; signals to this process keep their effect.
  public init() {}

  /// Passes `signals` to this process on, which do nothing else from now on.
  ///
  /// For the whole life of the process: what they did before does not come back.
  public convenience init(catching signals: [Int32]) {
    self.init()
    state.withLock { state in
      state.sources = signals.map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [weak self] in self?.send(number) }
        source.resume()
        return source
      }
    }
  }

  /// Passes `signal` on to every command that runs with these interrupts.
  public func send(_ signal: Int32) {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener(signal) }
  }

  /// Calls `listener` for each signal until ``stopListening(_:)`` gets the number returned here.
  func startListening(_ listener: @escaping @Sendable (Int32) -> Void) -> Int {
    state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = listener
      return state.nextListener
    }
  }

  func stopListening(_ listener: Int) {
    state.withLock { _ = $0.listeners.removeValue(forKey: listener) }
  }
}
