public import JSONText

/// Reads the members of an object and collects all that is wrong, so that a caller learns of everything
/// at once.
public struct FieldReader {
  private let object: JSONObject
  private let path: String
  private var known: Set<String> = []
  /// What was wrong so far.
  public private(set) var problems: [FieldProblem] = []

  /// Reads `value`, which should be an object.
  public init(_ value: JSONValue) {
    self.init(value, path: "")
  }

  private init(_ value: JSONValue, path: String) {
    self.path = path
    if case .object(let object) = value {
      self.object = object
    } else {
      object = JSONObject()
      problems.append(
        FieldProblem(path.isEmpty ? "body" : path, "must be an object, not \(value.kind)"))
    }
  }

  /// A text of so many characters, without control characters but tabs, and line ends where it may have
  /// several lines.
  public mutating func text(
    _ name: String, length: ClosedRange<Int>, severalLines: Bool = false
  ) -> String {
    guard let value = member(name) else { return missing(name) ?? "" }
    guard case .string(let text) = value else {
      return wrong(name, "must be a string, not \(value.kind)") ?? ""
    }
    if let problem = Self.problem(of: text, length: length, severalLines: severalLines) {
      note(name, problem)
    }
    return text
  }

  /// One of the raw values of an enumeration.
  public mutating func choice<Choice>(_ name: String, default: Choice? = nil) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let value = member(name) else { return `default` ?? missing(name) }
    guard let text = value.text, let choice = Choice(rawValue: text) else {
      let choices = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      return wrong(name, "must be \(choices)")
    }
    return choice
  }

  /// True or false.
  public mutating func boolean(_ name: String, default: Bool) -> Bool {
    guard let value = member(name) else { return `default` }
    guard case .bool(let truth) = value else {
      return wrong(name, "must be true or false, not \(value.kind)") ?? `default`
    }
    return truth
  }

  /// A list of texts; absent is empty.
  public mutating func texts(
    _ name: String, count: ClosedRange<Int>, length: ClosedRange<Int>
  ) -> [String] {
    guard let value = member(name) else { return [] }
    guard case .array(let elements) = value else {
      return wrong(name, "must be a list of strings, not \(value.kind)") ?? []
    }
    if !count.contains(elements.count) {
      note(name, "has \(elements.count) elements; at most \(count.upperBound) are taken")
      return []
    }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      if case .string(let text) = element {
        if let problem = Self.problem(of: text, length: length, severalLines: false) {
          note("\(name)[\(index)]", problem)
        }
        texts.append(text)
      } else {
        note("\(name)[\(index)]", "must be a string, not \(element.kind)")
      }
    }
    return texts
  }

  /// An object within the object; absent is empty.
  public mutating func object<Read>(
    _ name: String, _ read: (inout FieldReader) -> Read
  ) -> Read {
    var reader = FieldReader(member(name) ?? .object(JSONObject()), path: path + name)
    let result = read(&reader)
    reader.refuseUnknown()
    problems += reader.problems
    return result
  }

  /// A telephone number.
  public mutating func phoneNumber(_ name: String) -> PhoneNumber? {
    guard let value = member(name) else { return missing(name) }
    guard let number = value.text.flatMap(PhoneNumber.init) else {
      return wrong(name, "must be a number in E.164 form, like `+14155550123`")
    }
    return number
  }

  /// Ends the reading: throws all that was wrong, members that nobody asked for among it.
  public mutating func finish() throws(InvalidRequest) {
    refuseUnknown()
    if !problems.isEmpty { throw InvalidRequest(problems) }
  }

  private mutating func refuseUnknown() {
    for name in object.members.map(\.name) where !known.contains(name) {
      let names = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
      note(name, "is unknown; known are \(names)")
    }
  }

  private mutating func member(_ name: String) -> JSONValue? {
    known.insert(name)
    return object[name]
  }

  private mutating func missing<Value>(_ name: String) -> Value? { wrong(name, "is missing") }

  private mutating func wrong<Value>(_ name: String, _ problem: String) -> Value? {
    note(name, problem)
    return nil
  }

  private mutating func note(_ name: String, _ problem: String) {
    problems.append(FieldProblem(path.isEmpty ? name : "\(path).\(name)", problem))
  }

  private static func problem(
    of text: String, length: ClosedRange<Int>, severalLines: Bool
  ) -> String? {
    let count = text.unicodeScalars.count
    if count < length.lowerBound {
      return count == 0
        ? "must not be empty"
        : "has \(count) characters; at least \(length.lowerBound) are asked for"
    }
    if count > length.upperBound {
      return "has \(count) characters; at most \(length.upperBound) are taken"
    }
    for scalar in text.unicodeScalars where scalar.isControl && scalar != "\t" {
      guard scalar == "\n" || scalar == "\r" else { return "holds a control character" }
      if !severalLines { return "must be one line" }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it is of the category `Cc`, which will never hold others than these.
  /// Source: Unicode Standard, "Unicode Character Encoding Stability Policies", 2026-11.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}
