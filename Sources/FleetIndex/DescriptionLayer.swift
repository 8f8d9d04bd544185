public import CellDescription
public import SourceLocations

/// Which part of a description says something.
public enum DescriptionLayer: Sendable, Hashable {
  /// The environment's own line: every environment has it.
  case environment(String)
  /// An element of an environment.
  case environmentElement(String)
  /// An element of an environment's `EachCell`.
  case eachCell(environment: String)
  /// A cell's own line: every cell has it.
  case cell(String)
  /// An element of a cell's own block.
  case cellElement(String)
  /// An element of a shape, with the cells that are made of it.
  case shape(cells: [String])

  /// For people, as the end of `from cells/Shapes.swift:9:5, …`.
  public var text: String {
    switch self {
    case .environment(let name): "which every environment has: \(name) itself asks for it"
    case .environmentElement(let name): "an element of \(name)"
    case .eachCell(let environment): "what each cell of \(environment) has"
    case .cell(let name): "which every cell has: \(name) itself asks for it"
    case .cellElement(let name): "an element of \(name)"
    case .shape(let cells): "the shape of \(cells.joined(separator: ", "))"
    }
  }
}

/// The elements of a fleet by place.
public struct DescriptionPlaces: Sendable {
  private let elements: [(place: SourceLocation, layer: DescriptionLayer)]

  /// Walks through a description.
  public init(_ fleet: Fleet) {
    var found: [SourceLocation: DescriptionLayer] = [:]
    var shapes: [SourceLocation: [String]] = [:]
    for environment in fleet.environments.map(\.value) {
      found[environment.location] = .environment(environment.name)
      for element in environment.elements {
        found[element.location] = .environmentElement(environment.name)
        switch element.value {
        case .eachCell(let shared):
          for inner in shared.elements {
            found[inner.location] = .eachCell(environment: environment.name)
          }
        case .cell(let cell):
          found[element.location] = .cell(cell.name)
          for inner in cell.overrides { found[inner.location] = .cellElement(cell.name) }
          for inner in cell.shape.elements { shapes[inner.location, default: []].append(cell.name) }
        case .release, .globalDatabase, .globalTable, .hostedZone, .routing, .onCall, .accessEntry,
          .repository, .extend:
          break
        }
      }
    }
    for (place, cells) in shapes { found[place] = .shape(cells: cells.sorted()) }
    elements = found.map { (place: $0.key, layer: $0.value) }.sorted { $0.place < $1.place }
  }

  /// The layer of a place, which may be inside an element's block: then the element is the last that
  /// begins before it in the file.
  public func layer(of place: SourceLocation) -> DescriptionLayer? {
    elements.last { $0.place.file == place.file && $0.place <= place }?.layer
  }
}
