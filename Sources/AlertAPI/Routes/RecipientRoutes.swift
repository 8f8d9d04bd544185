import AlertStores
import Alerts
import Hummingbird
import JSONText

extension Router where Context == APIRequestContext {
  /// Serves recipients.
  func serveRecipients(_ services: Services) {
    serve(.createRecipient, services) { request, _, key in
      try refuseQuery(request)
      let body = try await RequestBody.json(of: request)
      let draft = try RecipientDraft(reading: body)
      return try await services.recipients.create(
        draft, at: services.now(),
        once: try idempotency(of: request, .createRecipient, body, by: key),
        answer: { $0.creationAnswer.json }
      ).response(status: .created) { $0.creationAnswer }
    }
    serve(.listRecipients, services) { request, _, _ in
      let query = try RecipientListQuery(recipients: request.uri.query ?? "")
      let page = try await services.recipients.list(
        query.filter, after: query.cursor, limit: query.limit)
      return .json(page.json(named: "recipients", \.json))
    }
    serve(.getRecipient, services) { request, context, _ in
      try refuseQuery(request)
      let id = try id(of: RecipientKind.self, in: context)
      guard let recipient = try await services.recipients.recipient(id) else {
        throw ChangeRefusal.notFound
      }
      return .json(recipient.json, headers: etag(recipient.version))
    }
    serve(.updateRecipient, services) { request, context, _ in
      try refuseQuery(request)
      let id = try id(of: RecipientKind.self, in: context)
      let expected = try expectedVersion(of: request)
      let draft = try RecipientDraft(reading: try await RequestBody.json(of: request))
      let recipient = try await services.recipients.replace(
        id, with: draft, expecting: expected, at: services.now())
      return .json(recipient.json, headers: etag(recipient.version))
    }
  }
}
