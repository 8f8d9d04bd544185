extension JSONReader {
  /// A string, from its opening quotation mark to the one that closes it.
  mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    guard current == UInt8(ascii: "\"") else {
      return try string(beginningWith: bytes[start..<position])
    }
    let text = String(validating: bytes[start..<position], as: UTF8.self)
    guard let text else { throw JSONError(problem: "a string is no UTF-8 \(place)") }
    position += 1
    return text
  }

  /// A string that holds escapes, or ends too early.
  private mutating func string(beginningWith bytes: ArraySlice<UInt8>) throws(JSONError) -> String {
    var units = Array(bytes)
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else {
          throw JSONError(problem: "a string is no UTF-8 \(place)")
        }
        position += 1
        return text
      case UInt8(ascii: "\\"):
        position += 1
        units.append(contentsOf: String(Character(try escaped())).utf8)
      case ..<0x20: throw unexpected("`\"` is expected")
      default:
        units.append(byte)
        position += 1
      }
    }
    throw unexpected("`\"` is expected")
  }

  /// What an escape stands for; the backslash was read.
  private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
    let scalar: Unicode.Scalar
    switch current {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"):
      position += 1
      return try escapedUnits()
    default: throw unexpected("an escape is expected")
    }
    position += 1
    return scalar
  }

  /// `00e9`, or two surrogates, `d83d\ude42`.
  private mutating func escapedUnits() throws(JSONError) -> Unicode.Scalar {
    let high = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard UTF16.isLeadSurrogate(high), current == UInt8(ascii: "\\") else {
      throw unexpected("the second half of a surrogate pair is expected")
    }
    position += 1
    guard current == UInt8(ascii: "u") else {
      throw unexpected("the second half of a surrogate pair is expected")
    }
    position += 1
    let low = try hexadecimalUnit()
    guard UTF16.isTrailSurrogate(low) else {
      throw unexpected("the second half of a surrogate pair is expected")
    }
    let scalar = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))
    guard let scalar = Unicode.Scalar(scalar) else { preconditionFailure("two halves are one") }
    return scalar
  }

  private mutating func hexadecimalUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch current {
      case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
        digit = byte - UInt8(ascii: "0")
      case let byte? where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20):
        digit = (byte | 0x20) - UInt8(ascii: "a") + 10
      default: throw unexpected("a hexadecimal digit is expected")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  /// A number; one that is whole and fits is an integer, however it is written.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
    var isWhole = true
    if current == UInt8(ascii: ".") {
      position += 1
      try digits()
      isWhole = false
    }
    if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
      isWhole = false
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw JSONError(problem: "a number is too large \(place)")
    }
    return Int64(exactly: number).map(JSONValue.integer) ?? .number(number)
  }

  /// At least one digit.
  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    if position == start { throw unexpected("a digit is expected") }
  }
}
