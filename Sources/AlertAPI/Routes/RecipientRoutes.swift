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
      var query = QueryReader(request)
      let limit = query.limit()
      let cursor = query.cursor()
      let filter = RecipientListFilter(
        tag: query.text("tag", length: RequestLimits.tag), isActive: query.boolean("active"),
        phoneNumber: query.phoneNumber("phone_number"))
      try query.finish()
      let page = try await services.recipients.list(filter, after: cursor, limit: limit)
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
