/// What stands in `CellShape { … }`, `Cell(…) { … }` and `EachCell { … }`.
public enum CellElement: Sendable {
  /// The network.
  case vpc(VPC)
  /// The Kubernetes cluster.
  case eks(EKS)
  /// A database of the cell's own.
  case database(CellDatabase)
  /// A release that differs from the environment's.
  case release(Release)
  /// Resources of the user's own in the cell's root.
  case extend(Extend<CellReferences>)
  /// The web application firewall.
  case waf(WAF)
  /// How long logs are kept.
  case observability(Observability)
}

/// Collects the elements of a cell.
@resultBuilder public enum CellBuilder: DescriptionBuilder {
  /// What stands in a cell.
  public typealias Element = CellElement

  /// The network.
  public static func buildExpression(
    _ element: VPC, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.vpc(element), file, line, column) }

  /// The Kubernetes cluster.
  public static func buildExpression(
    _ element: EKS, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.eks(element), file, line, column) }

  /// A database of the cell's own.
  public static func buildExpression(
    _ element: CellDatabase, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.database(element), file, line, column) }

  /// A release that differs from the environment's.
  public static func buildExpression(
    _ element: Release, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.release(element), file, line, column) }

  /// Resources of the user's own in the cell's root.
  public static func buildExpression(
    _ element: Extend<CellReferences>, file: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Block { place(.extend(element), file, line, column) }

  /// The web application firewall.
  public static func buildExpression(
    _ element: WAF, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.waf(element), file, line, column) }

  /// How long logs are kept.
  public static func buildExpression(
    _ element: Observability, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.observability(element), file, line, column) }
}
