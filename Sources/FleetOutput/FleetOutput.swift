public import CellModel
import FleetOverview
public import GeneratedFiles
import HTMLDocument
import HelmSynthesis
import Templates
import TerraformSynthesis
import YAMLDocument

/// Everything that follows from a fleet, file by file, as it belongs under `out/`.
///
/// - Throws: ``InvalidFleet`` where an extension in the cells is wrong, and whatever shows a mistake
///   of ours: two files of one path, text that YAML can't hold, a template that is not whole.
public func generatedTree(of fleet: ValidatedFleet) throws -> GeneratedTree {
  var tree = GeneratedTree()
  let synthesized = try SynthesizedFleet(fleet)
  let style = HTMLStyleSheet(try Template.overviewStyle.filled(with: [:]))
  for file in synthesized.files() { try tree.add(file.path, file.bytes) }
  for values in CellValues.all(of: fleet) { try tree.add(values.path, values.file.text()) }
  for environment in fleet.environments {
    try tree.add("\(environment.name)/README.md", text: environment.guide())
    let overview = FleetOverview(environment, roots: synthesized.roots)
    try tree.add("\(environment.name)/overview.html", overview.page(style: style).bytes())
  }
  return tree
}
