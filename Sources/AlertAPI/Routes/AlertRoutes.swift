import AlertStores
import Alerts
import CellContract
import Hummingbird
import JSONText
import Logging

extension Router where Context == APIRequestContext {
  /// Serves alerts.
  func serveAlerts(_ services: Services) {
    serve(.createAlert, services) { request, context, key in
      try refuseQuery(request)
      let body = try await RequestBody.json(of: request)
      let draft = try AlertDraft(reading: body)
      let outcome = try await services.alerts.create(
        draft, at: services.now(),
        once: try idempotency(of: request, .createAlert, body, by: key),
        answer: { $0.creationAnswer.json })
      if case .created(let alert) = outcome {
        context.logger.info(
          "alert created", metadata: [LogField.alert.rawValue: .string(alert.id.text)])
      }
      return try outcome.response(status: .accepted) { $0.creationAnswer }
    }
    serve(.listAlerts, services) { request, _, _ in
      let query = try AlertListQuery(alerts: request.uri.query ?? "")
      let page = try await services.alerts.list(
        query.filter, after: query.cursor, limit: query.limit)
      return .json(page.json(named: "alerts", \.json))
    }
    serve(.getAlert, services) { request, context, _ in
      try refuseQuery(request)
      let alert = try await services.alert(in: context)
      return .json(alert.json, headers: etag(alert.version))
    }
    serve(.getAlertStatus, services) { request, context, _ in
      var query = QueryReader(request)
      let limit = query.limit()
      let cursor = query.cursor()
      try query.finish()
      let alert = try await services.alert(in: context)
      let (counts, page) = try await services.deliveries.overview(
        of: alert.id, after: cursor, limit: limit)
      return .json(alert.statusJSON(counts, page))
    }
    serve(.updateAlert, services) { request, context, _ in
      try refuseQuery(request)
      let id = try id(of: AlertKind.self, in: context)
      let expected = try expectedVersion(of: request)
      let draft = try AlertDraft(reading: try await RequestBody.json(of: request))
      let alert = try await services.alerts.replace(
        id, with: draft, expecting: expected, at: services.now())
      return .json(alert.json, headers: etag(alert.version))
    }
    serve(.cancelAlert, services) { request, context, _ in
      try refuseQuery(request)
      let id = try id(of: AlertKind.self, in: context)
      _ = try await services.alerts.cancel(
        id, expecting: try expectedVersion(of: request), at: services.now())
      return Response(status: .noContent)
    }
  }
}

extension Services {
  fileprivate func alert(in context: APIRequestContext) async throws -> Alert {
    guard let alert = try await alerts.alert(try id(of: AlertKind.self, in: context)) else {
      throw ChangeRefusal.notFound
    }
    return alert
  }
}
