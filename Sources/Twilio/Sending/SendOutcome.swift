/// What became of an attempt to send.
///
/// Twilio's API of 2010 has no idempotency key, so that whoever sends again what may have been sent
/// risks a second message. Each case says whether it may have been.
/// Sources: Twilio, "Messages resource", "Create a Message", parameters; "Twilio's Responses" (status
/// codes); 2026-11.
public enum SendOutcome: Sendable, Hashable {
  /// Twilio took it, under this name: `SM`, `MM` or `CA` and 32 digits.
  ///
  /// Only an answer 2xx with such a name says so.
  case accepted(sid: String)
  /// Certainly not sent, and never to be tried again as it is: a 4xx with a code that is about the
  /// message or its recipient, or with one that ``TwilioErrors`` doesn't know.
  ///
  /// Twilio checks a request before it makes the resource: an answer 4xx means that there is none.
  /// Source: Twilio, "Twilio's Responses", "Exceptions", 2026-11.
  case refusedFinally(code: Int?, message: String)
  /// Certainly not sent; may be tried again.
  ///
  /// A 429, which is refused before the request is handled; a code that is about the account's state or
  /// load; a 4xx without a code of Twilio's, which something on the way wrote; or no connection: the name
  /// unknown, refused, no TLS, or none free in time, so that the form never left.
  /// Sources: Twilio, "Error 20429"; "Best practices for using the REST API: 429"; 2026-11.
  case refusedForNow(retryAfter: Duration?, code: Int?, message: String)
  /// It may have been sent, or not: ``TwilioClient/list(_:to:from:since:with:timeLimit:)`` and callbacks
  /// tell.
  ///
  /// No answer in time, or a connection that broke, after the form may have left; a 5xx, behind which the
  /// message may have been made, and 408, which something on the way says; a 2xx that can't be read; a
  /// redirection, which nobody follows.
  /// Source: Twilio, "Twilio's Responses": a 5xx says nothing of the resource's state; 2026-11.
  case unknown(String)
  /// Certainly not sent: the account or its token is not what Twilio knows (401, or 404 for the
  /// account's path). Read the secret again, and try with what it holds then.
  /// Source: Twilio, "Error 20003", "Error 20404", 2026-11.
  case credentialsRefused
}
