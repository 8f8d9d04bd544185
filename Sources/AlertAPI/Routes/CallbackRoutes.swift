import AlertStores
import Alerts
import CellContract
import FormText
import HTTPTypes
import Hummingbird
import Logging
import ServiceRuntime
import Timestamps
import Twilio

extension Router where Context == APIRequestContext {
  /// Serves what Twilio calls.
  func serveCallbacks(_ services: Services) {
    serve(.twilioStatus) { request, context in
      let form = try await services.signedForm(of: request)
      var query = QueryReader(request)
      let text = query.text("delivery", length: 1...200)
      try query.finish()
      guard let text, let key = Delivery.Key(text) else {
        throw APIError(.notFound, "`delivery` in the query names none of ours")
      }
      guard let news = TwilioNews(form) else { return Response(status: .noContent) }
      let now = services.now()
      guard let outcome = try await services.deliveries.advance(key, { $0.take(news, at: now) })
      else { throw ChangeRefusal.notFound }
      if outcome.changed {
        services.count(outcome.delivery)
        try await services.deliveryStatus.publish(TopicMessage(outcome.delivery.transition))
      }
      context.logger.info(
        "delivery is \(outcome.delivery.status.rawValue)",
        metadata: [
          LogField.alert.rawValue: .string(key.alertID.text),
          LogField.delivery.rawValue: .string(key.description),
        ])
      return Response(status: .noContent)
    }
    serve(.twilioInbound) { request, context in
      let form = try await services.signedForm(of: request)
      try refuseQuery(request)
      if let number = form.first("From").flatMap(PhoneNumber.init),
        let wish = OptOutWish(form)
      {
        let isKnown = try await services.recipients.setOptedOut(
          wish == .stop, number: number, at: services.now())
        context.logger.info("\(wish.rawValue) of \(isKnown ? "a recipient" : "an unknown number")")
      }
      return .text(Array("<Response/>".utf8), type: "text/xml")
    }
  }
}

extension Services {
  /// The form of a request that Twilio signed. Throws 401 for any other.
  ///
  /// Twilio signs the URL that it called: the load balancer passes its host on, and says which protocol
  /// it was.
  fileprivate func signedForm(
    of request: Request
  ) async throws -> [FormField] {
    let form = try await RequestBody.form(of: request)
    let scheme = request.headers[.forwardedProtocol] ?? "http"
    let url = "\(scheme)://\(request.head.authority ?? "")\(request.head.path ?? "/")"
    let signature = request.headers[.twilioSignature] ?? ""
    for refresh in [false, true] {
      let credentials = try TwilioCredentials(
        reading: try await twilio.current(refresh: refresh).value)
      if TwilioSignature.isValid(signature, of: url, form, token: credentials.authToken) {
        return form
      }
      // A request without a signature is nothing to read the secret again for.
      if signature.isEmpty { break }
    }
    throw APIError(.unauthorized, "X-Twilio-Signature is missing or doesn't fit the request")
  }

  fileprivate func count(_ delivery: Delivery) {
    switch delivery.status {
    case .delivered: metrics.record(.deliveriesDelivered, 1, by: delivery.key.channel.rawValue)
    case .failed: metrics.record(.deliveriesUndelivered, 1, by: delivery.key.channel.rawValue)
    case .pending, .claimed, .unknown, .sent, .cancelled: break
    }
  }
}
