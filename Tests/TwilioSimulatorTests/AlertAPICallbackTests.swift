import AlertStores
import Alerts
import Foundation
import JSONText
import Testing
import Twilio
import TwilioSimulator

/// The simulator and the alert API, each on its port.
@Suite struct AlertAPICallbackTests {
  /// What the API's store says of a delivery after the simulator has told everything.
  private func delivery(
    _ channel: Channel = .sms, to number: String = "+14155550123",
    _ adjust: @escaping @Sendable (inout CallbackBehaviour) -> Void = { _ in }
  ) async throws -> (delivery: Delivery, sid: String) {
    let (results, end) = AsyncStream.makeStream(of: (delivery: Delivery, sid: String).self)
    try await ListeningAPI.with { api in
      try await RunningSimulator.with {
        adjust(&$0.callbacks)
      } _: { running in
        let key = try #require(Delivery.Key("alert_1a.recip_1a.\(channel.rawValue)"))
        _ = try await api.deliveries.add(
          Delivery(
            key: key, phoneNumber: try RunningSimulator.number(number), status: .claimed,
            homeCell: "cell", updatedAt: Date()))
        let outcome = try await running.send(
          channel, to: number,
          callback: "\(api.address)/v1/callbacks/twilio/status?delivery=\(key)")
        guard case .accepted(let sid) = outcome else {
          Issue.record("not accepted: \(outcome)")
          return
        }
        await running.simulator.settled()
        #expect(running.simulator.callbacks.failed == 0)
        end.yield((try #require(try await api.deliveries.delivery(key)), sid))
      }
    }
    end.finish()
    return try #require(await results.first { _ in true })
  }

  @Test(arguments: Channel.allCases)
  func `the API takes the simulator's callbacks as Twilio's`(channel: Channel) async throws {
    let (delivery, sid) = try await delivery(channel)
    #expect(delivery.status == .delivered && delivery.twilioSID == sid)
  }

  @Test func `order and number of callbacks change nothing`() async throws {
    let (delivery, sid) = try await delivery {
      $0.reversed = 1
      $0.doubled = 1
    }
    #expect(delivery.status == .delivered && delivery.twilioSID == sid)
  }

  @Test func `what is undelivered has failed, with Twilio's number`() async throws {
    let (message, _) = try await delivery(to: "+15005550110")
    #expect(message.status == .failed && message.errorCode == 30003)
    let (call, _) = try await delivery(.voice, to: "+15005550111")
    #expect(call.status == .failed)
  }

  @Test func `STOP reaches the API, and the number is sent nothing more until START`()
    async throws
  {
    try await ListeningAPI.with { api in
      try await RunningSimulator.with {
        $0.inboundURL = "\(api.address)/v1/callbacks/twilio/inbound"
      } _: { running in
        let number = try RunningSimulator.number()
        let draft = RecipientDraft(name: "N", phoneNumber: number)
        guard
          case .created(let recipient) = try await api.recipients.create(
            draft, at: Date(), once: nil, answer: { _ in "" })
        else {
          Issue.record("no recipient is made")
          return
        }
        #expect(await running.simulator.reply(.stop, from: number))
        let stopped = try await api.recipients.recipient(recipient.id)
        #expect(stopped?.optedOutAt != nil)
        #expect(
          try await running.send()
            == .refusedFinally(
              code: 21610, message: "the recipient has opted out of messages of this sender"))
        let answer = try await running.request(
          "POST", "/simulator/replies", body: #"{"from":"+14155550123","text":"start"}"#)
        #expect(answer.json["answered"] == true)
        guard case .accepted = try await running.send() else {
          Issue.record("not accepted after START")
          return
        }
        let started = try await api.recipients.recipient(recipient.id)
        #expect(started != nil && started?.optedOutAt == nil)
      }
    }
  }
}
