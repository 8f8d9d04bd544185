import CellDescription
import SourceLocations

/// What a cell is made of, from the weakest layer to the strongest: shape, environment, cell.
struct CellLayers {
  /// One layer's elements by kind.
  struct Layer {
    let name: String
    var networks: [Placed<VPC>] = []
    var clusters: [Placed<EKS>] = []
    var databases: [Placed<CellDatabase>] = []
    var releases: [Placed<Release>] = []
    var firewalls: [Placed<WAF>] = []
    var observabilities: [Placed<Observability>] = []
    var extensions: [Placed<Extend<CellReferences>>] = []

    init(_ name: String, _ elements: [Placed<CellElement>]) {
      self.name = name
      for element in elements {
        let location = element.location
        switch element.value {
        case .vpc(let value): networks.append(Placed(value, at: location))
        case .eks(let value): clusters.append(Placed(value, at: location))
        case .database(let value): databases.append(Placed(value, at: location))
        case .release(let value): releases.append(Placed(value, at: location))
        case .waf(let value): firewalls.append(Placed(value, at: location))
        case .observability(let value): observabilities.append(Placed(value, at: location))
        case .extend(let value): extensions.append(Placed(value, at: location))
        }
      }
    }
  }

  let layers: [Layer]

  /// Every element of a kind, the strongest last.
  func all<Element>(_ kind: KeyPath<Layer, [Placed<Element>]>) -> [Placed<Element>] {
    layers.flatMap { $0[keyPath: kind] }
  }
}

extension Array {
  /// What the strongest element that says anything about `field` says, and where it says so.
  func strongest<Value, Field>(
    _ field: KeyPath<Value, Field?>
  ) -> Placed<Field>? where Element == Placed<Value> {
    for element in reversed() {
      if let said = element.value[keyPath: field] { return Placed(said, at: element.location) }
    }
    return nil
  }
}
