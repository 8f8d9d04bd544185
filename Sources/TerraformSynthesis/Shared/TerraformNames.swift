/// A block's name from a name of ours: `alert-processing` becomes `alert_processing`.
///
/// A name of ours may begin with a digit, a block's may not.
func blockName(_ parts: String...) -> String {
  let bytes = parts.joined(separator: "_").utf8.map { byte in
    byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
  }
  let name = String(decoding: bytes, as: UTF8.self)
  return name.first?.isNumber == true ? "_\(name)" : name
}
