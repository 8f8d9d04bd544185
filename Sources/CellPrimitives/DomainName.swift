/// A host name: labels of letters, digits and hyphens, in lower case, without a dot at its end.
///
/// Source: RFC 1035, section 2.3.1 and 2.3.4, and RFC 1123, section 2.1 (a label may begin with a
/// digit; the last one is not a number, which would make the name look like an address).
public struct DomainName: Sendable, Hashable {
  /// Why a text is not a host name.
  public typealias Invalid = InvalidValue

  /// The longest name in characters: 255 bytes on the wire, less a length and the root's label.
  public static let maximumLength = 253
  /// The longest label in characters.
  public static let maximumLabelLength = 63

  /// The name as it is written.
  public let name: String

  /// The parts between the dots, the host's first.
  public var labels: [String] { name.split(separator: ".").map(String.init) }

  /// Checks that `text` is a host name; throws what is wrong with it.
  public init(parsing text: some StringProtocol) throws(Invalid) {
    guard !text.isEmpty else {
      throw Invalid("the domain name is empty", fix: "write a name such as \"api.example.com\"")
    }
    guard text.utf8.count <= Self.maximumLength else {
      throw Invalid(
        "the domain name \"\(text)\" has \(text.utf8.count) characters",
        fix: "write at most \(Self.maximumLength)")
    }
    guard text.last != "." else {
      throw Invalid("\"\(text)\" ends with a dot", instead: "\(text.dropLast())")
    }
    let lowercase = text.lowercased()
    guard lowercase == text else {
      throw Invalid("\"\(text)\" has upper-case letters", instead: lowercase)
    }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    for label in labels { try Self.check(label: label, in: text) }
    if let last = labels.last, Self.isNumber(last) {
      throw Invalid(
        "\"\(text)\" ends with the number \"\(last)\", as an IP address does",
        fix: "write a name that ends with letters, such as \"api.example.com\"")
    }
    name = String(text)
  }

  /// Whether this name lies below `parent`; a name is not below itself.
  public func isSubdomain(of parent: DomainName) -> Bool { name.hasSuffix("." + parent.name) }

  /// Whether a record of this name can stand in the hosted zone `zone`: the zone's own name or one
  /// below it.
  public func belongs(to zone: DomainName) -> Bool { self == zone || isSubdomain(of: zone) }

  private static func check(
    label: some StringProtocol, in text: some StringProtocol
  ) throws(Invalid) {
    guard !label.isEmpty else {
      throw Invalid(
        "\"\(text)\" has an empty label", fix: "write one dot between labels and none in front")
    }
    guard label.utf8.count <= maximumLabelLength else {
      throw Invalid(
        "the label \"\(label)\" of \"\(text)\" has \(label.utf8.count) characters",
        fix: "write at most \(maximumLabelLength)")
    }
    if let stray = label.first(where: { !allowed.contains($0) }) {
      throw Invalid(
        "\"\(text)\" has \"\(stray)\" in the label \"\(label)\"",
        fix: "write letters, digits and hyphens")
    }
    guard label.first != "-", label.last != "-" else {
      throw Invalid(
        "the label \"\(label)\" of \"\(text)\" begins or ends with a hyphen",
        fix: "write hyphens only between letters and digits")
    }
  }

  private static let allowed: Set<Character> = Set("abcdefghijklmnopqrstuvwxyz0123456789-")

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension DomainName: Comparable {
  /// By the text of the name.
  public static func < (left: DomainName, right: DomainName) -> Bool { left.name < right.name }
}

extension DomainName: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
