import Alerts

/// All that changes; looked at and changed under a lock that nobody holds while anything is sent.
struct SimulatorState: Sendable {
  var ledger = Ledger()
  var faults: FaultPlan
  var traps: [SimulatorTrap] = []
  var optedOut: Set<PhoneNumber> = []
  var callbacks = CallbackCounts()
  /// Takes the places of records whose course begins; nil while nothing is served.
  var courses: AsyncStream<Int>.Continuation?
  var sender: WebhookSender?
  /// How many courses haven't ended.
  var underWay = 0
  var waitingForQuiet: [CheckedContinuation<Void, Never>] = []
  var replies: UInt64 = 0

  init(_ configuration: SimulatorConfiguration) {
    faults = FaultPlan(rates: configuration.faultRates, seed: configuration.seed)
  }

  /// The trap that a send at a step springs; it is set no more.
  mutating func trap(at step: SimulatorTrap.Step) -> SimulatorTrap? {
    traps.firstIndex { $0.step == step }.map { traps.remove(at: $0) }
  }
}
