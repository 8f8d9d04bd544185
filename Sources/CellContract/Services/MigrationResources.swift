/// What the API's program may use while it migrates the database, and at no other time.
public struct MigrationResources: ServiceResources {
  /// The tables of alerts and recipients.
  @Uses(.migrate(.alerts)) public var database

  /// The declaration itself.
  public init() {}
}
