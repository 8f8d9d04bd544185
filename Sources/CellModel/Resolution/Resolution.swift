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
  let patterns = TextPatterns()
  /// Numbers of networks that no description mentions, for cells that need one.
  var freeIndexes: ArraySlice<Int> = []

  mutating func resolve(_ fleet: Fleet) -> ResolvedFleet {
    let shared = fleet.environments.map(\.value).filter { $0.peering == .fleet }
    freeIndexes = unmentionedIndexes(in: shared)[...]
    var listed: Set<Placed<String>> = []
    var environments: [ResolvedEnvironment] = []
    for environment in fleet.environments {
      let name = environment.map(\.name)
      if listed.insert(name).inserted {
        environments.append(resolveAmongPeers(environment.value))
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

  /// Resolves an environment with the free indexes of those with which it may be peered.
  private mutating func resolveAmongPeers(_ environment: Environment) -> ResolvedEnvironment {
    switch environment.peering {
    case .fleet:
      return resolve(environment)
    case .environment:
      let shared = freeIndexes
      defer { freeIndexes = shared }
      freeIndexes = unmentionedIndexes(in: [environment])[...]
      return resolve(environment)
    }
  }

  mutating func report(
    _ rule: String, at location: SourceLocation, _ message: String, fix: Fix,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, rule: rule, at: location, message, fix: fix, notes: notes))
  }

  /// What `parse` reads; nil where it can't, which is reported.
  ///
  /// - Parameters:
  ///   - location: where the element stands that has the text.
  ///   - code: how that element is written with another text, given as a literal.
  mutating func read<Value>(
    at location: SourceLocation, writing code: (_ literal: String) -> String,
    _ parse: () throws(InvalidValue) -> Value
  ) -> Value? {
    do throws(InvalidValue) {
      return try parse()
    } catch {
      let fix = error.replacement.map { Fix.write(code(swiftLiteral($0)), at: location) }
      report(
        "invalid-value", at: location, error.message, fix: fix ?? Fix(advice: error.fix))
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

  /// The one element of its type, where `elements` holds at most one; reports every further one.
  mutating func single<Element>(
    _ elements: [Placed<Element>], _ type: String, in owner: String
  ) -> Placed<Element>? {
    reportDuplicates(of: elements.map { (ElementName(only: type), $0.location) }, in: owner)
    return elements.first
  }

  /// Reports each element that stands in `elements` again.
  mutating func reportDuplicates(
    of elements: [(name: ElementName, SourceLocation)], in owner: String
  ) {
    var first: [ElementName: SourceLocation] = [:]
    for (name, location) in elements {
      if let earlier = first[name] {
        report(
          "duplicate-elements", at: location, "\(owner) has \(name.words) already",
          fix: .leaveOut(name.code, at: location).or("the first one"),
          notes: [.init(at: earlier, "the first is here")])
      } else {
        first[name] = location
      }
    }
  }
}
