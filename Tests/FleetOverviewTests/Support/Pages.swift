import CellContract
import CellDescription
import CellModel
import CellPrimitives
import Cells
import FleetOverview
import HTMLDocument
import TerraformDocument
import TerraformSynthesis
import Testing

/// An environment with its roots and its page.
struct SamplePage {
  let environment: ResolvedEnvironment
  let roots: [TerraformRoot]
  let document: HTMLDocument

  /// The page of an environment of `fleet`.
  init(of name: String, in fleet: Fleet) throws {
    let validated = try ValidatedFleet(validating: fleet, on: .tablesChecked)
    let found = validated.environments.first { $0.name == name }
    environment = try #require(found)
    roots = try SynthesizedFleet(validated).roots.filter { $0.path.environment == name }
    let flows = DataFlows(of: [environment])
    document = FleetOverview(environment, roots: roots, flows: flows)
      .page(style: HTMLStyleSheet(""))
  }

  /// What a person reads in the element of this name; empty where it is not there.
  func text(of id: String) -> String {
    var text = ""
    for node in document.body {
      node.forEach { node in
        if case .element(let element) = node, element.id == id { text += node.plainText }
      }
    }
    return text
  }

  /// As a file holds it.
  var file: String { String(decoding: document.bytes(), as: UTF8.self) }

  /// Every attribute of a name, in the order of the page.
  func values(of name: HTMLAttribute.Name) -> [String] {
    var values: [String] = []
    for node in document.body {
      node.forEach { node in
        if case .element(let element) = node {
          values += element.attributes.filter { $0.name == name }.map(\.value)
        }
      }
    }
    return values
  }
}

extension HTMLElement {
  var id: String? { attributes.first { $0.name == .id }?.value }
}
