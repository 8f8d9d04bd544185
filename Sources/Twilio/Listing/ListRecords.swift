public import Alerts
import FormText
public import Foundation
import JSONText

extension TwilioClient {
  /// What was sent from one number to another since a moment, as Twilio knows it: where a send's outcome
  /// is unknown, what it made is here.
  ///
  /// All of the two numbers' records are read, in pages of 1,000, and filtered here by `date_created`.
  /// Twilio's own filters, `DateSent` and `StartTime`, ask for days, and for the day on which a message
  /// left or a call began to be dialled, which for one that still waits is nothing yet: it would be
  /// missing, and be sent again. `date_created` has whole seconds, and so has the comparison.
  /// Sources: Twilio, "Messages resource", "Read multiple Message resources", `date_sent`; "Calls
  /// resource", `start_time`; "Twilio's Responses", "Paging"; 2026-11.
  ///
  /// - Parameter since: by Twilio's clock; what was made in the same second is listed.
  /// - Parameter timeLimit: for all pages together.
  public func list(
    _ channel: Channel, to: PhoneNumber, from: PhoneNumber, since: Date,
    with credentials: TwilioCredentials, timeLimit: Duration
  ) async throws(ListingFailure) -> [ProviderRecord] {
    let clock = ContinuousClock()
    let end = clock.now + timeLimit
    let query = FormText.text(of: [
      (name: "To", value: to.e164), (name: "From", value: from.e164),
      (name: "PageSize", value: "1000"),
    ])
    let earliest = Date(timeIntervalSince1970: since.timeIntervalSince1970.rounded(.down))
    var records: [ProviderRecord] = []
    var seen: Set<String> = []
    var next: String? = "\(path(of: channel, in: credentials))?\(query)"
    while let path = next {
      let request = request("GET", path: path, with: credentials)
      let page: RecordPage
      switch await answer(to: request, within: end - clock.now) {
      case .success(let response): page = try RecordPage(response, channel: channel)
      case .failure(.notSent(let why)), .failure(.maybeSent(let why)): throw .unanswered(why)
      }
      // What is made meanwhile moves the rest on by one, so that a record may come twice.
      records += page.records.filter { $0.createdAt >= earliest && seen.insert($0.sid).inserted }
      next = try page.next.map { uri throws(ListingFailure) in
        // Credentials go nowhere but to the account's own path.
        guard uri.hasPrefix("\(Self.accountPath(of: credentials))/"), uri != path else {
          throw .unreadable("`next_page_uri` leads elsewhere")
        }
        return uri
      }
    }
    return records
  }
}
