import HTTPTypes
import Hummingbird
import JSONText
import NIOCore

/// What Twilio refuses, as it writes that.
/// Source: Twilio, "Twilio's Responses", "Exceptions", and each error's own page; 2026-11.
struct Refusal: Error, Sendable {
  let code: Int
  let message: String
  var status = HTTPResponse.Status.badRequest
  var headers: HTTPFields = [:]

  init(
    _ code: Int, _ message: String, status: HTTPResponse.Status = .badRequest,
    headers: HTTPFields = [:]
  ) {
    self.code = code
    self.message = message
    self.status = status
    self.headers = headers
  }

  static let unauthorized = Refusal(
    20003, "Authenticate", status: .unauthorized,
    headers: [.wwwAuthenticate: #"Basic realm="Twilio API""#])
  static func notFound(_ path: String) -> Refusal {
    Refusal(20404, "The requested resource \(path) was not found", status: .notFound)
  }
  static let tooMany = Refusal(
    20429, "Too Many Requests", status: .tooManyRequests, headers: [.retryAfter: "1"])
  static let failure = Refusal(
    20500, "An internal server error has occurred", status: .internalServerError)

  static let toMissing = Refusal(21604, "A 'To' phone number is required.")
  static let fromMissing = Refusal(21603, "A 'From' phone number is required.")
  static let bodyMissing = Refusal(21602, "Message body is required.")
  static let bodyTooLong = Refusal(
    21617, "The concatenated message body exceeds the 1600 character limit.")
  static let fromNotOwned = Refusal(
    21606,
    "The 'From' phone number provided is not a valid message-capable Twilio phone number for this "
      + "destination/account")
  static let optedOut = Refusal(21610, "Attempt to send to unsubscribed recipient")
  static let callbackInvalid = Refusal(21609, "The 'StatusCallback' URL is not a valid URL.")
  static func toInvalid(_ number: String) -> Refusal {
    Refusal(21211, "The 'To' number \(number) is not a valid phone number.")
  }
  static func fromInvalid(_ number: String) -> Refusal {
    Refusal(21212, "The 'From' number \(number) is not a valid phone number.")
  }

  static let callToMissing = Refusal(21201, "No 'To' number is specified")
  static let callFromMissing = Refusal(21213, "Caller phone number required")
  static let callFromNotOwned = Refusal(
    21210, "The source phone number provided is not yet verified for your account.")
  static let twimlMissing = Refusal(21205, "Url parameter is required.")
  static let twimlTooLong = Refusal(
    32018, "Twiml size exceeded maximum allowed value of 4000 characters")
  static let twimlUnreadable = Refusal(12100, "Document parse failure")
  static func callToInvalid(_ number: String) -> Refusal {
    Refusal(21217, "The phone number you are attempting to call, \(number), is not valid.")
  }
  static let pageInvalid = Refusal(20001, "A parameter of the list is not valid.")
}

extension Refusal: HTTPResponseError {
  func response(from request: Request, context: some RequestContext) -> Response {
    let body: JSONValue = [
      "code": .integer(Int64(code)), "message": .string(message),
      "more_info": .string("https://www.twilio.com/docs/errors/\(code)"),
      "status": .integer(Int64(status.code)),
    ]
    return Response(status, body, headers: headers)
  }
}

extension Response {
  /// An answer in JSON.
  init(_ status: HTTPResponse.Status, _ json: JSONValue, headers: HTTPFields = [:]) {
    var headers = headers
    headers[.contentType] = "application/json"
    self.init(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
  }
}
