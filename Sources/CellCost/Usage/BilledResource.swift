public import CellPrimitives
public import SourceLocations
public import TerraformDocument

/// A resource of a root, as far as a bill looks at it.
///
/// A bill counts what the roots hold and not what the model says, because that is what is applied
/// and paid for: users' own resources and their changes to ours are among it. A bill of another
/// revision can be made from its files alone.
public struct BilledResource: Sendable {
  /// The root that owns it.
  public let root: TerraformRootPath
  /// Which part of the root.
  public let component: String
  /// What it is called.
  public let address: TerraformAddress
  /// Where it is, or for what belongs to no region, where it is made.
  public let region: Region
  /// Its arguments, without what Terraform itself does with it.
  public let arguments: TerraformBody
  /// The line that caused it; nil where only the files are known.
  public let place: SourceLocation?

  /// Describes a resource.
  public init(
    root: TerraformRootPath, component: String, address: TerraformAddress, region: Region,
    arguments: TerraformBody, place: SourceLocation?
  ) {
    self.root = root
    self.component = component
    self.address = address
    self.region = region
    self.arguments = arguments
    self.place = place
  }

  /// Every resource of `roots`, in their order.
  public static func all(in roots: [TerraformRoot]) -> [BilledResource] {
    roots.flatMap { root in
      let regions = root.regionsByAlias
      return root.components.flatMap { component in
        component.declarations.filter { $0.address.kind == .resource }.map { declaration in
          guard let region = regions[declaration.meta.provider] else {
            preconditionFailure("\(declaration.address) of \(root.path) is in no region")
          }
          return BilledResource(
            root: root.path, component: component.name, address: declaration.address,
            region: region, arguments: declaration.body, place: declaration.location)
        }
      }
    }
  }
}

extension TerraformRoot {
  /// Regions of the provider's configurations; nil is the alias of the default one.
  fileprivate var regionsByAlias: [String?: Region] {
    var regions: [String?: Region] = [:]
    for provider in settings.providers where provider.name == "aws" {
      guard case .string(let name) = provider.body["region"], let region = Region(rawValue: name)
      else { continue }
      regions[provider.alias] = region
    }
    return regions
  }
}
