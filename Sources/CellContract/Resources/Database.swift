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

  /// Alerts, recipients and the outbox.
  public static let alerts = Database(name: "alerts")

  /// All databases, in the order in which they are listed.
  public static let all = [alerts]
}
