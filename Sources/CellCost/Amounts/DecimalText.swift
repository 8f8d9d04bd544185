/// Plain decimal numbers as scaled whole ones: `0.0416` with nine digits is 41,600,000.
///
/// Binary fractions can't hold a tenth of a cent, and a bill whose parts don't add up explains
/// nothing.
enum DecimalText {
  /// The number in `text`, in units of the `digits`th decimal place; nil where `text` is no plain
  /// decimal number, is negative, or has more decimals than that.
  static func value(of text: some StringProtocol, digits: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ isDigits($0) }) else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= digits else { return nil }
    return Int(parts[0] + fraction + String(repeating: "0", count: digits - fraction.count))
  }

  /// The number whose value is `value` units of the `digits`th decimal place, without zeros at its
  /// end but with at least `minimum` decimals; thousands are parted by commas.
  static func text(of value: Int128, digits: Int, minimum: Int = 0) -> String {
    let digitsOfAll = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - digitsOfAll.count)) + digitsOfAll
    var fraction = padded.suffix(digits)
    while fraction.count > minimum, fraction.last == "0" { fraction.removeLast() }
    let whole = grouped(padded.dropLast(digits))
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func grouped(_ digits: Substring) -> String {
    var groups: [Substring] = []
    var rest = digits
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    return ([rest] + groups.reversed()).joined(separator: ",")
  }
}
