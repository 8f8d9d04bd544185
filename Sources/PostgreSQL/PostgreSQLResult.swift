import CLibpq
import SQL
import Timestamps

/// Rows as libpq holds them; freed with this value.
final class PostgreSQLResult {
  private let handle: OpaquePointer

  /// Takes over a result that succeeded.
  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQclear(handle) }

  /// How many rows there are.
  var count: Int { Int(PQntuples(handle)) }

  /// How many rows the statement changed.
  var changes: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

  /// A row, which keeps the result alive.
  func row(_ index: Int) -> PostgreSQLRow { PostgreSQLRow(result: self, index: Int32(index)) }

  fileprivate func isNull(_ row: Int32, _ column: Int) -> Bool {
    PQgetisnull(handle, row, Int32(column)) == 1
  }

  fileprivate func bytes(_ row: Int32, _ column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: PQgetvalue(handle, row, Int32(column)),
      count: Int(PQgetlength(handle, row, Int32(column))))
  }
}

/// One row; values are in PostgreSQL's text format.
struct PostgreSQLRow: SQLRow {
  let result: PostgreSQLResult
  let index: Int32

  func isNull(_ column: Int) -> Bool { result.isNull(index, column) }

  func text(_ column: Int) -> String {
    String(decoding: result.bytes(index, column), as: UTF8.self)
  }

  func integer(_ column: Int) throws(SQLError) -> Int64 {
    guard let integer = Int64(text(column)) else {
      throw SQLError(.wrongStatement, "column \(column) holds no number but `\(text(column))`")
    }
    return integer
  }

  func boolean(_ column: Int) throws(SQLError) -> Bool {
    switch text(column) {
    case "t": return true
    case "f": return false
    case let other:
      throw SQLError(.wrongStatement, "column \(column) holds no truth value but `\(other)`")
    }
  }
}

extension SQLValue {
  /// The value in PostgreSQL's text format; nil is null.
  var postgreSQLText: String? {
    switch self {
    case .null: nil
    case .boolean(let value): value ? "t" : "f"
    case .integer(let value): String(value)
    case .text(let value): value
    case .moment(let value): Timestamp.text(of: value)
    }
  }
}
