extension OutRoot {
  /// This root with something where an expectation wants nothing: at the end of `argument`, in the block
  /// at `address` or as a block of its own.
  func planting(_ address: String, _ argument: ArgumentPath) -> OutRoot {
    var planted = self
    let pointer = locate(address)
    if argument.steps.isEmpty {
      let type = OutPointer(keys: [.member("resource"), .member(address)])
      planted.value = value.setting(type, to: ["planted": [:]])
    } else if let pointer, let last = argument.steps.last {
      let holders = argument.steps.dropLast().reduce([pointer]) { pointers, step in
        pointers.flatMap { locate([step], from: $0) }
      }
      for holder in holders.map({ document(at: $0) ?? $0 }) {
        planted.value = planted.value.planting(last, in: holder)
      }
    }
    return planted
  }
}

extension OutValue {
  fileprivate func planting(_ step: ArgumentPath.Step, in holder: OutPointer) -> OutValue {
    switch (step, self[holder]) {
    case (.member(let name), .object):
      return setting(OutPointer(keys: holder.keys + [.member(name)]), to: "planted")
    case (.holding(let inner, let text), .object):
      return setting(
        OutPointer(keys: holder.keys + [.member("planted")]), to: Self.holding(inner[...], text))
    case (.holding(let inner, let text), .list(let elements)):
      return replacing(holder, with: .list(elements + [Self.holding(inner[...], text)]))
    case (_, _): return self
    }
  }

  /// A value that a step like `[path=text]` finds.
  private static func holding(_ path: ArraySlice<ArgumentPath.Step>, _ text: String) -> OutValue {
    switch path.first {
    case .member(let name): .object([name: holding(path.dropFirst(), text)])
    case .element: .list([holding(path.dropFirst(), text)])
    case .holding, nil: .text(text)
    }
  }

  /// This value with a member that it did not have.
  fileprivate func setting(_ pointer: OutPointer, to value: OutValue) -> OutValue {
    let parent = OutPointer(keys: pointer.keys.dropLast())
    guard case .object(var members)? = self[parent], case .member(let name)? = pointer.keys.last
    else { return self }
    members[name] = value
    return replacing(parent, with: .object(members))
  }
}
