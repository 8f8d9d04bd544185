import CellPrimitives
import SourceLocations

/// A value of a resolved fleet that is nobody's: it takes the place of one that can't be read.
///
/// The mistake itself is reported already, so the rules that would judge the value pass over it.
struct UnreadValue: Sendable, Hashable {
  /// The values that a rule would judge by themselves.
  enum Kind {
    /// A cell's address space.
    case network
    /// A cluster's Kubernetes version.
    case kubernetesVersion
    /// A database's engine version.
    case engineVersion
    /// When a database is backed up or maintained.
    case databaseWindow
  }

  /// What could not be read.
  let kind: Kind
  /// Where it stands, or where the cell that lacks it does.
  let location: SourceLocation
}

extension ResolvedFleet {
  /// Whether the value of this kind at `location` is a stand-in.
  func isUnread(_ kind: UnreadValue.Kind, at location: SourceLocation) -> Bool {
    unread.contains(UnreadValue(kind: kind, location: location))
  }
}

/// Values that take the place of ones that can't be read; never part of a validated fleet.
enum StandIn {
  static let account = constant(AccountID("000000000000"))
  static let network = constant(networkBlock(255))
  static let domain = constant { () throws(InvalidValue) in
    try DomainName(parsing: "unreadable.example")
  }
  static let engine = constant { () throws(InvalidValue) in try EngineVersion(parsing: "16.8") }
  static let kubernetes = constant { () throws(InvalidValue) in
    try KubernetesVersion(parsing: "1.35")
  }

  private static func constant<Value>(_ parse: () throws(InvalidValue) -> Value) -> Value {
    constant({ do throws(InvalidValue) { return try parse() } catch { return nil } }())
  }

  /// Traps only where a literal above is not what its own type accepts.
  private static func constant<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a stand-in is no \(Value.self)") }
    return value
  }
}
