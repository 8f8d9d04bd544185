public import Alerts

/// What a simulated Twilio is like.
public struct SimulatorConfiguration: Sendable {
  /// The account that it serves, and the number that is the account's.
  public var credentials: TwilioCredentials
  /// How long an answer to a send takes once the message is taken: as long as its sender doesn't know.
  public var latency = Duration.zero
  /// Where messages that come in are told; nil tells nobody.
  public var inboundURL: String?
  /// How it tells what became of messages.
  public var callbacks = CallbackBehaviour()
  /// How often a send meets a fault, from 0 to 1; together at most 1.
  public var faultRates: [SimulatorFault: Double] = [:]
  /// How long a send hangs whose answer never comes.
  public var hang = Duration.seconds(60)
  /// How long a send is held by a trap before its connection is reset: whoever waits is being killed.
  public var trapHold = Duration.seconds(5)
  /// What chance starts from: the same sends in the same order meet the same faults.
  public var seed: UInt64 = 0
  /// Told of every message and call that is taken, before its sender is.
  public var onAccepted: @Sendable (Accepted) -> Void = { _ in }

  /// A Twilio without faults that serves an account.
  public init(credentials: TwilioCredentials) {
    self.credentials = credentials
  }
}
