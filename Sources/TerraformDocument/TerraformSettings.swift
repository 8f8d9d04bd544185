/// A root's backend, version pins and provider configurations.
public struct TerraformSettings: Sendable, Hashable {
  /// Version constraint on Terraform itself.
  public let requiredVersion: String
  /// Provider by local name: source address and version constraint.
  public let requiredProviders: [String: RequiredProvider]
  /// Where the state is kept.
  public let backend: Backend
  /// Configurations of the `aws` provider, the default one first.
  public let providers: [ProviderConfiguration]

  /// Puts the settings together.
  public init(
    requiredVersion: String, requiredProviders: [String: RequiredProvider],
    backend: Backend, providers: [ProviderConfiguration]
  ) {
    self.requiredVersion = requiredVersion
    self.requiredProviders = requiredProviders
    self.backend = backend
    self.providers = providers
  }

  /// Where a root's state is kept.
  public struct Backend: Sendable, Hashable {
    /// `s3`
    public let type: String
    /// Its arguments, which must be literals.
    public let body: TerraformBody

    /// Configures a backend.
    public init(_ type: String, body: TerraformBody) {
      self.type = type
      self.body = body
    }
  }

  /// A provider's source address and version constraint.
  public struct RequiredProvider: Sendable, Hashable {
    /// `hashicorp/aws`
    public let source: String
    /// `5.100.0`
    public let version: String

    /// Pins a provider.
    public init(source: String, version: String) {
      self.source = source
      self.version = version
    }
  }

  /// One `provider` block.
  public struct ProviderConfiguration: Sendable, Hashable {
    /// Local name of the provider, `aws`.
    public let name: String
    /// Nil for the configuration that blocks use without saying so.
    public let alias: String?
    /// Its arguments.
    public let body: TerraformBody

    /// Configures a provider.
    public init(_ name: String, alias: String? = nil, body: TerraformBody) {
      self.name = name
      self.alias = alias
      self.body = body
    }
  }
}
