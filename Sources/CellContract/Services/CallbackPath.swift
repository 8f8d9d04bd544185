/// Where providers report to the API: no client of ours, so its requests look different.
public enum CallbackPath {
  /// What every such path begins with.
  public static let prefix = "/v1/callbacks/"
  /// Where Twilio reports what became of a message or a call.
  public static let twilioStatus = "\(prefix)twilio/status"
  /// Where Twilio tells of messages that come in.
  public static let twilioInbound = "\(prefix)twilio/inbound"
}
