public import SourceLocations

/// The files that are being edited, with their texts as they were compiled and as they are now.
public struct SourceFiles: Sendable {
  private var files: [String: SourceFile]

  /// The files by the path that their places have.
  public init(_ texts: [String: String]) {
    files = Dictionary(
      uniqueKeysWithValues: texts.map { ($0, SourceFile(path: $0, text: $1)) })
  }

  /// The text of each file as it is now.
  public var texts: [String: String] { files.mapValues(\.text) }

  /// Makes every edit of a fix, or none of them.
  ///
  /// Fixes are applied one after the other, with the places of the compiled text; what one has written
  /// no later one changes.
  ///
  /// - Throws: ``EditingFailure`` where one of the edits can't be made.
  public mutating func apply(_ edits: [SourceEdit]) throws(EditingFailure) {
    var edited = self
    for edit in edits { try edited.make(edit) }
    for path in edited.files.keys { edited.files[path]?.settle() }
    self = edited
  }

  private mutating func make(_ edit: SourceEdit) throws(EditingFailure) {
    guard var file = files[edit.place.file] else { throw .foreignFile(edit.place) }
    guard let offset = file.offset(of: edit.place) else {
      throw .notThere(edit.place, expected: "the element that was compiled")
    }
    try file.make(edit, at: offset)
    files[edit.place.file] = file
  }
}

extension SourceFile {
  fileprivate mutating func make(_ edit: SourceEdit, at offset: Int) throws(EditingFailure) {
    // A function may give back an element, but its call has other arguments.
    guard let call = try source().call(at: offset), call.callee.first?.isUppercase == true else {
      throw .notThere(edit.place, expected: "an element that `\(edit.code)` could change")
    }
    let start = call.range.lowerBound
    switch edit.kind {
    case .set:
      let fragment = try SwiftFragment(parsing: edit.code)
      if let element = fragment.call, element.callee != call.callee {
        // The place is the owner's, because nobody has written the element yet.
        try include(edit.code, in: start)
      } else {
        try merge(fragment, into: start)
      }
    case .include:
      try include(edit.code, in: start)
    case .append:
      try append(edit.code, to: start)
    case .remove:
      try remove(edit.code, at: start, of: call.callee)
    }
  }

  /// An argument's code begins with its label and a colon, an element's with its name.
  private mutating func remove(
    _ code: String, at offset: Int, of callee: String
  ) throws(EditingFailure) {
    if let label = code.prefixMatch(of: /([A-Za-z]\w*):/)?.1 {
      return try removeArgument(String(label), at: offset)
    }
    guard code.prefix(while: { $0 != "(" }) == callee else {
      throw .notThere(location(of: offset), expected: "`\(code)`")
    }
    try removeElement(at: offset)
  }
}
