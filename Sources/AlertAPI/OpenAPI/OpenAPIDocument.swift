import HTTPTypes
import JSONText

/// The document at `/openapi.json`, made of what the router serves.
enum OpenAPIDocument {
  /// OpenAPI 3.1.
  static let document: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "BizComms", "version": "1.0.0",
      "description":
        "Alerts by text message and call. Lists go by cursor; a change can be made conditional with `If-Match`, and creation be sent again with `Idempotency-Key`.",
    ],
    "paths": .object(paths),
    "components": [
      "schemas": .object(JSONObject(Schemas.all)),
      "securitySchemes": [
        "key": ["type": "apiKey", "in": "header", "name": "X-API-Key"]
      ],
    ],
  ]

  /// The document as it is sent.
  static let bytes = document.bytes

  private static var paths: JSONObject {
    var paths = JSONObject()
    for endpoint in Endpoint.all {
      var item: JSONObject = [:]
      if case .object(let present)? = paths[endpoint.path] { item = present }
      item[endpoint.method.rawValue.lowercased()] = endpoint.openAPI
      paths[endpoint.path] = .object(item)
    }
    return paths
  }
}

extension Endpoint {
  /// What the document says of the operation.
  fileprivate var openAPI: JSONValue {
    var object: JSONObject = [
      "operationId": .string(operation), "summary": .string(summary),
      "security": scope == nil ? [] : [["key": []]],
    ]
    if !parameters.isEmpty { object["parameters"] = .array(parameters.map(\.openAPI)) }
    switch body {
    case nil: break
    case .json(let schema)?:
      object["requestBody"] = [
        "required": true,
        "content": ["application/json": ["schema": Schemas.reference(schema)]],
      ]
    case .form(let schema)?:
      object["requestBody"] = [
        "required": true,
        "content": ["application/x-www-form-urlencoded": ["schema": Schemas.reference(schema)]],
      ]
    }
    object["responses"] = .object(responses)
    return .object(object)
  }

  private var responses: JSONObject {
    var answer: JSONObject = ["description": .string(success.description)]
    switch success.content {
    case nil: break
    case .json(let schema)?:
      answer["content"] = ["application/json": ["schema": Schemas.reference(schema)]]
    case .text(let type)?:
      let schema: JSONValue = ["schema": ["type": "string"]]
      answer["content"] = .object(JSONObject([(name: type, value: schema)]))
    }
    if success.hasETag {
      answer["headers"] = .object(["ETag": ["required": true, "schema": ["type": "string"]]])
    }
    var responses: JSONObject = [:]
    responses["\(success.status.code)"] = .object(answer)
    for code in allFailures {
      responses["\(code.status.code)"] = [
        "description": .string(code.meaning),
        "content": ["application/json": ["schema": Schemas.reference("Error")]],
      ]
    }
    return responses
  }

  /// What the operation may answer when it doesn't succeed.
  var allFailures: [APIError.Code] {
    var codes = failures
    if self.path != Endpoint.health.path {
      codes += [.invalidRequest, .internalError, .unavailable]
    }
    if scope != nil { codes += [.unauthorized, .forbidden, .tooManyRequests] }
    if body != nil { codes += [.tooLarge, .unsupportedMediaType] }
    return codes.sorted { $0.status.code < $1.status.code }
  }
}

extension Endpoint.Parameter {
  fileprivate var openAPI: JSONValue {
    [
      "name": .string(name), "in": .string(place.rawValue), "required": .bool(place == .path),
      "description": .string(description), "schema": schema,
    ]
  }
}

extension APIError.Code {
  fileprivate var meaning: String {
    switch self {
    case .invalidRequest: "Something in the request is wrong; `fields` says all of it."
    case .unauthorized: "The key or the signature is missing or not valid."
    case .forbidden: "The key may not do this."
    case .notFound: "There is nothing with this ID."
    case .methodNotAllowed: "The path has no such method."
    case .conflict: "What is there stands against it."
    case .preconditionFailed: "It was changed meanwhile."
    case .tooLarge: "The body is too large."
    case .unsupportedMediaType: "The body is of another type than is taken."
    case .tooManyRequests: "The key was used too often; `Retry-After` says when to come again."
    case .internalError: "Our mistake."
    case .unavailable: "Something that the service needs does not answer."
    }
  }
}
