public import CellModel
import FleetOverview
public import GeneratedFiles
import HTMLDocument
import HelmSynthesis
import SourceLocations
import Templates
import TerraformSynthesis
import YAMLDocument

/// Everything that follows from a fleet, as it belongs under `out/`: a tree for each environment.
///
/// - Throws: what shows a mistake of ours: a template that is not whole. The trees throw
///   ``InvalidFleet`` where an extension in the cells is wrong, with what is wrong in all environments,
///   and whatever else shows a mistake of ours: two files of one path, text that YAML can't hold.
public func generatedTrees(of fleet: ValidatedFleet) throws -> GeneratedTrees {
  let shared = SharedParts(
    style: HTMLStyleSheet(try Template.overviewStyle.filled(with: [:])),
    guide: try Template.environment.text(),
    flows: DataFlows(of: fleet.environments))
  let environments = Dictionary(
    fleet.environments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  return try GeneratedTrees(of: fleet.environments.map(\.name), combiningErrors: combined) { name in
    guard let environment = environments[name] else {
      preconditionFailure("\(name) is an environment of the fleet")
    }
    return try environment.tree(with: shared)
  }
}

/// The same in one tree, for whoever wants to look at all of it.
///
/// - Throws: as ``generatedTrees(of:)`` and its trees do.
public func generatedTree(of fleet: ValidatedFleet) throws -> GeneratedTree {
  try generatedTrees(of: fleet).wholeTree()
}

/// What the trees of all environments are made with, made once.
private struct SharedParts: Sendable {
  let style: HTMLStyleSheet
  let guide: TemplateText
  let flows: DataFlows
}

extension ResolvedEnvironment {
  /// The environment's files, by their path below `out/`.
  fileprivate func tree(with shared: SharedParts) throws -> GeneratedTree {
    var tree = GeneratedTree()
    let synthesized = try SynthesizedEnvironment(self)
    for file in synthesized.files() { try tree.add(file.path, file.bytes) }
    for cell in cells {
      let values = CellValues(cell, in: self)
      try tree.add(values.path, values.file.text())
    }
    try tree.add("\(name)/README.md", text: guide(filling: shared.guide))
    let overview = FleetOverview(self, roots: synthesized.roots, flows: shared.flows)
    try tree.add("\(name)/overview.html", overview.page(style: shared.style).bytes())
    return tree
  }
}

/// Mistakes of the cells in one error; a mistake of ours comes first.
private func combined(_ errors: [any Error]) -> any Error {
  var diagnostics: [Diagnostic] = []
  for error in errors {
    guard let invalid = error as? InvalidFleet else { return error }
    diagnostics += invalid.diagnostics
  }
  return InvalidFleet(diagnostics: Set(diagnostics).sorted())
}
