import CellContract
import CellPrimitives
import Logging

/// What a service writes into its log, as its environment says.
struct LogSettings: Sendable {
  var level = Logger.Level.info
  var debugSampling = Percentage.percent(100)

  /// What is written where nobody says it.
  init() {}

  /// Reads the contract's variables; throws ``MissingConfiguration`` with all that are wrong.
  init(environment: [String: String]) throws(MissingConfiguration) {
    var problems: [MissingConfiguration.Problem] = []
    func wrong(_ variable: RuntimeVariable, _ text: String, _ advice: String) {
      problems.append(.init(key: variable.rawValue, problem: "is `\(text)`; set it to \(advice)"))
    }
    if let text = environment[RuntimeVariable.logLevel.rawValue] {
      if let level = Logger.Level(rawValue: text.lowercased()) {
        self.level = level
      } else {
        wrong(.logLevel, text, LogLevel.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    if let text = environment[RuntimeVariable.debugSampling.rawValue] {
      if let percent = UInt32(text), (1...100).contains(percent) {
        debugSampling = .percent(percent)
      } else {
        wrong(.debugSampling, text, "whole percent, 1 to 100")
      }
    }
    if !problems.isEmpty { throw MissingConfiguration(problems) }
  }
}
