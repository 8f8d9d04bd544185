import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

// How values are written in `cells/`, for fixes.

/// `text` as a literal: `"10.0.0.0/16"`.
func swiftLiteral(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    default: scalar.properties.generalCategory == .control ? "\\u{\(hex(scalar))}" : String(scalar)
    }
  }
  return "\"\(escaped.joined())\""
}

private func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }

/// `["kube-system", "kube-public"]`.
func swiftLiteral(_ texts: [String]) -> String {
  "[\(texts.map(swiftLiteral).joined(separator: ", "))]"
}

extension ResolvedDatabase {
  /// A database like this one that `element` declares: `CellDatabase(.alerts, engine: …)`, whole.
  ///
  /// A class that has no name in Swift is left for one that Aurora takes everywhere.
  func swiftText(as element: String) -> String {
    "\(element)(.\(swiftName(of: database.name)), "
      + "engine: .auroraPostgreSQL(\(swiftLiteral(version.description))), "
      + "instance: .\(instance.swiftName ?? "r6gLarge"))"
  }
}

extension Period {
  /// In the largest unit of which it is a whole number: `.minutes(90)`.
  var swiftText: String { ".\(inLargestUnit.unit)s(\(inLargestUnit.count))" }
}

extension Karpenter.Limit {
  /// `.memory(.gibibytes(1000))`.
  var swiftText: String {
    switch self {
    case .cpu(let cores):
      ".cpu(\(cores))"
    case .memory(let memory) where memory.mebibytes.isMultiple(of: 1024):
      ".memory(.gibibytes(\(memory.mebibytes / 1024)))"
    case .memory(let memory):
      ".memory(.mebibytes(\(memory.mebibytes)))"
    }
  }
}
