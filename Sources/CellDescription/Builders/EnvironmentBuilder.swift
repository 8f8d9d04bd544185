/// What stands in `Environment(…) { … }`.
public enum EnvironmentElement: Sendable {
  /// The version of the services that runs.
  case release(Release)
  /// A database that cells share.
  case globalDatabase(GlobalDatabase)
  /// A table that cells share.
  case globalTable(GlobalTable)
  /// The DNS zone of the domain.
  case hostedZone(HostedZone)
  /// How callers are spread over cells.
  case routing(Routing)
  /// What every cell of the environment has or overrides.
  case eachCell(EachCell)
  /// A cell.
  case cell(Cell)
  /// Resources of the user's own in the global root.
  case extend(Extend<GlobalReferences>)
  /// Who is told of alarms.
  case onCall(OnCall)
  /// Who may enter the clusters.
  case accessEntry(AccessEntry)
  /// Whose workflows plan and deploy.
  case repository(GitHubRepository)
}

/// Collects the elements of an environment.
@resultBuilder public enum EnvironmentBuilder: DescriptionBuilder {
  /// What stands in an environment.
  public typealias Element = EnvironmentElement

  /// The version of the services that runs.
  public static func buildExpression(
    _ element: Release, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.release(element), file, line, column) }

  /// A database that cells share.
  public static func buildExpression(
    _ element: GlobalDatabase, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.globalDatabase(element), file, line, column) }

  /// A table that cells share.
  public static func buildExpression(
    _ element: GlobalTable, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.globalTable(element), file, line, column) }

  /// The DNS zone of the domain.
  public static func buildExpression(
    _ element: HostedZone, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.hostedZone(element), file, line, column) }

  /// How callers are spread over cells.
  public static func buildExpression(
    _ element: Routing, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.routing(element), file, line, column) }

  /// What every cell has or overrides.
  public static func buildExpression(
    _ element: EachCell, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.eachCell(element), file, line, column) }

  /// A cell.
  public static func buildExpression(
    _ element: Cell, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.cell(element), file, line, column) }

  /// Resources of the user's own in the global root.
  public static func buildExpression(
    _ element: Extend<GlobalReferences>, file: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Block { place(.extend(element), file, line, column) }

  /// Who is told of alarms.
  public static func buildExpression(
    _ element: OnCall, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.onCall(element), file, line, column) }

  /// Who may enter the clusters.
  public static func buildExpression(
    _ element: AccessEntry, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.accessEntry(element), file, line, column) }

  /// Whose workflows plan and deploy.
  public static func buildExpression(
    _ element: GitHubRepository, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.repository(element), file, line, column) }
}
