import CellContract
import JSONText
import ServiceRuntime

/// Asks the API to tell people of stories, as one round may.
struct AlertSender: Sendable {
  let api: String
  let key: any SecretReader
  let settings: PollerSettings
  let effects: PollerEffects
  let allowance: RetryAllowance
  var backoff = Backoff()

  /// What became of a request.
  enum Outcome: Sendable, Hashable {
    /// The API has it; the alert's ID.
    case told(alert: String?)
    /// The API had it before, in other words: the story's title or address has changed since.
    case toldInOtherWords
    /// The API doesn't take this one; others may be taken.
    case refused(String)
    /// The API takes none now.
    case unavailable(String)
  }

  private static let answerLimit = 1 << 16

  /// Tells of a story. It may be told again: the API does it once.
  func tell(_ story: Story) async -> Outcome {
    let alert = StoryAlert(story: story)
    var attempt = 1
    var isFresh = false
    while true {
      let why: String
      var wish: Duration?
      do {
        let key = try await key.current(refresh: isFresh)
        let answer = try await effects.answer(
          to: request(alert, key), within: settings.requestLimit)
        switch answer.status {
        case 200..<300:
          let body = try? JSONValue(reading: answer.body)
          return .told(alert: body?["alert_id"]?.text)
        case 409: return .toldInOtherWords
        case 401 where !isFresh:
          // The key may have been changed a moment ago.
          isFresh = true
          continue
        case 401, 403: return .unavailable("it refuses the key (\(answer.status))")
        case 400, 413, 422: return .refused(Self.problem(answer))
        default:
          why = Self.problem(answer)
          wish = answer.retryAfter(at: effects.now())
        }
      } catch {
        why = "\(error)"
      }
      guard !Task.isCancelled, allowance.take(),
        let pause = backoff.pause(after: attempt, jitter: effects.jitter(), wish: wish)
      else { return .unavailable(why) }
      do {
        try await effects.pause(pause)
      } catch {
        return .unavailable(why)
      }
      attempt += 1
    }
  }

  private func request(_ alert: StoryAlert, _ key: SecretValue) -> WebRequest {
    WebRequest(
      method: "POST", url: api + AlertPath.prefix,
      headers: [
        // Who keeps the key in a file ends it with a line end.
        (name: "X-API-Key", value: key.value.filter { !$0.isWhitespace }),
        (name: "Idempotency-Key", value: alert.key),
        (name: "Content-Type", value: "application/json"), (name: "User-Agent", value: "BizComms"),
      ], body: alert.body.bytes, answerLimit: Self.answerLimit)
  }

  /// The status, and what the API says is wrong.
  private static func problem(_ answer: WebResponse) -> String {
    let error = (try? JSONValue(reading: answer.body))?["error"]
    let message = error?["message"]?.text.map { ": \($0)" } ?? ""
    let fields = (error?["fields"]?.elements ?? []).map { field in
      "; \(field["field"]?.text ?? "?") \(field["problem"]?.text ?? "?")"
    }
    return "it answers \(answer.status)\(message)\(fields.joined())"
  }
}
