import Alerts
import Foundation
import JSONText
import Twilio

extension SentRecord {
  /// The resource as Twilio shows it.
  func json(account: String) -> JSONValue {
    switch accepted.channel {
    case .sms: message(account)
    case .voice: call(account)
    }
  }

  /// Source: Twilio, "Messages resource", "Message Properties" and the example answers, 2026-11.
  private func message(_ account: String) -> JSONValue {
    let uri = "/2010-04-01/Accounts/\(account)/Messages/\(accepted.sid)"
    return [
      "account_sid": .string(account), "api_version": "2010-04-01", "body": .string(accepted.text),
      "date_created": .string(TwilioDate.text(of: accepted.at)),
      "date_sent": startedAt.map { .string(TwilioDate.text(of: $0)) } ?? .null,
      "date_updated": .string(TwilioDate.text(of: updatedAt)), "direction": "outbound-api",
      "error_code": errorCode.map { .integer(Int64($0)) } ?? .null, "error_message": .null,
      "from": .string(from.e164), "messaging_service_sid": .null, "num_media": "0",
      "num_segments": "1", "price": .null, "price_unit": "USD", "sid": .string(accepted.sid),
      "status": .string(status), "subresource_uris": ["media": .string("\(uri)/Media.json")],
      "to": .string(accepted.to.e164), "uri": .string("\(uri).json"),
    ]
  }

  /// Source: Twilio, "Calls resource", "Call Properties" and the example answers, 2026-11.
  private func call(_ account: String) -> JSONValue {
    let uri = "/2010-04-01/Accounts/\(account)/Calls/\(accepted.sid)"
    let isOver =
      CallStatus(rawValue: status)?.delivery.map { $0 == .delivered || $0 == .failed } ?? false
    let subresources = [
      "events", "notifications", "payments", "recordings", "siprec", "streams", "transcriptions",
    ].map { (name: $0, value: JSONValue.string("\(uri)/\($0.capitalized).json")) }
    return [
      "account_sid": .string(account), "annotation": .null, "answered_by": .null,
      "api_version": "2010-04-01", "caller_name": .null,
      "date_created": .string(TwilioDate.text(of: accepted.at)),
      "date_updated": .string(TwilioDate.text(of: updatedAt)), "direction": "outbound-api",
      "duration": isOver ? "1" : .null,
      "end_time": isOver ? .string(TwilioDate.text(of: updatedAt)) : .null,
      "forwarded_from": .null, "from": .string(from.e164), "from_formatted": .string(from.e164),
      "group_sid": .null, "parent_call_sid": .null, "phone_number_sid": .null, "price": .null,
      "price_unit": "USD", "queue_time": "0", "sid": .string(accepted.sid),
      "start_time": startedAt.map { .string(TwilioDate.text(of: $0)) } ?? .null,
      "status": .string(status), "subresource_uris": .object(JSONObject(subresources)),
      "to": .string(accepted.to.e164), "to_formatted": .string(accepted.to.e164),
      "trunk_sid": .null, "uri": .string("\(uri).json"),
    ]
  }
}
