public import JSONText

/// How long texts may be, in Unicode scalars as JSON Schema counts them.
public enum RequestLimits {
  /// Of a recipient's name.
  public static let name = 1...200
  /// Of an alert's title.
  public static let title = 1...200
  /// Of an alert's text.
  public static let message = 1...1600
  /// Of a tag.
  public static let tag = 1...64
  /// How many tags there may be.
  public static let tags = 0...50
}

extension AlertDraft {
  /// Reads the body of a request to create or to replace an alert.
  public init(reading body: JSONValue) throws(InvalidRequest) {
    var fields = FieldReader(body)
    let title = fields.text("title", length: RequestLimits.title)
    let message = fields.text("message", length: RequestLimits.message, severalLines: true)
    let priority: AlertPriority? = fields.choice("priority", default: .normal)
    let method: Channel? = fields.choice("delivery_method")
    let filters = fields.object("recipient_filters") { fields in
      RecipientFilters(
        tags: fields.texts("tags", count: RequestLimits.tags, length: RequestLimits.tag),
        activeOnly: fields.boolean("active_only", default: true))
    }
    try fields.finish()
    guard let priority, let method else { preconditionFailure("`finish` throws what is missing") }
    self.init(
      title: title, message: message, priority: priority, deliveryMethod: method,
      filters: filters)
  }
}

extension RecipientDraft {
  /// Reads the body of a request to create or to replace a recipient.
  public init(reading body: JSONValue) throws(InvalidRequest) {
    var fields = FieldReader(body)
    let name = fields.text("name", length: RequestLimits.name)
    let number = fields.phoneNumber("phone_number")
    let (sms, voice) = fields.object("preferences") { fields in
      (
        fields.boolean("sms_enabled", default: true),
        fields.boolean("voice_enabled", default: false)
      )
    }
    let tags = fields.texts("tags", count: RequestLimits.tags, length: RequestLimits.tag)
    let isActive = fields.boolean("active", default: true)
    try fields.finish()
    guard let number else { preconditionFailure("`finish` throws what is missing") }
    self.init(
      name: name, phoneNumber: number, smsEnabled: sms, voiceEnabled: voice, tags: tags,
      isActive: isActive)
  }
}
