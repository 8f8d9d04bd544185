/// Variables that every service reads, whatever it declares.
public enum RuntimeVariable: String, Sendable, Hashable, CaseIterable {
  /// The cell's name.
  case cell = "BIZCOMMS_CELL"
  /// The environment's name.
  case environment = "BIZCOMMS_ENVIRONMENT"
  /// The TCP port that the service listens on; without it the contract's own.
  case port = "BIZCOMMS_PORT"
  /// The least ``LogLevel`` that is written, in any case of letters; without it `INFO`.
  case logLevel = "BIZCOMMS_LOG_LEVEL"
  /// How many percent of the lines of `DEBUG` and `TRACE` are written, 1 to 100; without it all.
  ///
  /// Lines about one alert, or else one delivery or request, are written together or not at all.
  case debugSampling = "BIZCOMMS_LOG_DEBUG_SAMPLING"
  /// File of the authorities, in PEM, that sign the certificates of databases; without it the one that
  /// the image has. For databases that are not in RDS, such as those of tests.
  case databaseRootCertificates = "BIZCOMMS_DATABASE_ROOT_CERTIFICATES"
}
