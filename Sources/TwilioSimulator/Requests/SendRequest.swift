import Alerts
import FormText
import Foundation
import Twilio

/// A send that is as Twilio demands.
struct SendRequest: Sendable {
  let channel: Channel
  let to: PhoneNumber
  let from: PhoneNumber
  let text: String
  let statusCallback: String?
  let events: Set<String>

  /// Reads a form, and refuses what Twilio does, in Twilio's order.
  /// Source: Twilio, "Messages resource", "Calls resource", "Create", and the errors' own pages; 2026-11.
  init(
    _ channel: Channel, _ form: [FormField], sender: PhoneNumber, optedOut: Set<PhoneNumber>
  ) throws(Refusal) {
    self.channel = channel
    guard let toText = form.first("To"), !toText.isEmpty else {
      throw channel == .sms ? .toMissing : .callToMissing
    }
    guard let fromText = form.first("From"), !fromText.isEmpty else {
      throw channel == .sms ? .fromMissing : .callFromMissing
    }
    guard let to = PhoneNumber(toText) else {
      throw channel == .sms ? .toInvalid(toText) : .callToInvalid(toText)
    }
    guard let from = PhoneNumber(fromText) else { throw .fromInvalid(fromText) }
    self.to = to
    self.from = from
    switch channel {
    case .sms:
      guard let body = form.first("Body"), !body.isEmpty else { throw .bodyMissing }
      guard body.utf16.count <= 1_600 else { throw .bodyTooLong }
      text = body
    case .voice:
      guard let twiml = form.first("Twiml"), !twiml.isEmpty else { throw .twimlMissing }
      guard twiml.utf16.count <= 4_000 else { throw .twimlTooLong }
      guard let said = SaidText(reading: twiml) else { throw .twimlUnreadable }
      text = said.text
    }
    guard from == sender else { throw channel == .sms ? .fromNotOwned : .callFromNotOwned }
    if let refusal = MagicNumber(to)?.refusal(of: channel) { throw refusal }
    guard channel == .voice || !optedOut.contains(to) else { throw .optedOut }
    statusCallback = form.first("StatusCallback")
    if let statusCallback {
      guard let url = URL(string: statusCallback), ["http", "https"].contains(url.scheme ?? ""),
        url.host()?.isEmpty == false
      else { throw .callbackInvalid }
    }
    // Twilio tells of the end alone where nothing is asked for.
    let events = Set(form.filter { $0.name == "StatusCallbackEvent" }.map(\.value))
    self.events = events.isEmpty ? ["completed"] : events
  }
}
