import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import Testing

/// All that a person is told about a fleet, with file names without their folder.
///
/// - Parameter rules: for a day on which other rules would speak up too.
func printed(
  on today: FactDate = .ofTests, rules: [Rule] = Rule.all, file: String = #filePath,
  @FleetBuilder _ environments: () -> [Placed<Environment>]
) -> String {
  let diagnostics = found(on: today, rules: rules, environments)
  diagnostics.forEach(expectEdit)
  return diagnostics.map { $0.text(relativeTo: folder(of: file)) }.joined(separator: "\n")
}

/// The same of one environment that has all it needs but cells.
func diagnostics(
  on today: FactDate = .ofTests, rules: [Rule] = Rule.all, file: String = #filePath,
  line: Int = #line, column: Int = #column,
  @EnvironmentBuilder _ elements: () -> [Placed<EnvironmentElement>]
) -> String {
  let environment = production(elements, file: file, line: line, column: column)
  return printed(on: today, rules: rules, file: file) { environment }
}

/// The environment of ``diagnostics(on:rules:file:line:column:_:)``.
func production(
  @EnvironmentBuilder _ elements: () -> [Placed<EnvironmentElement>], file: String = #filePath,
  line: Int = #line, column: Int = #column
) -> Environment {
  let all = basics() + elements()
  let block = { all }
  return Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1, file: file,
    line: line, column: column, block)
}

/// Where a path's file is, with the slash.
func folder(of file: String) -> String {
  String(file.prefix(through: file.lastIndex(of: "/") ?? file.startIndex))
}

/// Expects that a fix which says what to write is an edit, unless it leaves something open (`…`).
private func expectEdit(_ diagnostic: Diagnostic) {
  let words = diagnostic.fix.text
  let saysWhatToWrite = words.hasPrefix("write `") && !words.contains("…")
  #expect(
    !saysWhatToWrite || !diagnostic.fix.edits.isEmpty,
    "\(diagnostic.rule) says \"\(words)\" in words; make it Fix.write(…), which can be applied")
}

private func found(
  on today: FactDate, rules: [Rule], @FleetBuilder _ environments: () -> [Placed<Environment>]
) -> [Diagnostic] {
  do throws(InvalidFleet) {
    return try ValidatedFleet(validating: Fleet(environments), on: today, rules: rules).warnings
  } catch {
    return error.diagnostics
  }
}

@EnvironmentBuilder private func basics() -> [Placed<EnvironmentElement>] {
  Release("1.0.0")
  HostedZone(.created("example.com"))
  OnCall(.email("oncall@example.com"))
}

extension CellShape {
  /// The least that a cell can be made of.
  static let plain = CellShape {
    VPC()
    EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }
  }
}

extension FactDate {
  /// The day for which tests judge support dates.
  static let ofTests = tablesChecked
}
