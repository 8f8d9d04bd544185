/// Where in a block an argument stands, as Terraform writes it:
/// `rule[name=rate-limit].action.block`, `tags["karpenter.sh/discovery"]`, `subnet_ids[0]`.
///
/// `[path=value]` is the one element of a list, or member of an object, whose own argument at `path`
/// has that value; value or key stand in quotes where they hold a bracket. A path leads on through
/// `${jsonencode(local.name)}` into that local value.
struct ArgumentPath: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  enum Step: Hashable, Sendable {
    case member(String)
    case element(Int)
    case holding([Step], String)
  }

  let steps: [Step]
  let description: String

  /// Traps where `text` is no path.
  init(_ text: String) {
    description = text
    steps = Self.steps(of: text)
  }

  init(stringLiteral text: String) { self.init(text) }

  private static func steps(of text: String) -> [Step] {
    var steps: [Step] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "[" {
        let inside = bracketed(rest)
        steps.append(step(inBrackets: inside))
        rest.removeFirst(inside.count + 2)
      } else {
        if first == "." { rest.removeFirst() }
        let name = rest.prefix { $0 != "." && $0 != "[" }
        precondition(!name.isEmpty, "\(text) has an empty step")
        steps.append(.member(String(name)))
        rest.removeFirst(name.count)
      }
    }
    return steps
  }

  /// What stands between the bracket at the start of `text` and the one that closes it.
  private static func bracketed(_ text: Substring) -> Substring {
    var depth = 0
    var isQuoted = false
    for index in text.indices {
      switch text[index] {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: depth += 1
      case "]" where !isQuoted:
        depth -= 1
        if depth == 0 { return text[text.index(after: text.startIndex)..<index] }
      default: continue
      }
    }
    preconditionFailure("\(text) lacks a closing bracket")
  }

  private static func step(inBrackets inside: Substring) -> Step {
    if inside.first == "\"" { return .member(unquoted(inside)) }
    if let index = Int(inside) { return .element(index) }
    guard let equals = inside.firstIndex(of: "=") else { preconditionFailure("no [\(inside)]") }
    return .holding(
      steps(of: String(inside[..<equals])), unquoted(inside[inside.index(after: equals)...]))
  }

  private static func unquoted(_ text: Substring) -> String {
    String(text.first == "\"" ? text.dropFirst().dropLast() : text)
  }
}
