public import Alerts
import FormText
import Foundation
import Synchronization

/// A Twilio of one account on this machine: as strict as the real one, and as unreliable as it is told
/// to be.
///
/// It takes texts and calls, remembers each, tells what becomes of them in signed callbacks, and can fail
/// at every step of a send. `/simulator/…` lets other processes look at it and set faults.
public final class TwilioSimulator: Sendable {
  let configuration: SimulatorConfiguration
  let state: Mutex<SimulatorState>

  /// A simulator that has taken nothing.
  public init(_ configuration: SimulatorConfiguration) {
    self.configuration = configuration
    state = Mutex(SimulatorState(configuration))
  }

  /// Every message and call that was taken, in order.
  public var accepted: [Accepted] { state.withLock { $0.ledger.records.map(\.accepted) } }

  /// How many were taken.
  public var acceptedCount: Int { state.withLock { $0.ledger.records.count } }

  /// What somebody was sent more than once: the same text to the same number over the same channel.
  public var repeated: [Repetition] { state.withLock { $0.ledger.repeated } }

  /// What became of callbacks.
  public var callbacks: CallbackCounts { state.withLock { $0.callbacks } }

  /// Lets the next sends meet these faults, one each, before those of any rate; nil meets nothing.
  public func arrange(_ faults: SimulatorFault?...) {
    state.withLock { $0.faults.arrange(faults) }
  }

  /// Sets how often sends meet faults from now on.
  public func setRates(_ rates: [SimulatorFault: Double]) {
    state.withLock { $0.faults.rates = rates }
  }

  /// Sets a trap for the next send that reaches a step; it is set when this returns.
  public func trap(_ step: SimulatorTrap.Step) -> SimulatorTrap {
    let trap = SimulatorTrap(step)
    state.withLock { $0.traps.append(trap) }
    return trap
  }

  /// Returns when the next send reaches a step, or the task is cancelled: the trap is gone then.
  public func spring(_ step: SimulatorTrap.Step) async {
    let trap = trap(step)
    await trap.sprung()
    state.withLock { $0.traps.removeAll { $0 === trap } }
  }

  /// Returns when the course of all that was taken has ended, and all callbacks have been tried.
  public func settled() async {
    await withCheckedContinuation { continuation in
      let isQuiet = state.withLock { state in
        if state.underWay > 0 { state.waitingForQuiet.append(continuation) }
        return state.underWay == 0
      }
      if isQuiet { continuation.resume() }
    }
  }

  /// What a recipient may write back.
  public enum Reply: Sendable, Hashable {
    /// Opts out: from now on texts to the number are refused with 21610.
    case stop
    /// Opts in again.
    case start
    /// Means nothing to Twilio.
    case other(String)

    /// The text.
    var text: String {
      switch self {
      case .stop: "STOP"
      case .start: "START"
      case .other(let text): text
      }
    }
  }

  /// Lets a recipient write to the account's number: Twilio notes who opts out, and tells the inbound
  /// webhook, signed. Whether the webhook answered with 2xx; false where there is none.
  ///
  /// Source: Twilio, "Twilio Support for Opt-out Keywords (SMS STOP Filtering)"; "Twilio's Request to your
  /// Incoming Message Webhook URL"; 2026-11.
  @discardableResult
  public func reply(_ reply: Reply, from number: PhoneNumber) async -> Bool {
    let (sender, count) = state.withLock { state in
      switch reply {
      case .stop: state.optedOut.insert(number)
      case .start: state.optedOut.remove(number)
      case .other: break
      }
      state.replies += 1
      return (state.sender, state.replies)
    }
    guard let sender, let url = configuration.inboundURL else { return false }
    let digits = String(count, radix: 16)
    let sid =
      "SM" + String(repeating: "f", count: 16)
      + String(repeating: "0", count: 16 - digits.count) + digits
    let form: [FormField] = [
      (name: "AccountSid", value: configuration.credentials.accountSID),
      (name: "ApiVersion", value: "2010-04-01"), (name: "Body", value: reply.text),
      (name: "From", value: number.e164), (name: "MessageSid", value: sid),
      (name: "NumMedia", value: "0"), (name: "NumSegments", value: "1"),
      (name: "SmsMessageSid", value: sid), (name: "SmsSid", value: sid),
      (name: "SmsStatus", value: "received"),
      (name: "To", value: configuration.credentials.sender.e164),
    ]
    return await sender.post(form, to: url)
  }
}
