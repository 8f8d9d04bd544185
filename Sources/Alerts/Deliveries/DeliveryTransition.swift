import JSONText
import Timestamps

extension Delivery {
  /// What is published of the status that it came to: JSON, without the phone number.
  public var transition: String {
    let object: JSONValue = [
      "delivery_id": .string(key.description), "alert_id": .string(key.alertID.text),
      "recipient_id": .string(key.recipientID.text), "channel": .string(key.channel.rawValue),
      "status": .string(status.rawValue), "at": .string(Timestamp.text(of: updatedAt)),
    ]
    return object.json
  }
}
