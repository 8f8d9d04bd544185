/// Walks a value and sends libyaml its events.
struct YAMLWriter {
  private let emitter: LibYAMLEmitter
  /// The way to the value in hand, so that a failure can say where it is.
  private var steps: [YAMLPath.Step] = []

  /// - Throws: ``YAMLFailure/emitter(problem:)`` where libyaml gets no memory.
  init() throws(YAMLFailure) { emitter = try LibYAMLEmitter() }

  /// The text of one document that holds `value`.
  mutating func text(of value: YAMLValue) throws(YAMLFailure) -> [UInt8] {
    try emitter.startDocument()
    try write(value)
    return try emitter.endDocument()
  }

  private mutating func write(_ value: YAMLValue) throws(YAMLFailure) {
    switch value {
    case .null: try emitter.plain("null")
    case .bool(let truth): try emitter.plain(truth ? "true" : "false")
    case .integer(let number): try emitter.plain(String(number))
    case .number(let number): try write(number)
    case .string(let text): try write(text, as: steps.isEmpty ? .root : .value)
    case .sequence(let elements): try write(elements)
    case .mapping(let members): try write(members)
    }
  }

  private mutating func write(_ elements: [YAMLValue]) throws(YAMLFailure) {
    try emitter.startSequence()
    for (index, element) in elements.enumerated() {
      steps.append(.index(index))
      try write(element)
      steps.removeLast()
    }
    try emitter.endSequence()
  }

  private mutating func write(_ members: [YAMLMember]) throws(YAMLFailure) {
    if let key = members.firstDuplicateKey {
      throw .duplicateKey(key, path: YAMLPath(steps + [.key(key)]))
    }
    try emitter.startMapping()
    for member in members {
      steps.append(.key(member.key))
      try write(member.key, as: .key)
      try write(member.value)
      steps.removeLast()
    }
    try emitter.endMapping()
  }

  private func write(_ text: String, as role: ScalarRole) throws(YAMLFailure) {
    guard text.utf8.count <= Int(Int32.max) else {
      throw .textTooLong(bytes: text.utf8.count, path: YAMLPath(steps))
    }
    try emitter.scalar(text, as: role)
  }

  /// The shortest text that reads back as `number`, in the one form that all readers take for a float.
  ///
  /// YAML 1.1 demands a point and a signed exponent, so that `1e+21` has to be `1.0e+21`.
  /// Source: yaml.org/type/float.html (2005).
  private func write(_ number: Double) throws(YAMLFailure) {
    guard number.isFinite else { throw .numberNotFinite(number, path: YAMLPath(steps)) }
    let text = String(number)
    guard !text.utf8.contains(UInt8(ascii: ".")), let exponent = text.firstIndex(of: "e") else {
      return try emitter.plain(text)
    }
    try emitter.plain("\(text[..<exponent]).0\(text[exponent...])")
  }
}

extension [YAMLMember] {
  /// A key that stands twice, if one does.
  ///
  /// Small mappings are compared pair by pair: that is faster than hashing their keys.
  fileprivate var firstDuplicateKey: String? {
    guard count > 12 else {
      return indices.first { index in self[..<index].contains { $0.key == self[index].key } }
        .map { self[$0].key }
    }
    var seen: Set<String> = []
    seen.reserveCapacity(count)
    return first { !seen.insert($0.key).inserted }?.key
  }
}
