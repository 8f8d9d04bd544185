/// Does `operation` with each element, at most `limit` at once, and hands each result to `receive`, in the
/// order in which they come; ends early where that is false, or throws.
func forEach<Element: Sendable, Value: Sendable>(
  _ elements: [Element], atOnce limit: Int,
  _ operation: @escaping @Sendable (Element) async throws -> Value,
  receive: (Value) async throws -> Bool
) async throws {
  try await withThrowingTaskGroup(of: Value.self) { group in
    defer { group.cancelAll() }
    var rest = elements[...]
    for element in rest.prefix(limit) { group.addTask { try await operation(element) } }
    rest = rest.dropFirst(limit)
    while let value = try await group.next() {
      guard try await receive(value) else { return }
      if let element = rest.popFirst() { group.addTask { try await operation(element) } }
    }
  }
}
