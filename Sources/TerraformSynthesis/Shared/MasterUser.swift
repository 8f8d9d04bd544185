/// The user that owns a new database, whose password Terraform draws and nobody sees.
///
/// It makes the services' role, and no service logs in as it.
enum MasterUser {
  /// Raised by one to draw a new password: the secret and the clusters compare it with what they last
  /// wrote, because a write-only argument leaves nothing to compare.
  ///
  /// Source: Terraform 1.11, "Use temporary write-only arguments".
  static let passwordVersion = 1

  /// At most 41 characters. Source: Amazon RDS API Reference, `CreateDBCluster`,
  /// `MasterUserPassword`, 2026-11.
  static let passwordLength = 40

  /// What RDS refuses in a password; a space too, which it would not print. Source: as above.
  static let refusedCharacters = "/\"@ "
}
