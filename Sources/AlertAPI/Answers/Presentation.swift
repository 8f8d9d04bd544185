import AlertStores
import Alerts
import JSONText
import Timestamps

/// How things look in answers: the overview's members, and what a reader needs beside them.
extension Recipient {
  /// The answer to whoever created it.
  var creationAnswer: JSONValue {
    [
      "recipient_id": .string(id.text), "name": .string(draft.name),
      "phone_number": .string(draft.phoneNumber.e164),
      "created_at": .string(Timestamp.text(of: createdAt)),
    ]
  }

  /// All of it.
  var json: JSONValue {
    [
      "recipient_id": .string(id.text), "name": .string(draft.name),
      "phone_number": .string(draft.phoneNumber.e164),
      "preferences": [
        "sms_enabled": .bool(draft.smsEnabled), "voice_enabled": .bool(draft.voiceEnabled),
      ],
      "tags": .array(draft.tags.map(JSONValue.string)), "active": .bool(draft.isActive),
      "opted_out": .bool(optedOutAt != nil),
      "created_at": .string(Timestamp.text(of: createdAt)),
      "updated_at": .string(Timestamp.text(of: updatedAt)),
    ]
  }
}

extension Alert {
  /// The answer to whoever created it.
  var creationAnswer: JSONValue {
    [
      "alert_id": .string(id.text), "status": .string(status.rawValue),
      "created_at": .string(Timestamp.text(of: createdAt)),
      "estimated_recipients": .integer(Int64(estimatedRecipients)),
    ]
  }

  /// All of it.
  var json: JSONValue {
    [
      "alert_id": .string(id.text), "title": .string(draft.title),
      "message": .string(draft.message), "priority": .string(draft.priority.rawValue),
      "delivery_method": .string(draft.deliveryMethod.rawValue),
      "recipient_filters": [
        "tags": .array(draft.filters.tags.map(JSONValue.string)),
        "active_only": .bool(draft.filters.activeOnly),
      ],
      "status": .string(status.rawValue),
      "estimated_recipients": .integer(Int64(estimatedRecipients)),
      "created_at": .string(Timestamp.text(of: createdAt)),
      "updated_at": .string(Timestamp.text(of: updatedAt)),
    ]
  }

  /// How far its deliveries are.
  func statusJSON(_ counts: DeliveryCounts, _ page: Page<Delivery>) -> JSONValue {
    let total = totalRecipients ?? max(estimatedRecipients, counts.all)
    let pending = status == .cancelled ? counts.underWay : counts.pending(of: total)
    return [
      "alert_id": .string(id.text), "status": .string(status.rawValue),
      "total_recipients": .integer(Int64(total)),
      "delivery_status": [
        "sent": .integer(Int64(counts.sent)), "delivered": .integer(Int64(counts.delivered)),
        "failed": .integer(Int64(counts.failed)), "pending": .integer(Int64(pending)),
        "cancelled": .integer(Int64(total - counts.sent - counts.failed - pending)),
      ],
      "deliveries": .array(page.elements.map(\.json)),
      "next_cursor": page.next.map { .string(Cursor.text(after: $0)) } ?? .null,
    ]
  }
}

extension Delivery {
  var json: JSONValue {
    [
      "recipient_id": .string(key.recipientID.text), "channel": .string(key.channel.rawValue),
      "phone_number": .string(phoneNumber.e164), "status": .string(status.rawValue),
      "twilio_sid": twilioSID.map(JSONValue.string) ?? .null,
      "error_code": errorCode.map { .integer(Int64($0)) } ?? .null,
      "sent_at": sentAt.map { .string(Timestamp.text(of: $0)) } ?? .null,
      "delivered_at": deliveredAt.map { .string(Timestamp.text(of: $0)) } ?? .null,
    ]
  }
}

extension Page {
  /// A part of a list under a name.
  func json(named name: String, _ element: (Element) -> JSONValue) -> JSONValue {
    .object(
      JSONObject([
        (name: name, value: .array(elements.map(element))),
        (name: "next_cursor", value: next.map { .string(Cursor.text(after: $0)) } ?? .null),
      ]))
  }
}
