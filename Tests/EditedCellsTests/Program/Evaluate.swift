import CellDescription
import CellModel
import FleetOutput
import Foundation
import GeneratedFiles
import SourceLocations

/// Checks and generates every fleet that it was compiled with: `program <folder>`.
///
/// Prints what is told of each as JSON, and writes the files of each valid one below the folder.
@main struct Evaluate {
  static func main() throws {
    var findings: [String: [Finding]] = [:]
    for (name, fleet) in fleets {
      findings[name] = try check(fleet, writingInto: "\(CommandLine.arguments[1])/\(name)")
    }
    print(String(decoding: try JSONEncoder().encode(findings), as: UTF8.self))
  }

  private static func check(_ fleet: Fleet, writingInto folder: String) throws -> [Finding] {
    do {
      let valid = try ValidatedFleet(validating: fleet, on: .tablesChecked)
      let tree = try generatedTree(of: valid)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      _ = try GeneratedFolder("\(folder)/out").write(tree)
      return valid.warnings.map(Finding.init)
    } catch let failure as InvalidFleet {
      return failure.diagnostics.map(Finding.init)
    }
  }
}

extension Finding {
  fileprivate init(_ diagnostic: Diagnostic) {
    let file = diagnostic.location.file
    let folder = file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex)
    self.init(
      severity: diagnostic.severity.rawValue, rule: diagnostic.rule,
      text: diagnostic.text(relativeTo: String(folder)), edits: diagnostic.fix.edits)
  }
}
