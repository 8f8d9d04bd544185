import AlertStores
import Alerts
import CellContract
import Foundation
import HTTPTypes
import JSONText
import ServiceTestSupport
import Testing
import Twilio

@testable import AlertAPI

@Suite struct CallbackTests {
  private func send(
    _ api: RunningAPI, _ path: String, _ form: [(name: String, value: String)],
    signature: String? = nil
  ) async throws -> RunningAPI.Answer {
    let url = "https://localhost\(path)"
    let body = form.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    return try await api.send(
      .post, path, body,
      headers: [
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-Proto": "https",
        "X-Twilio-Signature": signature
          ?? TwilioSignature.signature(of: url, form, token: RunningAPI.token),
      ], key: nil)
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// Twilio's own example. Source: Twilio, "Webhooks security", 2026-11.
  @Test func `signs as Twilio's example does`() {
    let fields = [
      (name: "CallSid", value: "CA1234567890ABCDE"), (name: "Caller", value: "+14158675310"),
      (name: "Digits", value: "1234"), (name: "From", value: "+14158675310"),
      (name: "To", value: "+18005551212"),
    ]
    let url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    let signature = TwilioSignature.signature(of: url, fields.reversed(), token: "12345")
    #expect(signature == "GvWf1cFY/Q7PnoempGyD5oXAezc=")
    #expect(TwilioSignature.isValid(signature, of: url, fields, token: "12345"))
    #expect(!TwilioSignature.isValid(signature, of: url, fields, token: "12346"))
  }

  @Test func `a delivery moves forward, each step published once, whatever the order`() async throws
  {
    try await RunningAPI.with(.sqlite) { api in
      let store = DeliveryStore(try api.backend.table(.deliveries))
      let key = try #require(Delivery.Key("alert_1a.recip_1a.sms"))
      _ = try await store.add(
        Delivery(
          key: key, phoneNumber: try #require(PhoneNumber("+14155550123")), status: .claimed,
          homeCell: "cell", updatedAt: Date()))
      let path = "/v1/callbacks/twilio/status?delivery=\(key)"
      let sid = "SM0123456789abcdef0123456789abcdef"
      for status in ["queued", "delivered", "sent", "delivered"] {
        let answer = try await send(
          api, path, [(name: "MessageSid", value: sid), (name: "MessageStatus", value: status)])
        #expect(answer.status == 204, "\(answer.text)")
      }
      let delivery = try #require(try await store.delivery(key))
      #expect(delivery.status == .delivered)
      #expect(delivery.twilioSID == sid)
      #expect(delivery.sentAt != nil && delivery.deliveredAt != nil)
      let published = api.backend.messages(on: .deliveryStatus)
      // That it is queued says that Twilio has it: it is sent.
      let statuses = try published.map { try JSONValue(reading: $0.utf8)["status"] }
      #expect(statuses == ["sent", "delivered"])
      #expect(published.allSatisfy { !$0.contains("4155550123") })
    }
  }

  @Test func `what Twilio did not sign is refused`() async throws {
    try await RunningAPI.with(.sqlite) { api in
      let path = "/v1/callbacks/twilio/status?delivery=alert_1a.recip_1a.sms"
      let form = [(name: "MessageSid", value: "SM1"), (name: "MessageStatus", value: "sent")]
      #expect(try await send(api, path, form, signature: "").status == 401)
      let other = TwilioSignature.signature(of: "https://elsewhere/", form, token: RunningAPI.token)
      #expect(try await send(api, path, form, signature: other).status == 401)
      #expect(try await send(api, path, form).status == 404)
      let unnamed = try await send(api, "/v1/callbacks/twilio/status", form)
      #expect(unnamed.status == 404)
    }
  }

  @Test func `STOP and START are the recipient's own`() async throws {
    try await RunningAPI.with(.sqlite) { api in
      let created = try await api.send(
        .post, "/v1/recipients", #"{"name":"N","phone_number":"+14155550123"}"#)
      let id = try #require(created.json?["recipient_id"]?.text)
      for (body, isOut) in [(" stop ", true), ("hello", true), ("Unstop", false)] {
        let answer = try await send(
          api, "/v1/callbacks/twilio/inbound",
          [(name: "From", value: "+14155550123"), (name: "Body", value: body)])
        #expect(answer.status == 200)
        #expect(answer.text == "<Response/>")
        let recipient = try await api.send(.get, "/v1/recipients/\(id)")
        #expect(recipient.json?["opted_out"] == .bool(isOut), "\(body)")
      }
    }
  }
}
