public import SourceLocations

/// Declares one use of a resource by a service.
///
/// The property's type is the access itself; a running service turns it into a handle.
@propertyWrapper public struct Uses<Allowed: Access>: Sendable {
  /// What is allowed.
  public let wrappedValue: Allowed
  /// Where it was declared.
  public let location: SourceLocation

  /// Declares `access`.
  public init(
    _ access: Allowed, file: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    wrappedValue = access
    location = SourceLocation(file: file, line: line, column: column)
  }
}

/// `Uses` without its generic parameter.
private protocol AnyUses {
  var access: any Access { get }
  var location: SourceLocation { get }
}

extension Uses: AnyUses {
  fileprivate var access: any Access { wrappedValue }
}

/// All that a service may use: stored properties that are `@Uses`, and nothing else.
public protocol ServiceResources: Sendable {
  /// The declaration is a value of constants.
  init()
}

/// One line of a service's declaration.
public struct DeclaredUse: Sendable {
  /// The property's name.
  public let property: String
  /// What it allows.
  public let access: any Access
  /// Where it was declared.
  public let location: SourceLocation
}

extension ServiceResources {
  /// Every use, in source order.
  ///
  /// Traps on a stored property that is not `@Uses`: it would be reachable at run time, but stand in
  /// no policy.
  public static var declared: [DeclaredUse] {
    Mirror(reflecting: Self()).children.map { child in
      guard let use = child.value as? any AnyUses, let label = child.label else {
        preconditionFailure("\(Self.self).\(child.label ?? "?") must be declared with @Uses")
      }
      return DeclaredUse(
        property: String(label.dropFirst()), access: use.access, location: use.location)
    }
  }
}
