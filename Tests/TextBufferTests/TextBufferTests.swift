import Testing
import TextBuffer

@Suite struct TextBufferTests {
  @Test func `keeps what was appended, in order, beyond its first size`() {
    var buffer = TextBuffer()
    var expected: [UInt8] = []
    for number in 0..<5_000 {
      let text = "line \(number) é\n"
      buffer.append(text)
      buffer.append(": " as StaticString)
      buffer.append(0x20, times: number % 7)
      buffer.append(UInt8(ascii: ","))
      expected += Array(text.utf8) + Array(": ".utf8)
      expected += [UInt8](repeating: 0x20, count: number % 7) + [UInt8(ascii: ",")]
    }
    #expect(buffer.bytes == expected)
  }

  @Test func `takes a piece that is larger than all before`() {
    var buffer = TextBuffer()
    let piece = [UInt8](repeating: 0x61, count: 100_000)
    buffer.append(UInt8(ascii: "b"))
    piece.withUnsafeBufferPointer { buffer.append($0) }
    #expect(buffer.bytes == [UInt8(ascii: "b")] + piece)
  }

  @Test func `is empty at first, and stays so where nothing is appended`() {
    var buffer = TextBuffer()
    buffer.append("")
    buffer.append(0x20, times: 0)
    buffer.append(UnsafeBufferPointer(start: nil, count: 0))
    #expect(buffer.bytes == [])
  }
}
