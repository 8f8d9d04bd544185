import SourceLocations
public import TerraformDocument

/// What stands in `Extend { … }`.
public enum Extension: Sendable {
  /// A resource to add.
  case resource(TerraformDeclaration)
  /// A change to a synthesized resource.
  case amendment(Amendment)
}

/// A change to the arguments of one resource.
public struct Amendment: Sendable {
  /// The resource that is changed.
  package let address: TerraformAddress
  let change: @Sendable (TerraformBody) -> TerraformBody

  /// The arguments after the change.
  package func applied(to body: TerraformBody) -> TerraformBody { change(body) }
}

/// Collects added and amended resources.
@resultBuilder public enum ExtendBuilder: DescriptionBuilder {
  /// What stands in an extension.
  public typealias Element = Extension

  /// A resource to add.
  public static func buildExpression<Schema>(
    _ element: Resource<Schema>, file: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Block {
    let location = SourceLocation(file: file, line: line, column: column)
    let declaration = TerraformDeclaration(
      element, because: "added by hand, with Extend", at: location)
    return [Placed(.resource(declaration), at: location)]
  }

  /// A change to a synthesized resource.
  public static func buildExpression<Schema>(
    _ element: Amend<Schema>, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.amendment(element.amendment), file, line, column) }
}
