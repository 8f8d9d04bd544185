import SourceLocations

/// A file that is being edited: its text now, and where its old places have gone.
///
/// Places are those of the text that was compiled, however much has been edited since. Edits of one
/// fix may build on each other; a later fix must not undo what an earlier one wrote.
struct SourceFile: Sendable {
  /// The path in places.
  let path: String
  /// UTF-8, as it is now.
  private(set) var bytes: [UInt8]

  /// A replacement, in offsets of the text that it was made in.
  private struct Change {
    let start: Int
    let removed: Int
    let inserted: Int

    /// Where an offset behind or before the replaced text has gone; nil for one within it.
    func moved(_ offset: Int) -> Int? {
      if offset < start { return offset }
      return offset >= start + removed ? offset + inserted - removed : nil
    }
  }

  /// Where each line of the compiled text begins.
  private let lineStarts: [Int]
  private var changes: [Change] = []
  /// What earlier fixes wrote, in offsets of the text as it is now.
  private var settled: [Range<Int>] = []
  /// What the present fix wrote.
  private var pending: [Range<Int>] = []

  /// A file as it was compiled.
  init(path: String, text: String) {
    self.path = path
    let bytes = Array(text.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The text as it is now.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A part of the text as it is now.
  func text(of range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The tokens of the text as it is now.
  func source() throws(EditingFailure) -> SwiftSource {
    do throws(SwiftScanner.Failure) {
      return try SwiftSource(bytes)
    } catch {
      throw .unreadable(location(of: error.offset), problem: error.problem)
    }
  }

  /// Where a place of the compiled text is now; nil where it is gone. Columns count bytes.
  func offset(of place: SourceLocation) -> Int? {
    guard lineStarts.indices.contains(place.line - 1), place.column > 0 else { return nil }
    var offset = lineStarts[place.line - 1] + place.column - 1
    for change in changes {
      guard let moved = change.moved(offset) else { return nil }
      offset = moved
    }
    return offset
  }

  /// The line and column of an offset in the text as it is now.
  func location(of offset: Int) -> SourceLocation {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return SourceLocation(file: path, line: line, column: offset - start + 1)
  }

  /// Puts `text` in the place of a range; nothing happens where it stands there already.
  ///
  /// - Throws: where an earlier fix wrote something else there; white space is nobody's.
  mutating func replace(_ range: Range<Int>, with text: String) throws(EditingFailure) {
    let new = Array(text.utf8)
    guard !bytes[range].elementsEqual(new) else { return }
    let isSpace = bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    if !isSpace, settled.contains(where: { $0.overlaps(range) }) {
      throw .contradiction(location(of: range.lowerBound))
    }
    bytes.replaceSubrange(range, with: new)
    let change = Change(start: range.lowerBound, removed: range.count, inserted: new.count)
    changes.append(change)
    settled = settled.map { Self.moved($0, by: change) }
    pending = pending.map { Self.moved($0, by: change) }
    pending.append(range.lowerBound..<range.lowerBound + new.count)
  }

  /// Ends a fix: what it wrote must stay.
  mutating func settle() {
    settled += pending
    pending = []
  }

  private static func moved(_ range: Range<Int>, by change: Change) -> Range<Int> {
    let end = change.start + change.removed
    let growth = change.inserted - change.removed
    let lower = range.lowerBound >= end ? range.lowerBound + growth : range.lowerBound
    // What is inserted right behind the range is no part of it.
    let reaches = change.removed == 0 ? range.upperBound > end : range.upperBound >= end
    let upper = reaches ? range.upperBound + growth : range.upperBound
    return lower..<max(lower, upper)
  }
}
