/// Whether some reader of YAML 1.1 or 1.2 would take a bare text for something other than text.
///
/// The answer is generous: quotes around `10.0.0.1` or a hexadecimal commit id do no harm.
/// Sources: yaml.org/type (2005) for 1.1; YAML 1.2.2 section 10.3.2 (2021); `resolve.go` of
/// sigs.k8s.io/yaml/goyaml.v2 (2024), which Helm 3 and 4 read values with.
func readsAsAnotherType(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = text.first else { return true }
  switch first {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
    UInt8(ascii: "."):
    return readsAsNumberOrTime(text) || isWord(text, among: notNumbers)
  case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "~"):
    return isWord(text, among: symbols)
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
    return isWord(text, among: truthsAndNulls)
  default:
    return false
  }
}

/// `y` and `n` are truth values to goyaml.v2; the others to any reader of 1.1.
private let truthsAndNulls: [StaticString] = [
  "y", "n", "yes", "no", "on", "off", "true", "false", "null",
]
/// Null, the default key and the merge key of 1.1.
private let symbols: [StaticString] = ["~", "=", "<<"]
/// Infinities and "not a number".
private let notNumbers: [StaticString] = [".inf", "+.inf", "-.inf", ".nan", "+.nan", "-.nan"]

/// Whether `text` is one of `words`, which are in lower case, in any mix of cases.
private func isWord(_ text: UnsafeBufferPointer<UInt8>, among words: [StaticString]) -> Bool {
  guard text.count <= 5 else { return false }
  return words.contains { word in
    word.utf8CodeUnitCount == text.count
      && text.indices.allSatisfy { lowercased(text[$0]) == word.utf8Start[$0] }
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

/// Whether a text that starts like a number holds nothing but what numbers, dates and times can:
/// `1.10`, `0x1F`, `0o17`, `1_000`, `12:30:45`, `1e3`, `2001-12-14t21:59:43.10-05:00`.
private func readsAsNumberOrTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var hasDigit = false
  var hasLetterOrBlank = false
  for byte in text {
    switch lowercased(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "_"), UInt8(ascii: ","):
      break
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "x"), UInt8(ascii: "o"),
      UInt8(ascii: "t"), UInt8(ascii: "z"), UInt8(ascii: " "):
      hasLetterOrBlank = true
    default: return false
    }
  }
  // Marks alone, such as `.` or `._`, are a float in 1.1.
  return hasDigit || !hasLetterOrBlank
}
