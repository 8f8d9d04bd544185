import Alerts
import JSONText

extension Endpoint.Parameter {
  static let alertID = Self(
    name: "id", place: .path, description: "ID of an alert.",
    schema: ["type": "string", "pattern": "^alert_[0-9a-z_]{1,58}$"])
  static let recipientID = Self(
    name: "id", place: .path, description: "ID of a recipient.",
    schema: ["type": "string", "pattern": "^recip_[0-9a-z_]{1,58}$"])
  static let limit = Self(
    name: "limit", place: .query, description: "How many elements a page has.",
    schema: ["type": "integer", "minimum": 1, "maximum": 100, "default": 50])
  static let cursor = Self(
    name: "cursor", place: .query, description: "The `next_cursor` of the page before.",
    schema: ["type": "string", "minLength": 1, "maxLength": 200])
  static let status = Self(
    name: "status", place: .query, description: "Alerts of this status only.",
    schema: .choice(of: AlertStatus.self))
  static let priority = Self(
    name: "priority", place: .query, description: "Alerts of this priority only.",
    schema: .choice(of: AlertPriority.self))
  static let deliveryMethod = Self(
    name: "delivery_method", place: .query, description: "Alerts that go this way only.",
    schema: .choice(of: Channel.self))
  static let tag = Self(
    name: "tag", place: .query, description: "Recipients with this tag only.",
    schema: .text(RequestLimits.tag))
  static let active = Self(
    name: "active", place: .query, description: "Recipients that are active, or that aren't, only.",
    schema: ["type": "boolean"])
  static let phoneNumber = Self(
    name: "phone_number", place: .query, description: "The recipient with this number only.",
    schema: .phoneNumber)
  static let idempotencyKey = Self(
    name: "Idempotency-Key", place: .header,
    description:
      "Names the request: sent again with the same body it does nothing, and gets the same answer. Kept for 30 days.",
    schema: ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"])
  static let ifMatch = Self(
    name: "If-Match", place: .header,
    description: "The `ETag` that was read: the change is made only if it still holds.",
    schema: ["type": "string", "pattern": #"^(\*|"(0|[1-9][0-9]{0,17})")$"#])
  static let delivery = Self(
    name: "delivery", place: .query,
    description: "Which delivery the news are of, as it was given to Twilio.",
    schema: ["type": "string", "minLength": 1, "maxLength": 200])
}

extension JSONValue {
  /// The schema of an enumeration.
  static func choice<Choice>(of _: Choice.Type, default: Choice? = nil) -> JSONValue
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    var schema: JSONObject = [
      "type": "string", "enum": .array(Choice.allCases.map { .string($0.rawValue) }),
    ]
    if let `default` { schema["default"] = .string(`default`.rawValue) }
    return .object(schema)
  }

  /// The schema of a text of so many characters on one line.
  static func text(_ length: ClosedRange<Int>, severalLines: Bool = false) -> JSONValue {
    [
      "type": "string", "minLength": .integer(Int64(length.lowerBound)),
      "maxLength": .integer(Int64(length.upperBound)),
      "pattern": .string(
        severalLines
          ? #"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"#
          : #"^[^\u0000-\u0008\u000a-\u001f\u007f-\u009f]*$"#),
    ]
  }

  static let phoneNumber: JSONValue = [
    "type": "string", "pattern": #"^\+[1-9][0-9]{6,14}$"#,
    "description": "E.164",
  ]
  static let moment: JSONValue = ["type": "string", "format": "date-time"]
  static let count: JSONValue = ["type": "integer", "minimum": 0]
}
