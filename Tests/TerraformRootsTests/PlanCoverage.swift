import TestSupport

/// A root beside the checks of its plan.
struct PlanCoverage {
  /// The root's files.
  let files: TerraformRootFiles
  /// The checks that are asked of its plan.
  let checks: [PlanCheckFile]

  /// Files that no check is about, and resources and data sources that none looks at.
  var gaps: [String] {
    let checked = Set(checks.filter(\.hasAssertions).map(\.name))
    return files.components.filter { !checked.contains($0) }
      .map { "\($0).tf.json: no check is about it; write \($0).tf" }
      + files.blocks.filter { block in !checks.contains { $0.looks(at: block) } }
      .map { "\($0.file): no check looks at \($0.address)" }
  }
}
