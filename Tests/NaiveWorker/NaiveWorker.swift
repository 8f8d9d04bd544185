import AlertStores
import Alerts
import ArgumentParser
import CellContract
import Foundation
import Logging
import ServiceRuntime
import Twilio

/// A worker of a cell that trusts its queue: it sends, and then notes that it has sent. What looks for
/// people who are told twice must find that this one tells some.
@main struct NaiveWorker: AsyncParsableCommand {
  @Option var twilioURL: String

  func run() async throws {
    let twilioURL = twilioURL
    try await ServiceProcess.run(.worker, using: WorkerResources.self) { process, live in
      let transport = AsyncTwilioTransport()
      let work = try NaiveWork(
        alerts: AlertStore(live.database, cell: process.backend.cell),
        recipients: RecipientStore(live.database), deliveries: DeliveryStore(live.deliveries),
        twilio: TwilioClient(baseURL: twilioURL, transport: transport),
        credentials: TwilioCredentials(reading: try await live.twilio.current().value),
        callbacks: live.callbacks + CallbackPath.twilioStatus, cell: process.backend.cell)
      let queue = try live.work
      while true {
        for message in try await queue.receive(maximum: 1, wait: .seconds(5)) {
          do {
            if let event = AlertEvent(message: message.text) { try await work.send(event.alertID) }
            try await queue.delete(message)
          } catch {
            process.logger.error("\(error)")
          }
        }
      }
    }
  }
}

private struct NaiveWork {
  let alerts: AlertStore
  let recipients: RecipientStore
  let deliveries: DeliveryStore
  let twilio: TwilioClient
  let credentials: TwilioCredentials
  let callbacks: String
  let cell: String

  func send(_ id: AlertID) async throws {
    guard let alert = try await alerts.alert(id) else { return }
    let page = try await recipients.list(RecipientListFilter(), after: nil, limit: 1000)
    for recipient in page.elements {
      let key = Delivery.Key(alertID: id, recipientID: recipient.id, channel: .sms)
      if try await deliveries.delivery(key) != nil { continue }
      let message = OutgoingMessage(
        channel: .sms, to: recipient.draft.phoneNumber,
        text: "\(alert.draft.title)\n\(alert.draft.message)",
        statusCallback: "\(callbacks)?delivery=\(key)")
      let outcome = await twilio.send(message, with: credentials, timeLimit: .seconds(1))
      guard case .accepted(let sid) = outcome else { continue }
      let now = Date()
      _ = try await deliveries.add(
        Delivery(
          key: key, phoneNumber: recipient.draft.phoneNumber, status: .sent, homeCell: cell,
          twilioSID: sid, sentAt: now, updatedAt: now))
    }
  }
}
