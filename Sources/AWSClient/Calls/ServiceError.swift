import Foundation

/// What a service said when it refused: the same three facts in whatever form it writes.
struct ServiceError: Sendable, Hashable {
  var code: String
  var message: String
  var requestID: String?

  init(_ response: TransportResponse, wireProtocol: AWSService.WireProtocol) {
    let found =
      switch wireProtocol {
      case .json: Self.json(response)
      case .query: Self.xml(response)
      }
    code = found?.code ?? "HTTP\(response.status)"
    message = found?.message ?? ""
    requestID = response.header("x-amzn-requestid") ?? found?.requestID
  }

  private init(code: String, message: String, requestID: String? = nil) {
    self.code = code
    self.message = message
    self.requestID = requestID
  }

  /// `{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "…"}`, or the code in a header,
  /// with an address after a colon.
  private static func json(_ response: TransportResponse) -> ServiceError? {
    struct Body: Decodable {
      var __type: String?
      var code: String?
      var message: String?
      var Message: String?
    }
    // A proxy's page is no JSON: the status alone says then what went wrong.
    let body = try? JSONDecoder().decode(Body.self, from: Data(response.body))
    guard let name = response.header("x-amzn-errortype") ?? body?.__type ?? body?.code else {
      return nil
    }
    let code = name.prefix { $0 != ":" }.split(separator: "#").last.map(String.init) ?? name
    return ServiceError(code: code, message: body?.message ?? body?.Message ?? "")
  }

  /// `<ErrorResponse><Error><Code>…</Code><Message>…</Message></Error><RequestId>…`.
  private static func xml(_ response: TransportResponse) -> ServiceError? {
    guard let root = try? XMLNode(parsing: response.body), let error = try? root.child("Error"),
      let code = error.textIfAny(of: "Code")
    else { return nil }
    return ServiceError(
      code: code, message: error.textIfAny(of: "Message") ?? "",
      requestID: root.textIfAny(of: "RequestId"))
  }
}

extension String {
  /// Without any of `secrets`: AWS quotes in some messages what it was sent.
  func redacting(_ secrets: [SecretText]) -> String {
    secrets.reduce(self) { text, secret in
      secret.text.isEmpty ? text : text.replacing(secret.text, with: "(redacted)")
    }
  }
}
