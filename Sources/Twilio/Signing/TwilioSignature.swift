import Crypto
public import FormText
import Foundation

/// How Twilio signs what it sends: HMAC-SHA1, with the account's token, over the URL that it called and the
/// fields of the form in the order of their names, name and value one after the other.
///
/// Source: Twilio, "Webhooks security", "Validating requests are coming from Twilio", 2026-11.
public enum TwilioSignature {
  /// The signature, as it stands in `X-Twilio-Signature`.
  public static func signature(
    of url: String, _ fields: [FormField], token: String
  ) -> String {
    let code = HMAC<Insecure.SHA1>.authenticationCode(
      for: signedText(of: url, fields), using: SymmetricKey(data: Data(token.utf8)))
    return Data(code).base64EncodedString()
  }

  /// Whether `signature` is right, in a time that doesn't depend on where it is wrong.
  public static func isValid(
    _ signature: String, of url: String, _ fields: [FormField], token: String
  ) -> Bool {
    guard let presented = Data(base64Encoded: signature) else { return false }
    return HMAC<Insecure.SHA1>.isValidAuthenticationCode(
      presented, authenticating: signedText(of: url, fields),
      using: SymmetricKey(data: Data(token.utf8)))
  }

  /// What is signed.
  private static func signedText(
    of url: String, _ fields: [FormField]
  ) -> Data {
    let sorted = fields.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    return Data((url + sorted.map { $0.name + $0.value }.joined()).utf8)
  }
}
