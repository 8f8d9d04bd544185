import AlertAPI
import AlertStores
import Alerts
import FormText

func checkForm(_ text: String) throws {
  guard let fields = FormText.fields(of: text) else {
    return try require(text.utf8.contains(UInt8(ascii: "%")), "a form without `%` is refused")
  }
  let again = FormText.fields(of: FormText.text(of: fields))
  try require(
    again?.elementsEqual(fields, by: ==) == true, "a form reads differently when it is written")
}

func checkQueries(_ text: String) throws {
  do {
    let query = try AlertListQuery(alerts: text)
    let filter: [FormField] = [
      ("status", query.filter.status?.rawValue), ("priority", query.filter.priority?.rawValue),
      ("delivery_method", query.filter.deliveryMethod?.rawValue),
    ].compactMap(field)
    let written = parts(query.limit, query.cursor) + filter
    try require(
      try AlertListQuery(alerts: FormText.text(of: written)) == query,
      "a query for alerts reads differently when it is written")
  } catch let refusal as InvalidRequest { try requireFields(of: refusal) }
  do {
    let query = try RecipientListQuery(recipients: text)
    let filter: [FormField] = [
      ("tag", query.filter.tag), ("active", query.filter.isActive.map { "\($0)" }),
      ("phone_number", query.filter.phoneNumber?.e164),
    ].compactMap(field)
    let written = parts(query.limit, query.cursor) + filter
    try require(
      try RecipientListQuery(recipients: FormText.text(of: written)) == query,
      "a query for recipients reads differently when it is written")
  } catch let refusal as InvalidRequest { try requireFields(of: refusal) }
}

private func parts(_ limit: Int, _ cursor: String?) -> [FormField] {
  [("limit", "\(limit)"), ("cursor", cursor.map(Cursor.text(after:)))].compactMap(field)
}

private func field(_ name: String, _ value: String?) -> FormField? {
  value.map { (name: name, value: $0) }
}
