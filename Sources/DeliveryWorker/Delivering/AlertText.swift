import Alerts

extension AlertDraft {
  /// What recipients read or hear: the title, and the message below it.
  ///
  /// A text message has at most 1,600 characters; a longer one ends with an ellipsis.
  /// Source: Twilio, "Messages resource", `Body`, 2026-11.
  var words: String {
    let separator = deliveryMethod == .sms ? "\n" : ". "
    let text = title + separator + message
    let limit = RequestLimits.message.upperBound
    guard text.utf16.count > limit else { return text }
    var shortened = ""
    var length = 1
    for character in text {
      length += String(character).utf16.count
      if length > limit { break }
      shortened.append(character)
    }
    return shortened + "…"
  }

  /// Whether a recipient wants what comes this way.
  func reaches(_ recipient: Recipient) -> Bool {
    guard recipient.optedOutAt == nil, recipient.draft.isActive || !filters.activeOnly else {
      return false
    }
    return switch deliveryMethod {
    case .sms: recipient.draft.smsEnabled
    case .voice: recipient.draft.voiceEnabled
    }
  }
}
