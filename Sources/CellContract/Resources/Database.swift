/// A PostgreSQL database that the cells of an environment share.
public struct Database: Sendable, Hashable {
  /// Name within the environment, and of the database on the server: `alerts`.
  public let name: String

  /// User name and password of the role that services log in with; never the master user.
  public var applicationSecret: Secret {
    Secret(
      name: "database-\(name)-application",
      purpose: "user name and password of the services' role in \(name), as JSON")
  }

  /// User name and password of the role that owns the tables and changes them between versions; it
  /// is not the services' role, which can't drop what it reads.
  public var migrationSecret: Secret {
    Secret(
      name: "database-\(name)-migration",
      purpose: "user name and password of the role that migrates \(name), as JSON")
  }

  /// User name and password of the master user. Terraform writes it, people read it when they have
  /// to; no service may, so it is not in ``Secret/all``.
  ///
  /// The name ends in `-user` because a name that ends in a hyphen and six characters, `…-master`,
  /// looks like the start of an ARN's random part.
  public var masterSecret: Secret {
    Secret(
      name: "database-\(name)-master-user",
      purpose: "user name and password of the master user of \(name), as JSON; not for services")
  }

  /// The master user of every database; no word that PostgreSQL or Aurora reserves.
  public static let masterUser = "bizcomms_admin"

  /// Alerts, recipients and the outbox.
  public static let alerts = Database(name: "alerts")

  /// All databases, in the order in which they are listed.
  public static let all = [alerts]
}
