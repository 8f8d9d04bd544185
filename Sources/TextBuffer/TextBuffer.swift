/// Text in UTF-8 that grows at its end: what a writer of files puts its pieces into.
///
/// `[UInt8]` asks at every piece whether it shares its bytes; this has one owner by its type. The
/// memory from `start` on holds `capacity` bytes, of which the first `count` are written, and nothing
/// else points to it: it is allocated here, and freed where the buffer ends.
public struct TextBuffer: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int

  /// An empty text.
  public init() {
    capacity = 16_384
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// Everything that has been appended.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Appends one byte.
  @inlinable public mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  /// Appends bytes.
  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Appends text of ours.
  @inlinable public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0) }
  }

  /// Appends text as it is.
  @inlinable public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a byte so many times.
  @inlinable public mutating func append(_ byte: UInt8, times: Int) {
    reserve(times)
    (start + count).update(repeating: byte, count: times)
    count += times
  }

  /// Makes room for so many bytes more.
  @inlinable mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @usableFromInline mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
