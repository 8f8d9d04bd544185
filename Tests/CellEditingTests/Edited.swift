import SourceLocations
import Testing

@testable import CellEditing

/// Source with a mark, `^`, in front of the element that a fix is about.
struct MarkedSource {
  /// The source without the mark.
  let text: String
  /// Where the mark stood.
  let place: Place

  init(_ marked: String) {
    let before = marked.prefix { $0 != "^" }
    text = String(before + marked.dropFirst(before.count + 1))
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    place = Place(
      file: "cells/A.swift", line: lines.count, column: (lines.last?.utf8.count ?? 0) + 1)
  }

  /// The source after `fix`, which is given the place of the mark.
  func edited(_ fix: (Place) -> Fix) throws(EditingFailure) -> String {
    var files = SourceFiles([place.file: text])
    try files.apply(fix(place).edits)
    return files.texts[place.file] ?? ""
  }
}

typealias Place = SourceLocations.SourceLocation

/// `marked`, edited.
func edited(_ marked: String, _ fix: (Place) -> Fix) throws -> String {
  try MarkedSource(marked).edited(fix)
}

/// Why `marked` can't be edited so; nil where it can.
func failure(_ marked: String, _ fix: (Place) -> Fix) -> EditingFailure? {
  do throws(EditingFailure) {
    _ = try MarkedSource(marked).edited(fix)
    return nil
  } catch {
    return error
  }
}
