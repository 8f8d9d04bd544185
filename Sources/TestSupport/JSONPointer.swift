/// A place in a JSON value: `/resource/aws_vpc/main/tags/kubernetes.io~1role~1elb`.
///
/// Source: RFC 6901. `~1` stands for `/` and `~0` for `~` in a name.
struct JSONPointer: Sendable, CustomStringConvertible {
  /// As it was written.
  let description: String
  /// Names and positions, outermost first.
  let steps: [String]

  /// Reads a pointer; what stands before its first `/` is no part of it.
  init(_ text: String) {
    description = text
    steps = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }
}

extension JSONValue {
  /// The value at the end of `steps`; nil where one leads nowhere.
  func value(at steps: ArraySlice<String>) -> JSONValue? {
    guard let step = steps.first else { return self }
    return child(step)?.value(at: steps.dropFirst())
  }

  /// The value with `new` at the end of `steps`, or without what is there where `new` is nil.
  ///
  /// Only the last step may lead to something new. Nil where the others lead nowhere.
  func changed(at steps: ArraySlice<String>, to new: JSONValue?) -> JSONValue? {
    guard let step = steps.first else { return new }
    let rest = steps.dropFirst()
    if rest.isEmpty { return replacing(step, with: new) }
    guard let child = child(step)?.changed(at: rest, to: new) else { return nil }
    return replacing(step, with: child)
  }

  private func child(_ step: String) -> JSONValue? {
    switch self {
    case .object(let members): members[step]
    case .array(let elements):
      Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
    case .null, .bool, .integer, .number, .string: nil
    }
  }

  private func replacing(_ step: String, with new: JSONValue?) -> JSONValue? {
    switch self {
    case .object(var members):
      members[step] = new
      return .object(members)
    case .array(var elements):
      guard let position = Int(step), elements.indices.contains(position) else { return nil }
      elements.replaceSubrange(position...position, with: new.map { [$0] } ?? [])
      return .array(elements)
    case .null, .bool, .integer, .number, .string:
      return nil
    }
  }
}
