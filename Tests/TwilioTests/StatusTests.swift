import Alerts
import Testing
import Twilio

@Suite struct StatusTests {
  @Test(arguments: [
    ("queued", DeliveryStatus?.none), ("sending", nil), ("accepted", nil), ("sent", .sent),
    ("delivered", .delivered), ("read", .delivered), ("undelivered", .failed),
    ("failed", .failed), ("canceled", .failed),
  ])
  func `what a message's status means`(word: String, meaning: DeliveryStatus?) throws {
    #expect(try #require(TwilioStatus(word, of: .sms)).delivery == meaning)
  }

  @Test(arguments: [
    ("queued", DeliveryStatus?.none), ("initiated", nil), ("ringing", nil),
    ("in-progress", .sent), ("completed", .delivered), ("busy", .failed), ("no-answer", .failed),
    ("canceled", .failed), ("failed", .failed),
  ])
  func `what a call's status means`(word: String, meaning: DeliveryStatus?) throws {
    let status = try #require(TwilioStatus(word, of: .voice))
    #expect(status.delivery == meaning)
    #expect(status.isFinal == (meaning == .delivered || meaning == .failed))
  }

  @Test func `words of the other channel mean nothing`() {
    #expect(TwilioStatus("completed", of: .sms) == nil)
    #expect(TwilioStatus("delivered", of: .voice) == nil)
    #expect(TwilioStatus("", of: .sms) == nil)
  }

  @Test func `each error is known once`() {
    #expect(Set(TwilioErrors.all.map(\.code)).count == TwilioErrors.all.count)
    #expect(TwilioErrors[21610]?.source == "https://www.twilio.com/docs/api/errors/21610, 2026-11")
    #expect(TwilioErrors[1] == nil)
  }
}
