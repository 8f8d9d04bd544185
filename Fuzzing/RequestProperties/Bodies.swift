import Alerts
import JSONText

func checkJSON(_ input: [UInt8]) throws {
  let value: JSONValue
  do { value = try JSONValue(reading: input) } catch {
    let hasPlace = error.problem.contains(" at line ")
    return try require(hasPlace, "a refusal of JSON tells no place: \(error.problem)")
  }
  let written = value.bytes
  try require(try JSONValue(reading: written) == value, "JSON reads differently when it is written")
  try require(try JSONValue(reading: written).bytes == written, "JSON is written differently")
}

func checkAlert(_ input: [UInt8]) throws {
  guard let body = try? JSONValue(reading: input) else { return }
  let draft: AlertDraft
  do { draft = try AlertDraft(reading: body) } catch { return try requireFields(of: error) }
  let written: JSONValue = [
    "title": .string(draft.title), "message": .string(draft.message),
    "priority": .string(draft.priority.rawValue),
    "delivery_method": .string(draft.deliveryMethod.rawValue),
    "recipient_filters": [
      "tags": .array(draft.filters.tags.map(JSONValue.string)),
      "active_only": .bool(draft.filters.activeOnly),
    ],
  ]
  let again = try AlertDraft(reading: try JSONValue(reading: written.bytes))
  try require(again == draft, "an alert reads differently when it is written")
}

func checkRecipient(_ input: [UInt8]) throws {
  guard let body = try? JSONValue(reading: input) else { return }
  let draft: RecipientDraft
  do { draft = try RecipientDraft(reading: body) } catch { return try requireFields(of: error) }
  let written: JSONValue = [
    "name": .string(draft.name), "phone_number": .string(draft.phoneNumber.e164),
    "preferences": [
      "sms_enabled": .bool(draft.smsEnabled), "voice_enabled": .bool(draft.voiceEnabled),
    ],
    "tags": .array(draft.tags.map(JSONValue.string)), "active": .bool(draft.isActive),
  ]
  let again = try RecipientDraft(reading: try JSONValue(reading: written.bytes))
  try require(again == draft, "a recipient reads differently when it is written")
}

/// A refusal tells at least one problem; each has words, and all but unknown members that are called
/// nothing have a field.
func requireFields(of refusal: InvalidRequest) throws(BrokenProperty) {
  try require(!refusal.problems.isEmpty, "a request is refused for no problem")
  for problem in refusal.problems {
    try require(!problem.problem.isEmpty, "the problem of `\(problem.field)` has no words")
    try require(
      !problem.field.isEmpty || problem.problem.hasPrefix("is unknown"),
      "a problem has no field: \(problem.problem)")
  }
}
