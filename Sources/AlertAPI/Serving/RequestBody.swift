import Alerts
import Foundation
import HTTPTypes
import Hummingbird
import JSONText
import NIOCore

/// The body of a request, read whole and checked before anybody looks into it.
enum RequestBody {
  /// The most that is read, in bytes: the longest alert with every character escaped has a quarter.
  static let limit = 65_536

  /// A body of JSON.
  static func json(of request: Request) async throws -> JSONValue {
    try check(request, type: "application/json")
    let bytes = try await request.body.collect(upTo: limit)
    do {
      return try JSONValue(reading: bytes.readableBytesView)
    } catch {
      throw APIError(
        .invalidRequest, "the body is not JSON",
        fields: [FieldProblem("body", error.problem)])
    }
  }

  /// A body that a form sent.
  static func form(of request: Request) async throws -> [(name: String, value: String)] {
    try check(request, type: "application/x-www-form-urlencoded")
    let bytes = try await request.body.collect(upTo: limit)
    guard let text = String(validating: bytes.readableBytesView, as: UTF8.self),
      let fields = FormFields.fields(of: text)
    else { throw APIError(.invalidRequest, "the body is not a form") }
    return fields
  }

  private static func check(_ request: Request, type expected: String) throws(APIError) {
    let type =
      request.headers[.contentType]?.prefix { $0 != ";" }
      .trimmingCharacters(in: .whitespaces).lowercased()
    guard type == expected else {
      throw APIError(
        .unsupportedMediaType,
        "the body is \(type.map { "`\($0)`" } ?? "of no type"); send `Content-Type: \(expected)`")
    }
  }
}

/// What a form sends: names and values, in order.
enum FormFields {
  /// Reads `a=b&c=d`; nil where a percent sign isn't followed by two digits, or the text isn't UTF-8.
  static func fields(of text: String) -> [(name: String, value: String)]? {
    var fields: [(name: String, value: String)] = []
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0]), let value = parts.count > 1 ? decoded(parts[1]) : ""
      else { return nil }
      fields.append((name: name, value: value))
    }
    return fields
  }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
