/// Which sends meet which fault.
struct FaultPlan: Sendable {
  /// How often, of all sends that none of ``next`` is for.
  var rates: [SimulatorFault: Double]
  /// What the next sends meet, one each; nil meets nothing.
  private var next: [SimulatorFault?] = []
  private var chance: SeededChance
  /// Of its own, because callbacks come when they come: they must not change what sends meet.
  private var callbackChance: SeededChance

  init(rates: [SimulatorFault: Double], seed: UInt64) {
    self.rates = rates
    chance = SeededChance(seed: seed)
    callbackChance = SeededChance(seed: seed)
  }

  /// Puts faults before those of the rates.
  mutating func arrange(_ faults: [SimulatorFault?]) {
    next = Array((next.reversed() + faults).reversed())
  }

  /// What the next send meets.
  mutating func draw() -> SimulatorFault? {
    if let arranged = next.popLast() { return arranged }
    guard !rates.isEmpty else { return nil }
    var share = Double.random(in: 0..<1, using: &chance)
    // In the order of their declaration, which a dictionary doesn't keep.
    for fault in SimulatorFault.allCases {
      guard let rate = rates[fault] else { continue }
      if share < rate { return fault }
      share -= rate
    }
    return nil
  }

  /// Whether something happens to a callback that happens as often as `rate`.
  mutating func happens(_ rate: Double) -> Bool {
    rate > 0 && Double.random(in: 0..<1, using: &callbackChance) < rate
  }
}

/// SplitMix64: the same numbers from the same seed.
/// Source: Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014.
struct SeededChance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
