// What a misplaced element is told at compile time.

public import TerraformDocument

extension ClusterBuilder {
  /// Advice: Environment belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      an environment is listed in a fleet: write it inside Fleet { … }
      """
  )
  public static func buildExpression(_: Environment) -> Block { [] }

  /// Advice: Release belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a release holds for an environment or a cell: write it inside Environment(…) { … } or \
      Cell(…) { … }
      """
  )
  public static func buildExpression(_: Release) -> Block { [] }

  /// Advice: GlobalDatabase belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      cells share a GlobalDatabase: write it inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: GlobalDatabase) -> Block { [] }

  /// Advice: CellDatabase belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a CellDatabase belongs to one cell: write it inside Cell(…) { … }
      """
  )
  public static func buildExpression(_: CellDatabase) -> Block { [] }

  /// Advice: GlobalTable belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      cells share a GlobalTable: write it inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: GlobalTable) -> Block { [] }

  /// Advice: HostedZone belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      cells share the hosted zone: write it inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: HostedZone) -> Block { [] }

  /// Advice: Routing belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      routing spreads callers over cells: write it inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: Routing) -> Block { [] }

  /// Advice: EachCell belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      EachCell speaks for the cells of an environment: write it inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: EachCell) -> Block { [] }

  /// Advice: Cell belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a cell belongs to an environment: write it inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: Cell) -> Block { [] }

  /// Advice: VPC belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a cell has a network: write VPC inside CellShape { … }, EachCell { … } or Cell(…) { … }
      """
  )
  public static func buildExpression(_: VPC) -> Block { [] }

  /// Advice: EKS belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      clusters don't nest: write this EKS inside CellShape { … }, EachCell { … } or Cell(…) { \
      … }
      """
  )
  public static func buildExpression(_: EKS) -> Block { [] }

  /// Advice: WAF belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a firewall guards one cell: write WAF inside CellShape { … }, EachCell { … } or \
      Cell(…) { … }
      """
  )
  public static func buildExpression(_: WAF) -> Block { [] }

  /// Advice: Observability belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      each cell keeps its own logs: write Observability inside CellShape { … }, EachCell { … \
      } or Cell(…) { … }
      """
  )
  public static func buildExpression(_: Observability) -> Block { [] }

  /// Advice: OnCall belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      alarms of all cells reach the same people: write OnCall inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: OnCall) -> Block { [] }

  /// Advice: AccessEntry belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      people enter all clusters of an environment: write AccessEntry inside Environment(…) { … }
      """
  )
  public static func buildExpression(_: AccessEntry) -> Block { [] }

  /// Advice: GitHubRepository belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a repository deploys an environment: write GitHubRepository inside Environment(…) { … \
      }
      """
  )
  public static func buildExpression(_: GitHubRepository) -> Block { [] }

  /// Advice: Extend of a cell's root belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a root is extended, the cell's or the global one: write Extend inside Cell(…) { … }, \
      CellShape { … } or Environment(…) { … }
      """
  )
  public static func buildExpression(_: Extend<CellReferences>) -> Block { [] }

  /// Advice: Extend of the global root belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a root is extended, the cell's or the global one: write Extend inside Cell(…) { … }, \
      CellShape { … } or Environment(…) { … }
      """
  )
  public static func buildExpression(_: Extend<GlobalReferences>) -> Block { [] }

  /// Advice: Resource belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a resource of your own goes through an extension: write it inside Extend { … }
      """
  )
  public static func buildExpression<Schema>(_: Resource<Schema>) -> Block { [] }

  /// Advice: Amend belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a synthesized resource is changed by an extension: write Amend inside Extend { … }
      """
  )
  public static func buildExpression<Schema>(_: Amend<Schema>) -> Block { [] }

  /// Advice: whatever is no element at all, such as text, an array or the result of `print`.
  @available(
    *, unavailable,
    message: """
      this is no part of a cluster: write NodeGroup, Karpenter, Fargate or Run here, and repeat \
      with `for`
      """
  )
  public static func buildExpression<Other>(_: Other) -> Block { [] }
}
