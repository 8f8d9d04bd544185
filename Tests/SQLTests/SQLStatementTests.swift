import Foundation
import SQL
import Testing

@Suite struct SQLStatementTests {
  @Test func `values never become text`() {
    let name = "'; DROP TABLE recipients; --"
    let statement: SQLStatement = "SELECT \(1) WHERE name = \(name) AND active = \(true)"
    let (text, values) = statement.rendered(for: .postgreSQL)
    #expect(text == "SELECT $1 WHERE name = $2 AND active = $3")
    #expect(values == [.integer(1), .text(name), .boolean(true)])
    #expect(statement.rendered(for: .sqlite).text == "SELECT ?1 WHERE name = ?2 AND active = ?3")
  }

  @Test func `a part is numbered where it stands`() {
    let part: SQLStatement = "b = \(2)"
    let statement: SQLStatement = "a = \(1) AND \(part) AND c = \(nil as String?)"
    let (text, values) = statement.rendered(for: .postgreSQL)
    #expect(text == "a = $1 AND b = $2 AND c = $3")
    #expect(values == [.integer(1), .integer(2), .null])
  }

  @Test func `parts are joined`() {
    let parts = [1, 2].map { "(\($0))" as SQLStatement }
    let (text, values) = SQLStatement(parts, separator: ", ").rendered(for: .postgreSQL)
    #expect(text == "($1), ($2)")
    #expect(values == [.integer(1), .integer(2)])
  }
}
