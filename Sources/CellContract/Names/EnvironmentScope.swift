public import CellPrimitives

/// Names of what the cells of an environment share.
public struct EnvironmentScope: Sendable, Hashable {
  /// The environment's name: `production`.
  public let environment: String
  /// The AWS account that holds it.
  public let account: AccountID

  /// Names things of `environment`.
  public init(environment: String, account: AccountID) {
    self.environment = environment
    self.account = account
  }

  /// A table's name, the same in every region: `bizcomms-production-deliveries`.
  public func name(of table: Table) -> String { "bizcomms-\(environment)-\(table.name)" }

  /// A secret's name, the same in every region: `bizcomms-production/api-keys`.
  ///
  /// The slash is there because a name that ends in a hyphen and six characters, `…-twilio`, looks
  /// like the start of an ARN's random part.
  /// Source: Secrets Manager API Reference, `CreateSecret`, `Name`, 2026-11.
  public func name(of secret: Secret) -> String { "bizcomms-\(environment)/\(secret.name)" }

  /// The global cluster's identifier: `bizcomms-production-alerts`.
  public func name(of database: Database) -> String { "bizcomms-\(environment)-\(database.name)" }

  /// The bucket that keeps the states of a region; the account makes it unique in the world.
  public func stateBucket(in region: Region) -> String {
    "bizcomms-\(environment)-\(account)-tfstate-\(region.name)"
  }

  /// An SSM parameter that the global root publishes in every region.
  public func parameter(_ parameter: GlobalParameter) -> String {
    "/bizcomms/\(environment)/global/\(parameter.rawValue)"
  }
}

/// What the global root publishes for the others; each reads it in its own region only.
public enum GlobalParameter: String, Sendable, Hashable, CaseIterable {
  /// ARN of the certificate for the domain and what is one label below it, in the region of the
  /// parameter.
  case certificateARN = "certificate-arn"
  /// ID of the hosted zone.
  case hostedZoneID = "hosted-zone-id"
  /// ARN of the key that encrypts the secrets' replicas in the region of the parameter.
  case secretsKeyARN = "secrets-key-arn"
}
