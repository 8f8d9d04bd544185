public import SourceLocations

/// What all our result builders share: a block is a flat list of elements, each with its place.
///
/// Control flow (`if`, `for`, `switch`, `#available`) works in every block.
public protocol DescriptionBuilder {
  /// What stands in such a block.
  associatedtype Element
}

extension DescriptionBuilder {
  /// The elements of a block.
  public typealias Block = [Placed<Element>]

  /// Joins the statements of a block.
  public static func buildBlock(_ parts: Block...) -> Block { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: Block?) -> Block { part ?? [] }
  /// The first branch of `if`–`else`.
  public static func buildEither(first part: Block) -> Block { part }
  /// The second branch of `if`–`else`.
  public static func buildEither(second part: Block) -> Block { part }
  /// `for`.
  public static func buildArray(_ parts: [Block]) -> Block { parts.flatMap { $0 } }
  /// `if #available`.
  public static func buildLimitedAvailability(_ part: Block) -> Block { part }

  /// One element at its place; the only way in which places get into a description.
  static func place(
    _ element: Element, _ file: String, _ line: Int, _ column: Int
  ) -> Block {
    [Placed(element, at: SourceLocation(file: file, line: line, column: column))]
  }
}
