/// Where a generated file or folder lies, relative to the folder that holds them all.
///
/// A value of this type can't leave that folder, and it is spelled with the same bytes everywhere:
/// only printable ASCII is allowed, because file systems disagree about how other letters are
/// composed, and neither `"` nor `\`, which a manifest would have to escape.
public struct GeneratedPath: Sendable, Hashable {
  /// The parts with `/` between them: `production/terraform/global/network.tf.json`.
  public let text: String

  /// Takes `text` as it is.
  ///
  /// Throws ``GeneratedTreeError/invalidPath(_:problem:)`` where it is empty, starts or ends with
  /// `/`, has an empty part, `.` or `..`, or holds a byte that is not allowed.
  public init(_ text: String) throws(GeneratedTreeError) {
    if let problem = Self.problem(with: text) {
      throw .invalidPath(text, problem: problem)
    }
    self.text = text
  }

  /// The path of something in the folder at this path.
  public func appending(_ text: String) throws(GeneratedTreeError) -> GeneratedPath {
    try GeneratedPath("\(self.text)/\(text)")
  }

  /// What `text` breaks, or nil where it is a path.
  private static func problem(with text: String) -> String? {
    let slash = UInt8(ascii: "/")
    guard let first = text.utf8.first else { return "it is empty" }
    guard first != slash else { return "it starts with a slash" }
    for byte in text.utf8 {
      switch byte {
      case 0: return "it holds a NUL byte"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return "it holds a quote or a backslash"
      case 0x20...0x7E: continue
      default: return "it holds something other than printable ASCII"
      }
    }
    for part in text.utf8.split(separator: slash, omittingEmptySubsequences: false) {
      if part.isEmpty { return "it has an empty part" }
      if part.elementsEqual(".".utf8) { return "it has the part ." }
      if part.elementsEqual("..".utf8) { return "it has the part .." }
    }
    return nil
  }

  /// Joins parts that are known to be valid.
  private init(unchecked text: some StringProtocol) { self.text = String(text) }
}

extension GeneratedPath {
  /// The folder that it lies in, or nil for the topmost part.
  var parent: GeneratedPath? {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { GeneratedPath(unchecked: text[..<$0]) }
  }

  /// All folders that it lies in, the topmost first.
  var ancestors: [GeneratedPath] {
    var ancestors: [GeneratedPath] = []
    var rest = text.utf8[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      ancestors.append(GeneratedPath(unchecked: text[..<slash]))
      rest = rest[rest.index(after: slash)...]
    }
    return ancestors
  }

  /// The topmost part: the folder of the environment that it belongs to.
  var environment: GeneratedPath {
    let end = text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
    return GeneratedPath(unchecked: text[..<end])
  }

  /// The path without its environment, or nil for the environment's own folder.
  var pathInEnvironment: GeneratedPath? {
    text.utf8.firstIndex(of: UInt8(ascii: "/"))
      .map { GeneratedPath(unchecked: text[text.utf8.index(after: $0)...]) }
  }

  /// The path that a file system which ignores case would take it for.
  var folded: String {
    let hasCapitals = text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return hasCapitals ? text.lowercased() : text
  }

  /// Something in the folder at this path, by a valid path.
  func appending(_ path: GeneratedPath) -> GeneratedPath {
    GeneratedPath(unchecked: "\(text)/\(path.text)")
  }

  /// How many folders it lies in.
  var depth: Int { text.utf8.count { $0 == UInt8(ascii: "/") } }

  /// The path, or nil where `text` is none.
  init?(validating text: some StringProtocol) {
    let text = String(text)
    guard Self.problem(with: text) == nil else { return nil }
    self.text = text
  }
}

extension GeneratedPath: Comparable {
  /// By bytes.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension GeneratedPath: CustomStringConvertible {
  /// The path itself.
  public var description: String { text }
}
