extension String {
  /// Every byte but the unreserved ones of RFC 3986 as `%XX`, as Signature Version 4 wants it.
  ///
  /// - Parameter keepingSlashes: whether `/` stays as it is, as in a path.
  func percentEncoded(keepingSlashes: Bool = false) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        encoded.append(byte)
      case UInt8(ascii: "/") where keepingSlashes:
        encoded.append(byte)
      default:
        encoded.append(UInt8(ascii: "%"))
        encoded.append(upperCaseDigits[Int(byte >> 4)])
        encoded.append(upperCaseDigits[Int(byte & 15)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

extension Sequence<UInt8> {
  /// Two lower-case digits for each byte.
  var hexadecimal: String {
    var digits: [UInt8] = []
    for byte in self {
      digits.append(lowerCaseDigits[Int(byte >> 4)])
      digits.append(lowerCaseDigits[Int(byte & 15)])
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

private let upperCaseDigits = Array("0123456789ABCDEF".utf8)
private let lowerCaseDigits = Array("0123456789abcdef".utf8)
