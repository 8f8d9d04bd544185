/// Where a database is, and who logs in.
public struct PostgreSQLParameters: Sendable, Hashable, CustomStringConvertible {
  /// How the server is known to be the right one.
  public enum Encryption: Sendable, Hashable {
    /// TLS; the certificate must be signed by one in the file, and be for the host's name.
    case verified(rootCertificates: String)
    /// No TLS: for a server on the same machine.
    case none
  }

  /// Host names, or a folder of a Unix socket; the first that takes a connection is used.
  public var hosts: [String]
  /// TCP port, the same on all hosts.
  public var port: Int
  /// Name of the database.
  public var database: String
  /// The role that logs in.
  public var user: String
  /// Its password.
  public var password: String
  /// How the server is known.
  public var encryption: Encryption
  /// Shown in `pg_stat_activity`: `bizcomms-api cell-use1-01`.
  public var applicationName: String

  /// A database on `hosts`.
  public init(
    hosts: [String], port: Int = 5432, database: String, user: String, password: String,
    encryption: Encryption, applicationName: String
  ) {
    self.hosts = hosts
    self.port = port
    self.database = database
    self.user = user
    self.password = password
    self.encryption = encryption
    self.applicationName = applicationName
  }

  /// Everything but the password.
  public var description: String { "\(user)@\(hosts.joined(separator: ",")):\(port)/\(database)" }
}

extension PostgreSQLParameters: CustomReflectable {
  /// What `dump` shows: everything but the password.
  public var customMirror: Mirror { Mirror(self, children: ["parameters": description]) }
}

/// How long things may take, and how many there are.
public struct PostgreSQLLimits: Sendable, Hashable {
  /// Connections, each with its thread.
  public var connections: Int
  /// Until a statement is stopped by the server.
  public var statement: Duration
  /// Until work that waits for a free connection is refused.
  public var waiting: Duration
  /// Until a host is given up and the next one tried; libpq counts whole seconds, at least 2.
  public var connecting: Duration
  /// After how long a connection is opened anew, so that a changed address or password is noticed.
  public var lifetime: Duration
  /// The longest pause between two attempts to connect.
  public var longestPause: Duration

  /// Limits that suit a pod: 0.5 CPU, answers within seconds.
  public init(
    connections: Int = 8, statement: Duration = .seconds(5), waiting: Duration = .seconds(5),
    connecting: Duration = .seconds(3), lifetime: Duration = .seconds(1800),
    longestPause: Duration = .seconds(5)
  ) {
    self.connections = connections
    self.statement = statement
    self.waiting = waiting
    self.connecting = connecting
    self.lifetime = lifetime
    self.longestPause = longestPause
  }
}
