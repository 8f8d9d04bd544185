public import Foundation
import Timestamps

/// One row of a result; columns are counted from 0.
public protocol SQLRow {
  /// Whether the column is null.
  func isNull(_ column: Int) -> Bool
  /// The column's text; empty where it is null.
  func text(_ column: Int) -> String
  /// The column's number.
  func integer(_ column: Int) throws(SQLError) -> Int64
  /// Whether the column is true.
  func boolean(_ column: Int) throws(SQLError) -> Bool
}

extension SQLRow {
  /// The column's text, or nil where it is null.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// The column's moment.
  public func moment(_ column: Int) throws(SQLError) -> Date {
    let text = text(column)
    guard let moment = Timestamp.moment(of: text) else {
      throw SQLError(.wrongStatement, "column \(column) holds no moment but `\(text)`")
    }
    return moment
  }

  /// The column's moment, or nil where it is null.
  public func optionalMoment(_ column: Int) throws(SQLError) -> Date? {
    isNull(column) ? nil : try moment(column)
  }
}
