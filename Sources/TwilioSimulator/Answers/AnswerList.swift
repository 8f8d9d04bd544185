import Alerts
import Foundation
import HTTPTypes
import Hummingbird
import JSONText
import Synchronization

extension TwilioSimulator {
  /// A page of a list, the newest first.
  /// Source: Twilio, "Twilio's Responses", "Paging", 2026-11.
  func answerList(_ channel: Channel, _ request: Request) throws(Refusal) -> Response {
    let query = try ListQuery(request.uri.query ?? "", of: channel)
    guard let found = state.withLock({ $0.ledger.page(query, of: channel) }) else {
      throw .pageInvalid
    }
    let page = found.records
    let account = configuration.credentials.accountSID
    let path = "/2010-04-01/Accounts/\(account)/\(channel.resource).json"
    let start = query.page * query.pageSize
    let next: JSONValue =
      found.isMore
      ? .string("\(path)?\(query.query(page: query.page + 1, after: page.last?.accepted.sid))")
      : .null
    let uri = "\(path)?\(query.query(page: query.page, after: query.after))"
    let end = start + max(0, page.count - 1)
    var answer: JSONObject = [
      "end": .integer(Int64(end)),
      "first_page_uri": .string("\(path)?\(query.query(page: 0, after: nil))"),
      "next_page_uri": next, "page": .integer(Int64(query.page)),
      "page_size": .integer(Int64(query.pageSize)), "previous_page_uri": .null,
      "start": .integer(Int64(start)), "uri": .string(uri),
    ]
    answer[channel.resource.lowercased()] = .array(page.map { $0.json(account: account) })
    return Response(.ok, .object(answer))
  }
}
