import CellContract
import HTTPTypes

extension Endpoint {
  static let listAlerts = Endpoint(
    method: .get, path: AlertPath.prefix, operation: "listAlerts",
    summary: "List alerts, newest first",
    scope: .read, parameters: [.limit, .cursor, .status, .priority, .deliveryMethod],
    success: Success(status: .ok, description: "A page.", content: .json(schema: "AlertList")))
  static let createAlert = Endpoint(
    method: .post, path: AlertPath.prefix, operation: "createAlert", summary: "Create an alert",
    scope: .write, parameters: [.idempotencyKey], body: .json(schema: "AlertDraft"),
    success: Success(
      status: .accepted, description: "It will be sent.", content: .json(schema: "AlertCreated")),
    failures: [.conflict])
  static let getAlert = Endpoint(
    method: .get, path: "\(AlertPath.prefix)/{id}", operation: "getAlert", summary: "Get an alert",
    scope: .read, parameters: [.alertID],
    success: Success(
      status: .ok, description: "The alert.", content: .json(schema: "Alert"), hasETag: true),
    failures: [.notFound])
  static let getAlertStatus = Endpoint(
    method: .get, path: "\(AlertPath.prefix)/{id}/status", operation: "getAlertStatus",
    summary: "See how far an alert's deliveries are", scope: .read,
    parameters: [.alertID, .limit, .cursor],
    success: Success(
      status: .ok, description: "Counts of all deliveries, and a page of them.",
      content: .json(schema: "AlertDeliveries")),
    failures: [.notFound])
  static let updateAlert = Endpoint(
    method: .put, path: "\(AlertPath.prefix)/{id}", operation: "updateAlert",
    summary: "Replace an alert that is still queued", scope: .write,
    parameters: [.alertID, .ifMatch], body: .json(schema: "AlertDraft"),
    success: Success(
      status: .ok, description: "The alert as it is now.", content: .json(schema: "Alert"),
      hasETag: true),
    failures: [.notFound, .conflict, .preconditionFailed])
  static let cancelAlert = Endpoint(
    method: .delete, path: "\(AlertPath.prefix)/{id}", operation: "cancelAlert",
    summary: "Cancel what an alert hasn't sent yet", scope: .write,
    parameters: [.alertID, .ifMatch],
    success: Success(status: .noContent, description: "It is cancelled.", content: nil),
    failures: [.notFound, .conflict, .preconditionFailed])

  static let listRecipients = Endpoint(
    method: .get, path: "/v1/recipients", operation: "listRecipients",
    summary: "List recipients, newest first", scope: .read,
    parameters: [.limit, .cursor, .tag, .active, .phoneNumber],
    success: Success(status: .ok, description: "A page.", content: .json(schema: "RecipientList")))
  static let createRecipient = Endpoint(
    method: .post, path: "/v1/recipients", operation: "createRecipient",
    summary: "Create a recipient", scope: .write, parameters: [.idempotencyKey],
    body: .json(schema: "RecipientDraft"),
    success: Success(
      status: .created, description: "It exists.", content: .json(schema: "RecipientCreated")),
    failures: [.conflict])
  static let getRecipient = Endpoint(
    method: .get, path: "/v1/recipients/{id}", operation: "getRecipient",
    summary: "Get a recipient", scope: .read, parameters: [.recipientID],
    success: Success(
      status: .ok, description: "The recipient.", content: .json(schema: "Recipient"),
      hasETag: true),
    failures: [.notFound])
  static let updateRecipient = Endpoint(
    method: .put, path: "/v1/recipients/{id}", operation: "updateRecipient",
    summary: "Replace a recipient", scope: .write, parameters: [.recipientID, .ifMatch],
    body: .json(schema: "RecipientDraft"),
    success: Success(
      status: .ok, description: "The recipient as it is now.", content: .json(schema: "Recipient"),
      hasETag: true),
    failures: [.notFound, .conflict, .preconditionFailed])

  static let health = Endpoint(
    method: .get, path: "/health", operation: "health",
    summary: "Whether the service is of use, for people and Route 53", scope: nil,
    success: Success(status: .ok, description: "It is.", content: .json(schema: "Health")),
    failures: [.unavailable])

  static let twilioStatus = Endpoint(
    method: .post, path: CallbackPath.twilioStatus, operation: "twilioStatus",
    summary: "Twilio tells what became of a message or a call; signed by Twilio", scope: nil,
    parameters: [.delivery], body: .form(schema: "TwilioStatus"),
    success: Success(status: .noContent, description: "Noted.", content: nil),
    failures: [.unauthorized, .notFound])
  static let twilioInbound = Endpoint(
    method: .post, path: CallbackPath.twilioInbound, operation: "twilioInbound",
    summary: "Twilio passes on what a recipient wrote; signed by Twilio", scope: nil,
    body: .form(schema: "TwilioInbound"),
    success: Success(
      status: .ok, description: "Nothing to answer.", content: .text(type: "text/xml")),
    failures: [.unauthorized])

  /// All that `/openapi.json` tells of: the eleven for callers, and Twilio's two.
  static let all = [
    health, createAlert, listAlerts, getAlert, getAlertStatus, updateAlert, cancelAlert,
    createRecipient, listRecipients, getRecipient, updateRecipient, twilioStatus, twilioInbound,
  ]
}
