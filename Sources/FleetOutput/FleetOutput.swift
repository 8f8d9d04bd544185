public import CellModel
public import GeneratedFiles
import HelmSynthesis
import TerraformSynthesis
import YAMLDocument

/// Everything that follows from a fleet, file by file, as it belongs under `out/`.
///
/// - Throws: ``InvalidFleet`` where an extension in the cells is wrong, and whatever shows a mistake
///   of ours: two files of one path, text that YAML can't hold, a template that is not whole.
public func generatedTree(of fleet: ValidatedFleet) throws -> GeneratedTree {
  var tree = GeneratedTree()
  for file in try SynthesizedFleet(fleet).files() { try tree.add(file.path, file.bytes) }
  for values in CellValues.all(of: fleet) { try tree.add(values.path, values.file.text()) }
  for environment in fleet.environments {
    try tree.add("\(environment.name)/README.md", text: environment.guide())
  }
  return tree
}
