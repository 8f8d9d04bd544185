/// Calls `body` with C strings that live as long as the call, and a null pointer at their end; a nil
/// stays a null pointer. One piece of memory holds them all.
func withCStrings<Result>(
  _ texts: [String?],
  _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  withCStrings(texts) { pointers, _ in body(pointers) }
}

/// As above, with their number.
func withCStrings<Result>(
  _ texts: [String?],
  _ body: (UnsafePointer<UnsafePointer<CChar>?>, Int32) -> Result
) -> Result {
  var characters: [CChar] = []
  var offsets: [Int?] = []
  for text in texts {
    if let text {
      offsets.append(characters.count)
      for byte in text.utf8 { characters.append(CChar(bitPattern: byte)) }
      characters.append(0)
    } else {
      offsets.append(nil)
    }
  }
  // So that the base address below exists.
  characters.append(0)
  return characters.withUnsafeBufferPointer { characters in
    guard let start = characters.baseAddress else { preconditionFailure("it is not empty") }
    let pointers = offsets.map { offset in offset.map { start + $0 } } + [nil]
    return pointers.withUnsafeBufferPointer { pointers in
      guard let first = pointers.baseAddress else { preconditionFailure("it is not empty") }
      return body(first, Int32(texts.count))
    }
  }
}
