/// A part of a list, newest first.
public struct Page<Element: Sendable>: Sendable {
  /// At most as many as were asked for.
  public let elements: [Element]
  /// What to go on after, where there is more.
  public let next: String?

  init(elements: [Element], next: String?) {
    self.elements = elements
    self.next = next
  }

  /// Cuts off the one element that was asked for beyond `limit`, to see whether there is more.
  init(_ elements: [Element], limit: Int, id: (Element) -> String) {
    if elements.count > limit {
      self.elements = Array(elements.prefix(limit))
      next = self.elements.last.map(id)
    } else {
      self.elements = elements
      next = nil
    }
  }
}
