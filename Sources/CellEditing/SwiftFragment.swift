/// Code that an edit writes: an element, or arguments of one.
struct SwiftFragment {
  /// The source that the ranges belong to.
  let source: SwiftSource
  /// The element; nil where the code is arguments alone.
  let call: SwiftCall?
  /// The arguments, of the element or alone.
  let arguments: [SwiftArgument]

  /// Reads `VPC(availabilityZones: 2)` or `availabilityZones: 2`.
  ///
  /// - Throws: where the code is neither, or leaves something to the reader (`…`).
  init(parsing code: String) throws(EditingFailure) {
    guard !code.contains("…"), let source = try? SwiftSource(Array(code.utf8)) else {
      throw .unusableCode(code)
    }
    self.source = source
    let call = source.call(at: 0)
    if let call, call.range.upperBound == source.bytes.count {
      self.call = call
      arguments = call.arguments
      return
    }
    self.call = nil
    arguments = source.looseArguments()
    guard !arguments.isEmpty, arguments.allSatisfy({ $0.label != "_" }) else {
      throw .unusableCode(code)
    }
  }

  /// The elements of the element's block.
  var blockElements: [String] { call?.statements.map { source.text($0.range) } ?? [] }
}
