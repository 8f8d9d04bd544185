import CellPrimitives
import TerraformAWS
import TerraformDocument

/// What a caller over the limit is told, in the form of the API's own errors.
enum FloodResponse {
  private static let key = "too-many-requests"

  /// The web ACL's body of that answer.
  static let body = AWS.WAFv2WebACL.CustomResponseBody {
    $0.key = Argument(key)
    $0.contentType = "APPLICATION_JSON"
    $0.content = #"{"error": "Too Many Requests"}"#
  }

  /// Blocks with 429, to be tried again when the time that is counted over has passed.
  ///
  /// Source: AWS WAF Developer Guide, "Sending custom responses for Block actions", 2026-11;
  /// RFC 9110, section 10.2.3, `Retry-After`.
  static func block(for period: Period) -> AWS.WAFv2WebACL.DefaultActionBlock {
    .init {
      $0.customResponse = .init {
        $0.responseCode = 429
        $0.customResponseBodyKey = Argument(key)
        $0.responseHeader = [
          .init {
            $0.name = "Retry-After"
            $0.value = "\(period.seconds)"
          }
        ]
      }
    }
  }
}
