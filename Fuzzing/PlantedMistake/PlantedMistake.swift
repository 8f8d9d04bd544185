/// A reader of `%XX` with a mistake that nobody sees at once: it takes the two digits after `%2` for granted.
/// What looks for mistakes in readers must find it; nobody uses it.
public enum PlantedMistake {
  /// Reads `bytes`; traps where they end within such an escape.
  public static func check(_ bytes: [UInt8]) throws {
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "%") else {
        position += 1
        continue
      }
      guard position + 1 < bytes.count else { return }
      if bytes[position + 1] == UInt8(ascii: "2") { _ = bytes[position + 2] }
      position += 2
    }
  }
}
