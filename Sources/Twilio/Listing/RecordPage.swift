import Alerts
import JSONText

/// A page of a list.
struct RecordPage: Sendable {
  let records: [ProviderRecord]
  /// Path and query of the next page.
  let next: String?

  /// Reads an answer. A record that can't be read fails the page: whoever overlooks one sends twice.
  init(_ response: TwilioResponse, channel: Channel) throws(ListingFailure) {
    let answer = try? JSONValue(reading: response.body)
    switch response.status {
    case 200: break
    case 401, 404: throw .credentialsRefused
    default:
      throw .refused(
        status: response.status, code: answer?["code"]?.integer,
        retryAfter: response.retryAfter.flatMap(Int.init).map { .seconds($0) })
    }
    let name =
      switch channel {
      case .sms: "messages"
      case .voice: "calls"
      }
    guard let answer, let elements = answer[name]?.elements else {
      throw .unreadable("there is no `\(name)` in it")
    }
    var records: [ProviderRecord] = []
    for element in elements {
      guard let record = ProviderRecord(element, channel: channel) else {
        throw .unreadable("an element of `\(name)` has no `sid`, `status` or `date_created`")
      }
      records.append(record)
    }
    self.records = records
    switch answer["next_page_uri"] {
    case .string(let uri): next = uri
    case .null?: next = nil
    default: throw .unreadable("`next_page_uri` is missing")
    }
  }
}

extension ProviderRecord {
  fileprivate init?(_ value: JSONValue, channel: Channel) {
    guard let sid = value["sid"]?.text, TwilioSID.isValid(sid, of: channel),
      let status = value["status"]?.text,
      let createdAt = value["date_created"]?.text.flatMap(TwilioDate.moment)
    else { return nil }
    let body: String? =
      switch channel {
      case .sms: value["body"]?.text
      case .voice: nil
      }
    self.init(
      sid: sid, body: body, status: status, createdAt: createdAt,
      errorCode: value["error_code"]?.integer)
  }
}
