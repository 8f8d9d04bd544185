/// A value together with the place in the source where it was written.
public struct Placed<Wrapped> {
  /// What was written.
  public var value: Wrapped
  /// Where.
  public var location: SourceLocation

  /// Attaches `location` to `value`.
  public init(_ value: Wrapped, at location: SourceLocation) {
    self.value = value
    self.location = location
  }

  /// Another value from the same place.
  public func map<New>(_ transform: (Wrapped) -> New) -> Placed<New> {
    Placed<New>(transform(value), at: location)
  }
}

extension Placed: Sendable where Wrapped: Sendable {}
extension Placed: Equatable where Wrapped: Equatable {}
extension Placed: Hashable where Wrapped: Hashable {}
