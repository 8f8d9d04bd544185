extension EnvironmentScope {
  /// The key that encrypts the tables, of the same name in every region:
  /// `alias/bizcomms-production-tables`.
  public var tablesKeyAlias: String { "alias/bizcomms-\(environment)-tables" }
}
