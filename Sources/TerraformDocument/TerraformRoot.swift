public import SourceLocations

/// A folder that is planned and applied on its own, with a state of its own.
public struct TerraformRoot: Sendable, Hashable {
  /// Where it lies.
  public let path: TerraformRootPath
  /// Backend, version pins and provider configurations: `terraform.tf.json`.
  public let settings: TerraformSettings
  /// The parts; each is a file.
  public var components: [TerraformComponent]
  /// The line that asks for this root.
  public let location: SourceLocation

  /// Puts a root together.
  public init(
    _ path: TerraformRootPath, settings: TerraformSettings, components: [TerraformComponent],
    at location: SourceLocation
  ) {
    self.path = path
    self.settings = settings
    self.components = components
    self.location = location
  }

  /// Every block of the root.
  public var declarations: [TerraformDeclaration] { components.flatMap(\.declarations) }

  /// The files by name, ready to be written.
  ///
  /// Traps where two parts are called alike, for one would overwrite the other.
  public func files() -> [String: TerraformJSON] {
    var files = ["terraform.tf.json": settings.json]
    for component in components where !component.isEmpty {
      let file = "\(component.name).tf.json"
      precondition(files[file] == nil, "\(path) has two parts for \(file)")
      files[file] = component.json
    }
    return files
  }
}
