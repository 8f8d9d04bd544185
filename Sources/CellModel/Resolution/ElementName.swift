/// What messages call an element, and how fixes write it.
struct ElementName: Hashable {
  /// `a VPC`.
  let words: String
  /// `VPC(…)`.
  let code: String

  private init(words: String, code: String) {
    self.words = words
    self.code = code
  }

  /// The only one of its type: `a VPC`.
  init(only type: String) {
    let article = "AEIO".contains(type.prefix(1)) ? "an" : "a"
    self.init(words: "\(article) \(type)", code: "\(type)(…)")
  }

  /// The one of its type that is told apart by its first argument: `Run(.api)`.
  init(_ type: String, of name: String) {
    self.init(words: "\(type)(.\(name))", code: "\(type)(.\(name))")
  }

  /// The node group of this name.
  init(nodeGroup name: String) {
    self.init(words: "the node group \(name)", code: "NodeGroup(…)")
  }
}
