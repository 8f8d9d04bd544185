/// An element of the answers of SNS and STS: its text or its children.
///
/// Attributes carry nothing but name spaces there, and are left out.
public struct XMLNode: Sendable, Hashable {
  /// Its name without a prefix.
  public let name: String
  /// The text directly in it, white space at its ends included.
  public internal(set) var text = ""
  /// The elements in it, in order.
  public internal(set) var children: [XMLNode] = []

  init(name: String) {
    self.name = name
  }

  /// The only child of this name.
  ///
  /// - Throws: ``XMLFailure`` where there is none, or several.
  public func child(_ name: String) throws(XMLFailure) -> XMLNode {
    let named = children.filter { $0.name == name }
    guard let only = named.first, named.count == 1 else {
      throw XMLFailure("<\(self.name)> has \(named.count) <\(name)>, not one")
    }
    return only
  }

  /// The text of the only child of this name.
  public func text(of name: String) throws(XMLFailure) -> String {
    try child(name).text
  }

  /// The text of the child of this name, or nil where there is none.
  public func textIfAny(of name: String) -> String? {
    children.first { $0.name == name }?.text
  }

  /// The `member` elements of a list; none where the list is missing.
  public func members(of name: String) -> [XMLNode] {
    children.first { $0.name == name }?.children.filter { $0.name == "member" } ?? []
  }
}

/// What is wrong with an XML text. It quotes names, never text.
public struct XMLFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
