/// Reads one secret.
public protocol SecretReader: Sendable {
  /// The current value. It is kept for some minutes; `refresh` reads it anew, which is what to do when
  /// the value was refused.
  func current(refresh: Bool) async throws -> SecretValue
}

extension SecretReader {
  /// The current value, perhaps some minutes old.
  public func current() async throws -> SecretValue { try await current(refresh: false) }
}

/// A secret's value, which neither its description nor `dump` shows.
public struct SecretValue: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// The value itself.
  public let value: String

  /// Hides a value.
  public init(_ value: String) { self.value = value }

  /// Nothing of the value.
  public var description: String { "<secret>" }
  /// Nothing of it.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
