import Alerts
import Foundation
import Testing

@Suite struct IdentifierTests {
  @Test func `the order of IDs is the order of creation`() {
    let start = Date(timeIntervalSince1970: 1_764_158_400)
    let ids = (0..<100).map { AlertID(at: start + Double($0) / 1000) }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == 100)
    #expect(ids.allSatisfy { $0.text.count == "alert_".count + 26 })
  }

  @Test func `IDs of one moment differ`() {
    let now = Date(timeIntervalSince1970: 1_764_158_400)
    #expect(Set((0..<1000).map { _ in RecipientID(at: now) }).count == 1000)
  }

  @Test(arguments: ["alert_abc123", "alert_1"])
  func `reads an ID`(text: String) { #expect(AlertID(text)?.text == text) }

  @Test(arguments: ["", "alert_", "recip_abc", "alert_ABC", "alert_a-b", "alert_é", "abc123"])
  func `reads nothing else`(text: String) { #expect(AlertID(text) == nil) }

  @Test(arguments: ["+1234567", "+123456789012345", "+14155550123"])
  func `reads a number in E.164 form`(text: String) { #expect(PhoneNumber(text)?.e164 == text) }

  @Test(arguments: [
    "", "14155550123", "+04155550123", "+123456", "+1234567890123456", "+1 415", "+1٣٤٥٦٧٨",
  ])
  func `reads no other number`(text: String) { #expect(PhoneNumber(text) == nil) }

  @Test func `a number hides in descriptions and dumps`() throws {
    let number = try #require(PhoneNumber("+14155550123"))
    var dumped = ""
    dump(number, to: &dumped)
    #expect("\(number)" == "+…23")
    #expect(!dumped.contains("4155550123"))
  }

  @Test func `a delivery's key is read as it was written`() throws {
    let key = try #require(Delivery.Key("alert_1a.recip_2b.voice"))
    #expect(key.description == "alert_1a.recip_2b.voice")
    for text in ["", "alert_1a.recip_2b", "alert_1a.recip_2b.fax", "recip_2b.alert_1a.sms"] {
      #expect(Delivery.Key(text) == nil)
    }
  }

  @Test func `an event is read as it was written`() throws {
    let event = AlertEvent(
      id: try #require(EventID("event_1a")), change: .cancelled,
      alertID: try #require(AlertID("alert_1a")), priority: .high, homeCell: "cell-use1-01",
      createdAt: Date(timeIntervalSince1970: 1_764_158_400))
    #expect(AlertEvent(message: event.message) == event)
    #expect(AlertEvent(message: "{}") == nil)
    #expect(AlertEvent(message: "no") == nil)
  }

  @Test func `credentials of Twilio are read, and hide`() throws {
    let text = #"{"account_sid":"AC1","auth_token":"hunter2","sender":"+15005550006"}"#
    let credentials = try TwilioCredentials(reading: text)
    #expect(try TwilioCredentials(reading: credentials.secret) == credentials)
    var dumped = "\(credentials)"
    dump(credentials, to: &dumped)
    #expect(!dumped.contains("hunter2"))
    for wrong in ["", "{}", #"{"account_sid":"AC1","auth_token":"","sender":"+15005550006"}"#] {
      #expect(throws: TwilioCredentials.Unreadable.self) { try TwilioCredentials(reading: wrong) }
    }
  }
}
