/// A piece of Swift source that is neither white space nor a comment.
struct SwiftToken: Hashable {
  /// What an edit has to tell apart; everything else is `other`.
  enum Kind: Hashable {
    /// A name or a keyword.
    case identifier
    /// `(`, `[` or `{`.
    case opening
    /// `)`, `]` or `}`.
    case closing
    /// `,`
    case comma
    /// `:`
    case colon
    /// `;`
    case semicolon
    /// A literal with all that is in it, or a character of an operator.
    case other
  }

  /// What it is.
  let kind: Kind
  /// Where its bytes are.
  let range: Range<Int>
  /// Whether it is the first of its line.
  let startsLine: Bool
}
