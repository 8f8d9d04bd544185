import AlertStores
import Alerts
import HTTPTypes
import NIOCore
import SQL

extension APIError {
  /// What a caller is told of an error; nil for one that is our own mistake.
  init?(telling error: any Error) {
    switch error {
    case let error as APIError: self = error
    case let error as InvalidRequest:
      self.init(
        .invalidRequest,
        error.problems.count == 1
          ? "one field is wrong" : "\(error.problems.count) fields are wrong",
        fields: error.problems)
    case let refusal as ChangeRefusal: self.init(refusal)
    case let error as SQLError:
      switch error.kind {
      case .unavailable, .timeout, .locked, .conflict:
        self.init(
          .unavailable, "the database does not answer in time; try again",
          headers: [.retryAfter: "1"])
      case .notUnique, .constraint, .wrongStatement: return nil
      }
    case is NIOTooManyBytesError:
      self.init(.tooLarge, "the body is larger than \(RequestBody.limit) bytes")
    case is CancellationError:
      self.init(.unavailable, "the service is stopping; try again", headers: [.retryAfter: "1"])
    default: return nil
    }
  }

  private init(_ refusal: ChangeRefusal) {
    switch refusal {
    case .notFound: self.init(.notFound, "there is nothing with this ID")
    case .versionDiffers(let current):
      self.init(
        .preconditionFailed,
        "it was changed meanwhile, and is at version \(current); read it again, then change it")
    case .conflict(let field, let problem):
      self.init(
        .conflict, problem, fields: field.map { [FieldProblem($0, problem)] } ?? [])
    }
  }
}

extension HTTPField.Name {
  static let requestID = token("X-Request-Id")
  static let apiKey = token("X-API-Key")
  static let idempotencyKey = token("Idempotency-Key")
  static let idempotencyReplayed = token("Idempotency-Replayed")
  static let forwardedProtocol = token("X-Forwarded-Proto")
  static let twilioSignature = token("X-Twilio-Signature")

  private static func token(_ text: String) -> Self {
    guard let name = Self(text) else { preconditionFailure("\(text) is no token") }
    return name
  }
}
