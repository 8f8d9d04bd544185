import CellContract
import CellModel
import FleetRunbook
import SourceLocations

/// What to know of the services' images, before the cells.
extension ResolvedEnvironment {
  /// Cells of which Terraform makes functions, for which it needs images.
  private var cellsWithFunctions: [ResolvedCell] {
    cellsInOrderOfApplication.filter { !$0.functions.isEmpty }
  }

  /// What stands between `global` and the cells in the list of steps; nil where nothing does.
  var stepOfImages: String? {
    let services = Set(cellsWithFunctions.flatMap(\.functions).map(\.value.name)).sorted()
    guard !services.isEmpty else { return nil }
    let names = services.map { "`\($0.contract.workload)`" }.joined(separator: ", ")
    return "the image of \(names), as said under [Images](#images)"
  }

  /// The section.
  var images: String {
    let introduction = """
      A cell starts its services from its own region's repositories, which `terraform/global` makes.
      """
    let sections = cellsWithFunctions.flatMap { cell in
      cell.functions.map { image(of: $0.value.name, in: cell) }
    }
    guard !sections.isEmpty else {
      return "\(introduction)\nPods wait for their image, so it may come after the cell."
    }
    return (["\(introduction)\nPods wait for their image; functions don't."] + sections)
      .joined(separator: "\n\n")
  }

  /// Lambda takes an image of one architecture, and no index of several, as which buildx also stores
  /// an image with attestations.
  ///
  /// Sources: AWS Lambda Developer Guide, "Create a Lambda function using a container image", 2026-11;
  /// docker/bake-action release 3.0.0, 2023, for what buildx makes.
  private func image(of service: ServiceName, in cell: ResolvedCell) -> String {
    let workload = service.contract.workload
    let platform = cell.functionPlatform
    return """
      `\(cell.name)` runs `\(workload)` as a function, which Lambda makes from an image that is there.
      Before the cell is applied, the first time and for every release, push the image. It is one of
      `\(platform)` alone: build it with `--platform \(platform) --provenance=false --sbom=false`.

      ```sh
      \(cell.pushImage(of: service).text)
      ```
      """
  }
}
