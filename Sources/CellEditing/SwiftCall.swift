/// A call as it stands in the source: `Cell("cell-a", in: .usEast1) { … }`.
struct SwiftCall {
  /// What is called, without a module in front: `Cell`.
  let callee: String
  /// From the first character of the callee to the last of the call.
  let range: Range<Int>
  /// Where the callee ends.
  let calleeEnd: Int
  /// From `(` to behind `)`; nil where the call has a block alone.
  let clause: Range<Int>?
  /// What stands between the parentheses.
  let arguments: [SwiftArgument]
  /// From `{` to behind `}`; nil where there is no block.
  let block: Range<Int>?
  /// The calls of the block that are statements, as the elements of a description are.
  let statements: [SwiftStatement]

  /// The argument of this label, or the first without one for `_`.
  func argument(_ label: String) -> SwiftArgument? { arguments.first { $0.label == label } }
}

/// An argument of a call.
struct SwiftArgument {
  /// `index`; `_` where it has none.
  let label: String
  /// From the label, or the value that has none, to the end of the value.
  let range: Range<Int>
  /// The value. Values without a label that follow one with a label belong to it, as in
  /// `limit: .cpu(1), .memory(2)`.
  let value: Range<Int>
}

/// A call that is a statement of a block.
struct SwiftStatement {
  /// The name that begins it: `Cell`.
  let callee: String
  /// From its first character to its last.
  let range: Range<Int>
}
