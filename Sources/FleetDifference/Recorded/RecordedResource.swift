public import TerraformDocument

/// A resource as a root's files hold it.
public struct RecordedResource: Sendable {
  /// `aws_vpc`
  public let type: String
  /// The block's own name.
  public let name: String
  /// Which part of the root.
  public let component: String
  /// The arguments, without those that Terraform itself takes.
  public let arguments: TerraformBody
  /// Alias of the provider configuration; nil is the default one.
  public let providerAlias: String?
  /// Whether Terraform refuses to destroy it.
  let isProtected: Bool
  /// Arguments that Terraform leaves as they are found.
  let ignoredArguments: Set<String>

  /// `aws_vpc.main`
  public var address: String { "\(type).\(name)" }

  init(type: String, name: String, component: String, body: TerraformBody) {
    self.type = type
    self.name = name
    self.component = component
    let lifecycle = body["lifecycle"] ?? .null
    isProtected = lifecycle["prevent_destroy"] == .bool(true)
    ignoredArguments = Set(lifecycle["ignore_changes"].elements.compactMap(\.text))
    providerAlias = body["provider"]?.text.flatMap { $0.split(separator: ".").dropFirst().first }
      .map(String.init)
    arguments = body.filter { name, _ in
      !["//", "provider", "lifecycle", "depends_on"].contains(name)
    }
  }
}
