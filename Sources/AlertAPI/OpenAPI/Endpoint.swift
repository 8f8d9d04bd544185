import HTTPTypes
import JSONText

/// One operation of the API: what the router serves, and what `/openapi.json` tells of it.
struct Endpoint: Sendable {
  let method: HTTPRequest.Method
  /// `/v1/alerts/{id}`.
  let path: String
  /// `createAlert`.
  let operation: String
  let summary: String
  /// What a key must allow; nil for what needs no key.
  let scope: Scope?
  var parameters: [Parameter] = []
  /// Name of the schema of the body.
  var body: Body?
  /// What comes when all is well.
  let success: Success
  /// What else comes, beside what every operation answers.
  var failures: [APIError.Code] = []

  /// A body that is sent.
  enum Body: Sendable {
    case json(schema: String)
    /// A form that Twilio sends.
    case form(schema: String)
  }

  /// An answer.
  struct Success: Sendable {
    let status: HTTPResponse.Status
    let description: String
    /// The type of what comes, and the name of its schema where it is JSON; nil where nothing comes.
    let content: Content?
    /// Whether `ETag` comes with it.
    var hasETag = false

    enum Content: Sendable {
      case json(schema: String)
      case text(type: String)
    }
  }

  /// A parameter.
  struct Parameter: Sendable {
    enum Place: String, Sendable {
      case path, query, header
    }
    let name: String
    let place: Place
    let description: String
    let schema: JSONValue
  }
}
