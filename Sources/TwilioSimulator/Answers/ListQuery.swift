import Alerts
import FormText
import Foundation
import Timestamps

/// What a list is asked for.
///
/// Dates are days of UTC, and compare with the day on which a message left or a call was dialled: what
/// still waits is in no list that asks for days.
/// Source: Twilio, "Messages resource", "Calls resource", "Read multiple resources", 2026-11.
struct ListQuery: Sendable {
  var to: PhoneNumber?
  private var from: PhoneNumber?
  private var status: String?
  private var earliest: Date?
  private var before: Date?
  private(set) var pageSize = 50
  private(set) var page = 0
  /// The name of the last record of the page before.
  private(set) var after: String?
  /// The parameters that the next page has as well.
  private var filters: [FormField] = []

  init(_ query: String, of channel: Channel) throws(Refusal) {
    guard let fields = FormText.fields(of: query) else { throw .pageInvalid }
    let date =
      switch channel {
      case .sms: "DateSent"
      case .voice: "StartTime"
      }
    for (name, value) in fields {
      switch name {
      case "To": to = try Self.valid(PhoneNumber(value))
      case "From": from = try Self.valid(PhoneNumber(value))
      case "Status" where channel == .voice: status = value
      case "\(date)>": earliest = try Self.valid(Self.day(value))
      // `on or before`: the whole of that day.
      case "\(date)<": before = try Self.valid(Self.day(value)).addingTimeInterval(86_400)
      case date:
        let day = try Self.valid(Self.day(value))
        earliest = day
        before = day.addingTimeInterval(86_400)
      case "PageSize":
        pageSize = min(1_000, try Self.valid(Int(value).flatMap { $0 > 0 ? $0 : nil }))
      case "Page":
        page = try Self.valid(Int(value))
        continue
      case "PageToken":
        after = try Self.valid(value.hasPrefix("PA") ? String(value.dropFirst(2)) : nil)
        continue
      default: continue
      }
      filters.append((name: name, value: value))
    }
  }

  private static func valid<Value>(_ value: Value?) throws(Refusal) -> Value {
    guard let value else { throw .pageInvalid }
    return value
  }

  private static func day(_ text: String) -> Date? {
    text.utf8.count == 10 ? Timestamp.moment(of: "\(text)T00:00:00Z") : nil
  }

  /// Whether a record is asked for.
  func matches(_ record: SentRecord) -> Bool {
    if let to, record.accepted.to != to { return false }
    if let from, record.from != from { return false }
    if let status, record.status != status { return false }
    if let earliest, record.startedAt.map({ $0 < earliest }) ?? true { return false }
    if let before, record.startedAt.map({ $0 >= before }) ?? true { return false }
    return true
  }

  /// The query of another page.
  func query(page: Int, after sid: String?) -> String {
    let size =
      filters.contains { $0.name == "PageSize" }
      ? []
      : [
        FormField(name: "PageSize", value: "\(pageSize)")
      ]
    let token = sid.map { [FormField(name: "PageToken", value: "PA\($0)")] } ?? []
    return FormText.text(of: filters + size + [(name: "Page", value: "\(page)")] + token)
  }
}
