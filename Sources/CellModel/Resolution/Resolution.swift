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
  private var unread: Set<UnreadValue> = []

  mutating func resolve(_ fleet: Fleet) -> ResolvedFleet {
    var listed: Set<Placed<String>> = []
    var environments: [ResolvedEnvironment] = []
    for environment in fleet.environments {
      let name = environment.map(\.name)
      if listed.insert(name).inserted {
        environments.append(resolve(environment.value))
      } else {
        report(
          "duplicate-elements", at: name.location, "the fleet lists \(name.value) twice",
          fix: "list it once in `Fleet { … }`")
      }
    }
    if environments.isEmpty {
      report(
        "incomplete", at: fleet.location, "the fleet has no environment",
        fix: "list one in `Fleet { … }`; to take everything down, destroy the roots first")
    }
    return ResolvedFleet(
      environments: environments.sorted { ($0.name, $0.location) < ($1.name, $1.location) },
      unread: unread)
  }

  mutating func report(
    _ rule: String, at location: SourceLocation, _ message: String, fix: String,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, rule: rule, at: location, message, fix: fix, notes: notes))
  }

  /// What `parse` reads; nil where it can't, which is reported.
  mutating func read<Value>(
    at location: SourceLocation, _ parse: () throws(InvalidValue) -> Value
  ) -> Value? {
    do throws(InvalidValue) {
      return try parse()
    } catch {
      report("invalid-value", at: location, error.message, fix: error.fix)
      return nil
    }
  }

  /// `value` in place of one that can't be read, or was left out, at `location`.
  mutating func standIn<Value>(
    _ value: Value, for kind: UnreadValue.Kind, at location: SourceLocation
  ) -> Value {
    unread.insert(UnreadValue(kind: kind, location: location))
    return value
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
          fix: "keep one of the two", notes: [.init(at: earlier, "the first is here")])
      } else {
        first[name] = location
      }
    }
  }
}
