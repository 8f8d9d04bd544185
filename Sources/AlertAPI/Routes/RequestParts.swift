import AlertStores
package import Alerts
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import JSONText

/// The ID in the path. Throws 404 for what can't be one: there is nothing under it.
func id<Kind: IdentifierKind>(
  of _: Kind.Type, in context: APIRequestContext
) throws(APIError) -> Identifier<Kind> {
  guard let text = context.parameters.get("id"), let id = Identifier<Kind>(text) else {
    throw APIError(.notFound, "there is nothing with this ID; one begins with `\(Kind.prefix)_`")
  }
  return id
}

/// The version that `If-Match` asks for; nil where any will do.
func expectedVersion(of request: Request) throws(InvalidRequest) -> Int64? {
  try expectedVersion(ifMatch: request.headers[.ifMatch])
}

/// The version that the value of `If-Match` asks for; nil where any will do.
package func expectedVersion(ifMatch text: String?) throws(InvalidRequest) -> Int64? {
  guard let text, text != "*" else { return nil }
  guard text.hasPrefix("\""), text.hasSuffix("\""), text.count > 2,
    // `Int64` takes a sign and zeros in front, which no `ETag` of ours has.
    let version = Int64(text.dropFirst().dropLast()), "\"\(version)\"" == text
  else {
    throw InvalidRequest([
      FieldProblem("If-Match", "must be the `ETag` of an answer, quotation marks and all, or `*`")
    ])
  }
  return version
}

/// What makes a request the same when it comes again; nil where its sender names it nothing.
func idempotency(
  of request: Request, _ endpoint: Endpoint, _ body: JSONValue, by key: APIKey
) throws -> IdempotentRequest? {
  guard let name = request.headers[.idempotencyKey] else { return nil }
  guard (1...255).contains(name.utf8.count), name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
    throw InvalidRequest([
      FieldProblem("Idempotency-Key", "must be 1 to 255 characters of ASCII without spaces")
    ])
  }
  return IdempotentRequest(
    scope: "\(key.name) \(endpoint.operation)", key: name, hash: APIKey.digest(of: body.json))
}

/// Nothing may stand in the query.
func refuseQuery(_ request: Request) throws {
  var query = QueryReader(request)
  try query.finish()
}

extension CreationOutcome {
  /// The answer to whoever asked for it.
  func response(
    status: HTTPResponse.Status, _ answer: (Created) -> JSONValue
  ) throws(APIError) -> Response {
    switch self {
    case .created(let created): return .json(answer(created), status: status)
    case .repeated(let answer):
      return .text(
        Array(answer.utf8), type: "application/json", status: status,
        headers: [.idempotencyReplayed: "true"])
    case .keyTaken:
      let problem = "another request had this key; draw a new one for a new request"
      throw APIError(.conflict, problem, fields: [FieldProblem("Idempotency-Key", problem)])
    }
  }
}

/// `ETag` of a version.
func etag(_ version: Int64) -> HTTPFields { [.eTag: "\"\(version)\""] }
