/// What to write instead: in words, and as edits of the Swift in `cells/` that work as they stand.
///
/// The words follow from the edits, so that the two can't disagree:
///
/// ```swift
/// fix: .write("backupRetention: .days(35)", at: database.location)
/// fix: .write("VPC(availabilityZones: 2)", in: cell).or("move the cell to another region")
/// fix: "give one of the two another name"  // only a person can choose
/// ```
///
/// Code is given as it would be typed, whole: nothing in it is left to the reader.
public struct Fix: Sendable, Hashable {
  /// The instruction as a person reads it, without a full stop.
  public let text: String
  /// What has to be edited, all of it; empty where only a person can choose.
  public let edits: [SourceEdit]

  private init(_ text: String, _ edits: [SourceEdit]) {
    self.text = text
    self.edits = edits
  }
}

extension Fix: ExpressibleByStringInterpolation {
  /// Words for a person, who has to choose.
  public init(stringLiteral words: String) { self.init(advice: words) }
}

extension Fix: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}

extension Fix {
  /// Words for a person, who has to choose.
  public init(advice words: String) { self.init(words, []) }

  /// Gives arguments of the element at `place` other values, or adds them.
  ///
  /// - Parameters:
  ///   - code: arguments, `availabilityZones: 2`, or the element with these alone,
  ///     `EKS(version: "1.36")`; those that it does not name stay as they are.
  ///   - place: where the element stands. A value that an element leaves to its default has the place
  ///     of the cell or environment: there the element, which `code` then names, is written into the
  ///     block.
  ///   - name: whose element it is, where that is not the one to blame: `cell-b`.
  public static func write(
    _ code: String, at place: SourceLocation, on name: String? = nil
  ) -> Fix {
    Fix("write `\(code)`" + (name.map { " on \($0)" } ?? ""), [SourceEdit(.set, code, at: place)])
  }

  /// Writes an element into the block of the one at `place`, or changes the one that it has.
  ///
  /// - Parameters:
  ///   - code: the element, `VPC(availabilityZones: 2)`, with a block of its own where that matters.
  ///   - place: where the element stands that gets it: a cell, an environment, `EKS`, `EachCell`.
  ///   - name: what that is called: `cell-usw1-01`.
  public static func write(_ code: String, in place: SourceLocation, called name: String) -> Fix {
    Fix("write `\(code)` in \(name)", [SourceEdit(.include, code, at: place)])
  }

  /// Writes an element into the block in which the one at `place` stands.
  public static func write(_ code: String, beside place: SourceLocation) -> Fix {
    Fix("write `\(code)` beside it", [SourceEdit(.append, code, at: place)])
  }

  /// Takes an argument of the element at `place` away, or the whole element.
  ///
  /// - Parameter code: an argument with its value or without, `cidr:`, or the element; of that the
  ///   name counts, so that `Run(.api, …)` will do.
  public static func leaveOut(_ code: String, at place: SourceLocation) -> Fix {
    Fix("leave out `\(code)`", [SourceEdit(.remove, code, at: place)])
  }

  /// Both: the edits work together or not at all.
  public func and(_ other: Fix) -> Fix { Fix("\(text) and \(other.text)", edits + other.edits) }

  /// Another way out, which is left to a person.
  public func or(_ words: String) -> Fix { Fix("\(text), or \(words)", edits) }

  /// Joins words that are too long for one line of source.
  public static func + (left: Fix, right: Fix) -> Fix {
    Fix(left.text + right.text, left.edits + right.edits)
  }

  /// Words that say more of the edit: why so, or what it brings about.
  public func saying(_ words: String) -> Fix { Fix("\(text), \(words)", edits) }
}
