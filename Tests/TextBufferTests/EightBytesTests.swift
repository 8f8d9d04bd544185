import Testing
import TextBuffer

@Suite struct EightBytesTests {
  /// Every byte in every place, beside bytes that are easily taken for others.
  private static let words: [[UInt8]] = {
    var words: [[UInt8]] = []
    for beside: UInt8 in [0x00, 0x01, 0x1F, 0x20, 0x41, 0x7F, 0x80, 0xFF] {
      for place in 0..<8 {
        for byte in UInt8.min...UInt8.max {
          var word = [UInt8](repeating: beside, count: 8)
          word[place] = byte
          words.append(word)
        }
      }
    }
    return words
  }()

  private func word(_ bytes: [UInt8]) -> EightBytes {
    bytes.withUnsafeBytes { EightBytes($0.loadUnaligned(as: UInt64.self)) }
  }

  @Test(arguments: [0x00, 0x22, 0x5C, 0x7B, 0x7F, 0x80, 0xFF] as [UInt8])
  func `finds a byte wherever it stands, and none that is not there`(wanted: UInt8) {
    #expect(Self.words.filter { word($0).contains(wanted) != $0.contains(wanted) } == [])
  }

  @Test func `finds control characters and what is no ASCII`() {
    let controls = Self.words.filter { bytes in
      word(bytes).containsControl != bytes.contains { $0 < 0x20 }
    }
    #expect(controls == [])
    let others = Self.words.filter { bytes in
      word(bytes).containsOtherThanASCII != bytes.contains { $0 >= 0x7F }
    }
    #expect(others == [])
  }
}
