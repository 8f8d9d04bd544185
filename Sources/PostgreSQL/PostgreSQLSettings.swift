import Foundation

extension PostgreSQLParameters {
  /// libpq's keywords. Source: PostgreSQL 15, "Parameter Key Words", 2026-11.
  func settings(limits: PostgreSQLLimits) -> [(key: String, value: String)] {
    // Custom parameters can be set on every PostgreSQL. In a cluster that forwards writes, a session
    // then reads what it wrote. Source: Amazon Aurora User Guide, "Using write forwarding in an Aurora
    // PostgreSQL global database", `apg_write_forward.consistency_mode`, 2026-11.
    let options = [
      "statement_timeout=\(limits.statement.milliseconds)",
      "idle_in_transaction_session_timeout=\(2 * limits.statement.milliseconds)",
      "timezone=UTC", "datestyle=ISO", "apg_write_forward.consistency_mode=session",
    ]
    var settings = [
      ("host", hosts.joined(separator: ",")), ("port", "\(port)"), ("dbname", database),
      ("user", user), ("password", password), ("application_name", applicationName),
      ("connect_timeout", "\(max(2, limits.connecting.milliseconds / 1000))"),
      ("client_encoding", "UTF8"), ("options", options.map { "-c \($0)" }.joined(separator: " ")),
      // A peer that vanished is noticed within half a minute.
      ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "\(limits.statement.milliseconds + 5000)"),
    ]
    switch encryption {
    case .none: settings.append(("sslmode", "disable"))
    case .verified(let rootCertificates):
      settings += [
        ("sslmode", "verify-full"), ("sslrootcert", rootCertificates),
        ("ssl_min_protocol_version", "TLSv1.2"),
      ]
    }
    return settings.map { (key: $0.0, value: $0.1) }
  }
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

extension String {
  /// Without white space and line ends around it.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
