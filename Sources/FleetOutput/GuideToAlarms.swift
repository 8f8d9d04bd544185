import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetRunbook
import SourceLocations

/// What people have to do before alarms reach them.
extension ResolvedEnvironment {
  /// The section.
  ///
  /// Source of the two days: Amazon SNS API Reference, `Subscribe`, 2026-11.
  var alarms: String {
    let rows = alarmTopics.flatMap { topic in
      onCall.map { "| `\(topic.name)` | \(topic.region.name) | \($0.value.text) |" }
    }
    let checks = alarmTopics.map(\.subscriptions.text)
    return """
      An alarm is sent to a topic, and from there to who is on call. A tool subscribes by itself. An
      e-mail address gets a mail for each topic, and no alarm before somebody has followed its link,
      which is good for two days.

      | topic | region | subscriber |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      After the last root is applied, each topic must list each subscriber with an ARN:

      ```sh
      \(checks.joined(separator: "\n"))
      ```

      `PendingConfirmation` in its place says that nobody has confirmed; `aws sns subscribe` with the
      same topic, protocol and address sends the mail again.
      """
  }
}

extension OnCall.Endpoint {
  fileprivate var text: String {
    switch self {
    case .email(let address): address
    case .https(let url): url
    }
  }
}
