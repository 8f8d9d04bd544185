import Alerts
import JSONText

/// The schemas of bodies and answers, by name.
enum Schemas {
  static let all: [(name: String, value: JSONValue)] = [
    ("AlertDraft", alertDraft), ("AlertCreated", alertCreated), ("Alert", alert),
    ("AlertList", list("alerts", of: "Alert")), ("AlertDeliveries", alertDeliveries),
    ("Delivery", delivery), ("RecipientDraft", recipientDraft),
    ("RecipientCreated", recipientCreated), ("Recipient", recipient),
    ("RecipientList", list("recipients", of: "Recipient")), ("Health", health), ("Error", error),
    ("TwilioStatus", twilioStatus), ("TwilioInbound", twilioInbound),
  ]

  static func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/components/schemas/\(name)")]
  }

  /// An object that has these members and no others; those of `optional` may be left out.
  private static func object(
    _ members: JSONObject, optional: Set<String> = []
  ) -> JSONValue {
    let required = members.members.map(\.name).filter { !optional.contains($0) }
    var object: JSONObject = [
      "type": "object", "additionalProperties": false, "properties": .object(members),
    ]
    if !required.isEmpty { object["required"] = .array(required.map(JSONValue.string)) }
    return .object(object)
  }

  private static func list(_ name: String, of element: String) -> JSONValue {
    let elements: JSONValue = ["type": "array", "items": reference(element)]
    return object(
      JSONObject([(name: name, value: elements), (name: "next_cursor", value: optionalText)]))
  }

  private static let optionalText: JSONValue = ["type": ["string", "null"]]

  private static let tags: JSONValue = [
    "type": "array", "items": .text(RequestLimits.tag),
    "maxItems": .integer(Int64(RequestLimits.tags.upperBound)),
  ]

  private static let filters = object(
    ["tags": tags, "active_only": ["type": "boolean", "default": true]],
    optional: ["tags", "active_only"])

  private static let preferences = object(
    [
      "sms_enabled": ["type": "boolean", "default": true],
      "voice_enabled": ["type": "boolean", "default": false],
    ], optional: ["sms_enabled", "voice_enabled"])

  private static let alertDraft = object(
    [
      "title": .text(RequestLimits.title),
      "message": .text(RequestLimits.message, severalLines: true),
      "priority": .choice(of: AlertPriority.self, default: .normal),
      "delivery_method": .choice(of: Channel.self), "recipient_filters": filters,
    ], optional: ["priority", "recipient_filters"])

  private static let alertCreated = object([
    "alert_id": ["type": "string"], "status": .choice(of: AlertStatus.self), "created_at": .moment,
    "estimated_recipients": .count,
  ])

  private static let alert = object([
    "alert_id": ["type": "string"], "title": ["type": "string"], "message": ["type": "string"],
    "priority": .choice(of: AlertPriority.self), "delivery_method": .choice(of: Channel.self),
    "recipient_filters": object(["tags": tags, "active_only": ["type": "boolean"]]),
    "status": .choice(of: AlertStatus.self), "estimated_recipients": .count, "created_at": .moment,
    "updated_at": .moment,
  ])

  private static let delivery = object([
    "recipient_id": ["type": "string"], "channel": .choice(of: Channel.self),
    "phone_number": .phoneNumber, "status": .choice(of: DeliveryStatus.self),
    "twilio_sid": ["type": ["string", "null"]], "error_code": ["type": ["integer", "null"]],
    "sent_at": ["type": ["string", "null"], "format": "date-time"],
    "delivered_at": ["type": ["string", "null"], "format": "date-time"],
  ])

  private static let alertDeliveries = object([
    "alert_id": ["type": "string"], "status": .choice(of: AlertStatus.self),
    "total_recipients": .count,
    "delivery_status": object([
      "sent": .count, "delivered": .count, "failed": .count, "pending": .count, "cancelled": .count,
    ]),
    "deliveries": ["type": "array", "items": reference("Delivery")],
    "next_cursor": ["type": ["string", "null"]],
  ])

  private static let recipientDraft = object(
    [
      "name": .text(RequestLimits.name), "phone_number": .phoneNumber, "preferences": preferences,
      "tags": tags, "active": ["type": "boolean", "default": true],
    ], optional: ["preferences", "tags", "active"])

  private static let recipientCreated = object([
    "recipient_id": ["type": "string"], "name": ["type": "string"], "phone_number": .phoneNumber,
    "created_at": .moment,
  ])

  private static let recipient = object([
    "recipient_id": ["type": "string"], "name": ["type": "string"], "phone_number": .phoneNumber,
    "preferences": object([
      "sms_enabled": ["type": "boolean"], "voice_enabled": ["type": "boolean"],
    ]),
    "tags": tags, "active": ["type": "boolean"], "opted_out": ["type": "boolean"],
    "created_at": .moment, "updated_at": .moment,
  ])

  private static let health = object([
    "status": ["type": "string", "enum": ["ok", "degraded"]], "cell": ["type": "string"],
    "database": ["type": "string", "enum": ["ok", "unavailable"]],
  ])

  private static let error = object([
    "error": object([
      "code": .choice(of: APIError.Code.self), "message": ["type": "string"],
      "request_id": ["type": "string"],
      "fields": [
        "type": "array",
        "items": object(["field": ["type": "string"], "problem": ["type": "string"]]),
      ],
    ])
  ])

  private static let twilioStatus: JSONValue = [
    "type": "object",
    "description": "What Twilio sends of a message (`MessageSid`, `MessageStatus`) or a call.",
    "additionalProperties": ["type": "string"],
  ]

  private static let twilioInbound: JSONValue = [
    "type": "object", "description": "A message that a recipient sent: `From`, `Body`.",
    "additionalProperties": ["type": "string"],
  ]
}
