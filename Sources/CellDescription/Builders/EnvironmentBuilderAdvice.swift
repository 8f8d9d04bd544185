// What a misplaced element is told at compile time.

public import TerraformDocument

extension EnvironmentBuilder {
  /// Advice: Environment belongs elsewhere.
  @available(*, unavailable, message: "environments don't nest: list this one inside Fleet { … }")
  public static func buildExpression(_: Environment) -> Block { [] }

  /// Advice: CellDatabase belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a CellDatabase belongs to one cell: write it inside Cell(…) { … }, or write \
      GlobalDatabase here for one that cells share
      """
  )
  public static func buildExpression(_: CellDatabase) -> Block { [] }

  /// Advice: VPC belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a cell has a network: write VPC inside EachCell { … } here, or inside CellShape { … } or \
      Cell(…) { … }
      """
  )
  public static func buildExpression(_: VPC) -> Block { [] }

  /// Advice: EKS belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a cell has a cluster: write EKS inside EachCell { … } here, or inside CellShape { … } or \
      Cell(…) { … }
      """
  )
  public static func buildExpression(_: EKS) -> Block { [] }

  /// Advice: NodeGroup belongs elsewhere.
  @available(*, unavailable, message: "machines join a cluster: write NodeGroup inside EKS { … }")
  public static func buildExpression(_: NodeGroup) -> Block { [] }

  /// Advice: Run belongs elsewhere.
  @available(*, unavailable, message: "a service runs in a cluster: write Run inside EKS { … }")
  public static func buildExpression(_: Run) -> Block { [] }

  /// Advice: WAF belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      a firewall guards one cell: write WAF inside EachCell { … } here, or inside CellShape \
      { … } or Cell(…) { … }
      """
  )
  public static func buildExpression(_: WAF) -> Block { [] }

  /// Advice: Observability belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      each cell keeps its own logs: write Observability inside EachCell { … } here, or \
      inside CellShape { … } or Cell(…) { … }
      """
  )
  public static func buildExpression(_: Observability) -> Block { [] }

  /// Advice: Karpenter belongs elsewhere.
  @available(*, unavailable, message: "machines join a cluster: write Karpenter inside EKS { … }")
  public static func buildExpression(_: Karpenter) -> Block { [] }

  /// Advice: Fargate belongs elsewhere.
  @available(*, unavailable, message: "pods run in a cluster: write Fargate inside EKS { … }")
  public static func buildExpression(_: Fargate) -> Block { [] }

  /// Advice: Extend of a cell's root belongs elsewhere.
  @available(
    *, unavailable,
    message: """
      an extension here works on the global root, which knows no cell: write this one inside \
      EachCell { … } here, or inside CellShape { … } or Cell(…) { … }
      """
  )
  public static func buildExpression(_: Extend<CellReferences>) -> Block { [] }

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
      this is no part of an environment: write Release, GlobalDatabase, GlobalTable, HostedZone, \
      Routing, OnCall, AccessEntry, GitHubRepository, EachCell, Cell or Extend here, and repeat \
      with `for`
      """
  )
  public static func buildExpression<Other>(_: Other) -> Block { [] }
}
