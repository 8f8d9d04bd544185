/// How a simulated Twilio tells what became of messages and calls.
///
/// Twilio promises neither order nor that a callback comes once.
/// Source: Twilio, "Track the Message Status of Outbound Messages", 2026-11.
public struct CallbackBehaviour: Sendable, Hashable {
  /// How long each step takes: from queued to sent, from sent to delivered.
  public var step = Duration.milliseconds(20)
  /// How much later than what it tells a callback comes.
  public var lateness = Duration.zero
  /// How often a callback comes twice, from 0 to 1.
  public var doubled = 0.0
  /// How often the callbacks of a message come in the opposite order, all at its end, from 0 to 1.
  public var reversed = 0.0
  /// How often a callback never comes, from 0 to 1.
  public var dropped = 0.0

  /// Callbacks in order, each once.
  public init() {}
}
