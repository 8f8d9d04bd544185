import Alerts
import FormText
import Foundation
import Synchronization

extension TwilioSimulator {
  /// Moves a message or call on, step by step, and tells whoever asked.
  func tellCourse(of index: Int, with sender: WebhookSender) async {
    let (record, behaviour, isReversed) = state.withLock { state in
      (
        state.ledger.records[index], configuration.callbacks,
        state.faults.happens(configuration.callbacks.reversed)
      )
    }
    let course = CallbackCourse(of: record.accepted.channel, to: record.accepted.to)
    var late: [Telling] = []
    for (number, step) in course.steps.enumerated() {
      guard await pause(behaviour.step) else { return }
      let (moved, times) = state.withLock { state in
        let moved = state.ledger.move(index, to: step, at: Date())
        let times =
          state.faults.happens(behaviour.dropped)
          ? 0 : state.faults.happens(behaviour.doubled) ? 2 : 1
        return (moved, times)
      }
      guard let url = record.statusCallback, step.event.map(record.events.contains) ?? true else {
        continue
      }
      let form = CallbackCourse.form(
        of: step, number: number, of: moved, account: configuration.credentials.accountSID)
      let telling = Telling(url: url, form: form, times: times)
      if isReversed {
        late.append(telling)
      } else {
        guard await pause(behaviour.lateness) else { return }
        await tell(telling, with: sender)
      }
    }
    guard !late.isEmpty, await pause(behaviour.lateness) else { return }
    for telling in late.reversed() { await tell(telling, with: sender) }
  }

  /// A callback, and how often it comes.
  private struct Telling: Sendable {
    let url: String
    let form: [FormField]
    let times: Int
  }

  private func tell(_ telling: Telling, with sender: WebhookSender) async {
    if telling.times == 0 { state.withLock { $0.callbacks.dropped += 1 } }
    for _ in 0..<telling.times {
      let isAnswered = await sender.post(telling.form, to: telling.url)
      state.withLock { state in
        if isAnswered {
          state.callbacks.answered += 1
        } else {
          state.callbacks.failed += 1
        }
      }
    }
  }

  /// Whether the simulator still runs after a while.
  private func pause(_ length: Duration) async -> Bool {
    guard length > .zero else { return !Task.isCancelled }
    // Throws when the simulator ends, and then nothing more is told.
    return (try? await Task.sleep(for: length)) != nil
  }
}
