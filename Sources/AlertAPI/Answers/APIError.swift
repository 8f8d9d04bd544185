import Alerts
import HTTPTypes
import Hummingbird
import JSONText

/// An answer that says what is wrong: one shape for all.
struct APIError: Error, Sendable, Hashable {
  /// Why, for programs.
  enum Code: String, Sendable, Hashable, CaseIterable {
    case invalidRequest = "invalid_request"
    case unauthorized
    case forbidden
    case notFound = "not_found"
    case methodNotAllowed = "method_not_allowed"
    case conflict
    case preconditionFailed = "precondition_failed"
    case tooLarge = "too_large"
    case unsupportedMediaType = "unsupported_media_type"
    case tooManyRequests = "too_many_requests"
    case internalError = "internal_error"
    case unavailable

    var status: HTTPResponse.Status {
      switch self {
      case .invalidRequest: .badRequest
      case .unauthorized: .unauthorized
      case .forbidden: .forbidden
      case .notFound: .notFound
      case .methodNotAllowed: .methodNotAllowed
      case .conflict: .conflict
      case .preconditionFailed: .preconditionFailed
      case .tooLarge: .contentTooLarge
      case .unsupportedMediaType: .unsupportedMediaType
      case .tooManyRequests: .tooManyRequests
      case .internalError: .internalServerError
      case .unavailable: .serviceUnavailable
      }
    }
  }

  let code: Code
  /// For people: what is wrong, and what to do.
  let message: String
  /// What is wrong with which field.
  var fields: [FieldProblem] = []
  /// Headers that the status asks for: `Retry-After`, `Allow`.
  var headers: HTTPFields = [:]

  init(
    _ code: Code, _ message: String, fields: [FieldProblem] = [], headers: HTTPFields = [:]
  ) {
    self.code = code
    self.message = message
    self.fields = fields
    self.headers = headers
  }

  /// The answer.
  func response(requestID: String) -> Response {
    var error: JSONObject = [
      "code": .string(code.rawValue), "message": .string(message),
      "request_id": .string(requestID),
    ]
    error["fields"] = .array(
      fields.map { ["field": .string($0.field), "problem": .string($0.problem)] })
    return .json(["error": .object(error)], status: code.status, headers: headers)
  }
}

extension Response {
  /// An answer of JSON.
  static func json(
    _ value: JSONValue, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) -> Response {
    .text(value.bytes, type: "application/json", status: status, headers: headers)
  }

  /// An answer of some type.
  static func text(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = type
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
