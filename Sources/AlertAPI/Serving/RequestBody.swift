import Alerts
import FormText
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
  static func form(of request: Request) async throws -> [FormField] {
    try check(request, type: "application/x-www-form-urlencoded")
    let bytes = try await request.body.collect(upTo: limit)
    guard let text = String(validating: bytes.readableBytesView, as: UTF8.self),
      let fields = FormText.fields(of: text)
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
