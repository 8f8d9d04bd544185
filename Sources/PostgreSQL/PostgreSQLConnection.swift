import CLibpq
import SQL

/// A connection of libpq, used by the one thread that opened it; every call blocks.
final class PostgreSQLConnection {
  private let handle: OpaquePointer
  /// Names of prepared statements by their text.
  private var prepared: [String: String] = [:]
  /// Whether it must not be used again.
  private(set) var isBroken = false

  /// How many statements stay prepared before all are forgotten.
  private static let preparedLimit = 256

  /// Connects to the first host that answers.
  init(_ parameters: PostgreSQLParameters, limits: PostgreSQLLimits) throws(SQLError) {
    let settings = parameters.settings(limits: limits)
    let connection = withCStrings(settings.map(\.key)) { keys in
      withCStrings(settings.map(\.value)) { values in PQconnectdbParams(keys, values, 0) }
    }
    guard let connection else { throw SQLError(.unavailable, "no memory for a connection") }
    guard PQstatus(connection) == CONNECTION_OK else {
      let message = String(cString: PQerrorMessage(connection))
      PQfinish(connection)
      throw SQLError(.unavailable, message.trimmed)
    }
    handle = connection
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
  }

  deinit { PQfinish(handle) }

  /// Runs a statement that was prepared, or is now.
  func run(_ text: String, _ values: [SQLValue]) throws(SQLError) -> PostgreSQLResult {
    let name = try prepare(text)
    let result = withCStrings(values.map(\.postgreSQLText)) { values, count in
      PQexecPrepared(handle, name, count, values, nil, nil, 0)
    }
    return try checked(result)
  }

  /// Sends `BEGIN` and a statement together, and waits for both: a round trip less than one by one.
  func begin(with text: String, _ values: [SQLValue]) throws(SQLError) -> PostgreSQLResult {
    let name = try prepare(text)
    guard PQenterPipelineMode(handle) == 1 else { throw failure("pipeline") }
    let sent =
      PQsendQueryParams(handle, "BEGIN", 0, nil, nil, nil, nil, 0) == 1
      && withCStrings(values.map(\.postgreSQLText)) { values, count in
        PQsendQueryPrepared(handle, name, count, values, nil, nil, 0)
      } == 1 && PQpipelineSync(handle) == 1
    guard sent else { throw failure("sending") }
    var results: [Result<PostgreSQLResult, SQLError>] = []
    reading: while true {
      // A null pointer stands between the results of two statements.
      guard let result = PQgetResult(handle) else {
        if PQstatus(handle) != CONNECTION_OK { throw failure("the connection broke") }
        continue
      }
      switch PQresultStatus(result) {
      case PGRES_PIPELINE_SYNC:
        PQclear(result)
        break reading
      case PGRES_PIPELINE_ABORTED: PQclear(result)
      default:
        do { results.append(.success(try checked(result))) } catch {
          results.append(.failure(error))
        }
      }
    }
    guard PQexitPipelineMode(handle) == 1 else { throw failure("leaving the pipeline") }
    if case .failure(let error)? = results.first(where: \.isFailure) { throw error }
    guard case .success(let result)? = results.last else { throw failure("no answer") }
    return result
  }

  /// Runs a script of statements without values.
  func run(script: String) throws(SQLError) { _ = try checked(PQexec(handle, script)) }

  /// Whether a transaction is open, failed or not.
  var isInTransaction: Bool {
    let status = PQtransactionStatus(handle)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
  }

  private func prepare(_ text: String) throws(SQLError) -> String {
    if let name = prepared[text] { return name }
    if prepared.count >= Self.preparedLimit, !isInTransaction {
      try run(script: "DEALLOCATE ALL")
      prepared = [:]
    }
    let name = "s\(prepared.count)"
    _ = try checked(PQprepare(handle, name, text, 0, nil))
    prepared[text] = name
    return name
  }

  private func checked(_ result: OpaquePointer?) throws(SQLError) -> PostgreSQLResult {
    guard let result else { throw failure("no answer") }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return PostgreSQLResult(result)
    default:
      defer { PQclear(result) }
      let error = SQLError(failed: result)
      if PQstatus(handle) != CONNECTION_OK || error.leavesConnectionUseless { isBroken = true }
      throw error
    }
  }

  private func failure(_ what: String) -> SQLError {
    isBroken = true
    return SQLError(.unavailable, "\(what): \(String(cString: PQerrorMessage(handle)).trimmed)")
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
