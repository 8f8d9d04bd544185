import CLibpq
import SQL

extension SQLError {
  /// What a failed result says. Source: PostgreSQL 15, "PostgreSQL Error Codes", 2026-11.
  init(failed result: OpaquePointer) {
    func field(_ code: Unicode.Scalar) -> String? {
      PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
    // PG_DIAG_SQLSTATE and PG_DIAG_CONSTRAINT_NAME; without a state the connection itself broke.
    let state = field("C") ?? "08006"
    let message = String(cString: PQresultErrorMessage(result)).trimmed
    let kind: Kind =
      switch state {
      case "23505": .notUnique(constraint: field("n") ?? "")
      case "40001", "40P01", Self.readOnly: .conflict
      case "57014": .timeout
      case "55P03": .locked
      case "0A000" where message.contains(Self.stalePlan): .conflict
      default:
        switch state.prefix(2) {
        case "08", "53", "57", "58": .unavailable
        case "23": .constraint
        default: .wrongStatement
        }
      }
    self.init(kind, "\(state): \(message)")
  }

  /// The server became one that only reads: the roles were swapped, and another host writes now.
  private static let readOnly = "25006"
  /// A prepared statement whose tables a migration has changed.
  private static let stalePlan = "cached plan must not change"

  /// Whether a new connection would do better than this one.
  var leavesConnectionUseless: Bool {
    kind == .unavailable || message.hasPrefix(Self.readOnly) || message.contains(Self.stalePlan)
  }
}
