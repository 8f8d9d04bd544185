/// The difference of two texts of a file, as `diff -u` prints it.
public struct UnifiedDifference: Sendable {
  /// A line that is in both texts, or in one.
  private enum Line {
    case same(String)
    case removed(String)
    case added(String)

    var isSame: Bool {
      switch self {
      case .same: true
      case .removed, .added: false
      }
    }
  }

  /// How many lines around a change are shown.
  private static let context = 3

  /// What the file is called.
  public let path: String
  private let lines: [Line]

  /// Compares two texts of the file that is called `path`.
  public init(of path: String, from old: String, to new: String) {
    self.path = path
    let before = Self.lines(of: old)
    let after = Self.lines(of: new)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        lines.append(.removed(before[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(after[right]))
        right += 1
      } else {
        lines.append(.same(before[left]))
        left += 1
        right += 1
      }
    }
    self.lines = lines
  }

  /// The difference without a line feed at its end; empty for equal texts.
  public var text: String {
    let hunks = hunks
    guard !hunks.isEmpty else { return "" }
    return (["--- \(path)", "+++ \(path)"] + hunks.flatMap(text)).joined(separator: "\n")
  }

  /// The lines of each hunk, by their numbers in `lines`.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for number in lines.indices where !lines[number].isSame {
      let start = max(0, number - Self.context)
      let end = min(lines.count, number + Self.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func text(of hunk: Range<Int>) -> [String] {
    let before = count(lines[..<hunk.lowerBound])
    let size = count(lines[hunk])
    let old = "\(before.old + (size.old == 0 ? 0 : 1)),\(size.old)"
    let new = "\(before.new + (size.new == 0 ? 0 : 1)),\(size.new)"
    return ["@@ -\(old) +\(new) @@"]
      + lines[hunk].map { line in
        switch line {
        case .same(let text): " " + text
        case .removed(let text): "-" + text
        case .added(let text): "+" + text
        }
      }
  }

  private func count(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
    lines.reduce(into: (0, 0)) { counts, line in
      switch line {
      case .same: counts = (counts.0 + 1, counts.1 + 1)
      case .removed: counts.0 += 1
      case .added: counts.1 += 1
      }
    }
  }

  private static func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }
}
