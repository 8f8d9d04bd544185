import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

/// Turns a description into a resolved fleet and collects what could not be resolved.
///
/// A value that can't be read is replaced by a stand-in, as compilers do, so that one mistake does
/// not hide the next. The errors keep such a fleet from ever being synthesized.
struct Resolution {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func resolve(_ fleet: Fleet) -> ResolvedFleet {
    let environments = fleet.environments.map { resolve($0.value) }
    return ResolvedFleet(
      environments: environments.sorted { ($0.name, $0.location) < ($1.name, $1.location) })
  }

  mutating func report(
    _ rule: String, at location: SourceLocation, _ message: String, fix: String,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, rule: rule, at: location, message, fix: fix, notes: notes))
  }

  /// Reports `invalid` and goes on with `standIn`.
  mutating func recover<Value>(
    at location: SourceLocation, _ subject: String, with standIn: Value,
    _ parse: () throws(InvalidValue) -> Value
  ) -> Value {
    do throws(InvalidValue) {
      return try parse()
    } catch {
      report("invalid-value", at: location, "\(subject): \(error.message)", fix: error.fix)
      return standIn
    }
  }

  /// The one element of its kind, where `elements` holds at most one; reports every further one.
  mutating func single<Element>(
    _ elements: [Placed<Element>], called name: String, in owner: String
  ) -> Placed<Element>? {
    reportDuplicates(of: elements.map { (name, $0.location) }, in: owner)
    return elements.first
  }

  /// Reports each name that stands in `elements` again.
  mutating func reportDuplicates(of elements: [(name: String, SourceLocation)], in owner: String) {
    var first: [String: SourceLocation] = [:]
    for (name, location) in elements {
      if let earlier = first[name] {
        report(
          "duplicate-elements", at: location, "\(owner) has \(name) already",
          fix: "keep one of the two",
          notes: [.init(at: earlier, "the first \(name) is here")])
      } else {
        first[name] = location
      }
    }
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
