/// The two halves of an EC2 or RDS class: `m7i-flex` and `2xlarge`.
///
/// The check is of form alone: it accepts families and sizes that AWS will bring out tomorrow.
/// Source: EC2 User Guide, "Amazon EC2 instance type naming conventions", November 2026.
struct ClassName: Sendable, Hashable {
  /// Family with generation and attributes, in lower case.
  let family: String
  /// Size: `nano` to `large`, `xlarge`, a multiple of it, or `metal`.
  let size: String

  /// Nil where `text` is not a family, a dot and a size.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isFamily(parts[0]), Self.isSize(parts[1]) else { return nil }
    self.init(family: String(parts[0]), size: String(parts[1]))
  }

  init(family: String, size: String) {
    self.family = family
    self.size = size
  }

  /// The letters before the generation: `m` in `m7i-flex`.
  var series: Substring { family.prefix { $0.isLetter } }

  /// The generation: 7 in `m7i-flex`; 0 where the family writes none there, as `u-6tb1`.
  var generation: Int { Int(family.drop { $0.isLetter }.prefix { $0.isNumber }) ?? 0 }

  /// The letters behind the generation: `i` in `m7i-flex`.
  var attributes: Substring {
    family.drop { $0.isLetter }.drop { $0.isNumber }.prefix { $0.isLetter }
  }

  private static func isFamily(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.last != "-" else {
      return false
    }
    return text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  private static func isSize(_ text: some StringProtocol) -> Bool {
    switch String(text) {
    case "nano", "micro", "small", "medium", "large", "xlarge", "metal": return true
    case let size where size.hasPrefix("metal-") && size.hasSuffix("xl"):
      return Int(plainDecimal: size.dropFirst(6).dropLast(2)) ?? 0 > 0
    case let size where size.hasSuffix("xlarge"):
      return Int(plainDecimal: size.dropLast(6)) ?? 0 > 1
    default: return false
    }
  }
}
