extension Int {
  /// The number that `text` writes in plain decimal: ASCII digits only, no sign, no leading zero.
  ///
  /// `Int("+5")` and `Int("010")` succeed in the standard library; in an address or a version they
  /// are mistakes (and 010 is eight to some other tools).
  init?(plainDecimal text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text == "0" || text.first != "0", let value = Int(text)
    else { return nil }
    self = value
  }
}
