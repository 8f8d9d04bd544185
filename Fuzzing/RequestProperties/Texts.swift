import AlertAPI
import Alerts
import FormText
import Timestamps
import Twilio

func checkCursor(_ text: String) throws {
  guard let last = Cursor.last(of: text) else { return }
  try require(Cursor.text(after: last) == text, "the cursor after `\(last)` is another one")
}

func checkIdentifiers(_ text: String) throws {
  if let id = AlertID(text) { try require(id.text == text, "an alert's ID is another text") }
  if let id = RecipientID(text) { try require(id.text == text, "a recipient's ID is another text") }
  if let key = Delivery.Key(text) {
    try require(Delivery.Key(key.description) == key, "a delivery's key reads differently")
  }
}

func checkIfMatch(_ text: String) throws {
  do {
    guard let version = try expectedVersion(ifMatch: text) else {
      return try require(text == "*", "`\(text)` stands for any version")
    }
    try require("\"\(version)\"" == text, "`\(text)` is no `ETag`, and stands for \(version)")
  } catch let refusal as InvalidRequest { try requireFields(of: refusal) }
}

/// A key that nobody else's text is.
private let drawn = APIKey.draw(name: "fuzzed", scopes: [.read])

func checkKey(_ text: String) throws {
  let keys = APIKeys([drawn.key])
  try require(keys.key(presented: text) == nil, "a text that was not drawn is a key")
  try require(
    keys.key(presented: drawn.presented + text) == nil || text.isEmpty, "a longer key is one")
  try require(keys.key(presented: drawn.presented) == drawn.key, "a key is none")
}

func checkPhoneNumber(_ text: String) throws {
  guard let number = PhoneNumber(text) else { return }
  try require(number.e164 == text, "a number is another text")
  try require(number.description.utf8.count == "+…12".utf8.count, "a number shows itself")
}

func checkSignature(_ text: String) throws {
  let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
  guard lines.count == 3, let fields = FormText.fields(of: String(lines[2])) else { return }
  let url = String(lines[1])
  let right = TwilioSignature.signature(of: url, fields, token: "token")
  try require(
    TwilioSignature.isValid(right, of: url, fields, token: "token"), "a right signature is refused")
  try require(
    !TwilioSignature.isValid(right, of: url, fields, token: "other"),
    "any token's signature is right")
  try require(
    !TwilioSignature.isValid(String(lines[0]), of: url, fields, token: "unknown to all"),
    "a signature was guessed")
}

func checkTimestamp(_ text: String) throws {
  guard let moment = Timestamp.moment(of: text) else { return }
  let written = Timestamp.text(of: moment)
  try require(Timestamp.moment(of: written) == moment, "`\(text)` is written `\(written)`")
}
