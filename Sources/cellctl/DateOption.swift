import ArgumentParser
import CellModel
import Foundation

extension FactDate {
  /// Reads `2026-11-23`.
  ///
  /// - Throws: `ValidationError` for anything else.
  init(commandLine text: String) throws {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil
    }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3,
      let date = FactDate(year: numbers[0], month: numbers[1], day: numbers[2])
    else { throw ValidationError("\"\(text)\" is not a day; write one such as 2026-11-23") }
    self = date
  }

  /// Today in UTC.
  static var current: FactDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let now = calendar.dateComponents([.year, .month, .day], from: Date())
    guard let year = now.year, let month = now.month, let day = now.day,
      let date = FactDate(year: year, month: month, day: day)
    else { preconditionFailure("the Gregorian calendar gave no date for now") }
    return date
  }
}
