/// Where a value stands in its document: `.image.tag`, `.env[3].value`; the document itself is `.`.
public struct YAMLPath: Sendable, Hashable {
  /// One step down.
  public enum Step: Sendable, Hashable {
    /// To the value of a key.
    case key(String)
    /// To an element of a sequence, counted from 0.
    case index(Int)
  }

  /// The way down from the document itself.
  public let steps: [Step]

  /// Names a place by the way to it.
  public init(_ steps: [Step]) { self.steps = steps }
}

extension YAMLPath: CustomStringConvertible {
  /// The path as `yq` and `jq` write it.
  public var description: String {
    guard !steps.isEmpty else { return "." }
    let text = steps.map { step in
      switch step {
      case .key(let key): ".\(key)"
      case .index(let index): "[\(index)]"
      }
    }
    return text.joined()
  }
}
