import HTTPTypes
import Hummingbird

extension Router where Context == APIRequestContext {
  /// Serves the operator's page, whose script asks the API for everything with a key that a person enters.
  func servePage() {
    let files: [(path: RouterPath, type: String, bytes: [UInt8])] = [
      ("/", "text/html; charset=utf-8", PackageResources.operator_html),
      ("/operator.css", "text/css; charset=utf-8", PackageResources.operator_css),
      ("/operator.js", "text/javascript; charset=utf-8", PackageResources.operator_js),
    ]
    for file in files {
      get(file.path) { _, _ in
        Response.text(file.bytes, type: file.type, headers: Self.pageHeaders)
      }
    }
  }

  /// Nothing but these files is loaded or run, and no other page may show this one.
  private static var pageHeaders: HTTPFields {
    [
      .contentSecurityPolicy:
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      .xContentTypeOptions: "nosniff", .cacheControl: "no-cache",
    ]
  }
}
