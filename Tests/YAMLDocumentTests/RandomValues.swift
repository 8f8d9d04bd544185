import YAMLDocument

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededRandom: RandomNumberGenerator {
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

extension YAMLValue {
  /// A tree of at most `depth` levels below this one.
  static func random(depth: Int, using random: inout SeededRandom) -> YAMLValue {
    switch Int.random(in: 0..<(depth == 0 ? 7 : 12), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int(truncatingIfNeeded: random.next()))
    case 3: return .number(Double(Int32(truncatingIfNeeded: random.next())) / 256)
    case 4, 5, 6: return .string(String.nasty(using: &random))
    case 7, 8:
      let count = Int.random(in: 0..<5, using: &random)
      return .sequence((0..<count).map { _ in .random(depth: depth - 1, using: &random) })
    default:
      var keys: Set<String> = []
      let members = (0..<Int.random(in: 0..<6, using: &random)).compactMap { _ -> YAMLMember? in
        let key = String.nasty(using: &random)
        let value = YAMLValue.random(depth: depth - 1, using: &random)
        return keys.insert(key).inserted ? YAMLMember(key, value) : nil
      }
      return .mapping(members)
    }
  }
}

extension String {
  /// What the syntax and the types of YAML are made of, and what breaks careless emitters.
  private static let pieces = [
    "a", "b", "true", "no", "y", "null", "0", "1", "7", "9", "x", "o", "e", "E", "_", ".", "-", "+",
    ":", ": ", " ", "  ", "\n", "\n", "\t", "\r", "#", " #", "- ", "? ", "'", "\"", "\\", "|", ">",
    "&", "*", "!", "%", "@", "`", "{", "}", "[", "]", ",", "~", "=", "<<", "---", "...", "inf",
    "é", "日", "😀", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{7F}", "\u{1B}", "\u{301}",
    "2001-12-14", "12:30", "line one\nline two\n",
  ]

  /// Up to nine pieces in a row, and now and then a very long text.
  static func nasty(using random: inout SeededRandom) -> String {
    let count = Int.random(in: 0..<10, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let isLong = Int.random(in: 0..<50, using: &random) == 0
    return isLong ? String(repeating: text + "long ", count: 60) : text
  }
}
