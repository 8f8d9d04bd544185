import Crypto
import Foundation
import HTTPTypes
import Hummingbird

extension Router where Context == APIRequestContext {
  /// Serves the operator's page, whose script asks the API for everything with a key that a person enters,
  /// and a page that shows the API's description.
  func servePages() {
    serve(page: PackageResources.operator_html, at: "/")
    serve(page: PackageResources.docs_html, at: "/docs")
  }

  /// Nothing is loaded from elsewhere, no script runs but the page's own, and no other page may show this
  /// one.
  private func serve(page: [UInt8], at path: RouterPath) {
    let policy = """
      default-src 'none'; style-src 'unsafe-inline'; script-src \(scriptHash(of: page)); \
      connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'
      """
    let headers: HTTPFields = [
      .contentSecurityPolicy: policy, .xContentTypeOptions: "nosniff", .cacheControl: "no-cache",
    ]
    get(path) { _, _ in
      Response.text(page, type: "text/html; charset=utf-8", headers: headers)
    }
  }

  /// The one script of a page, as a policy names it: by the hash of its text.
  private func scriptHash(of page: [UInt8]) -> String {
    let text = String(decoding: page, as: UTF8.self)
    guard let start = text.range(of: "<script>"), let end = text.range(of: "</script>") else {
      preconditionFailure("the page has a script")
    }
    let script = text[start.upperBound..<end.lowerBound]
    let hash = Data(SHA256.hash(data: Data(script.utf8)))
    return "'sha256-\(hash.base64EncodedString())'"
  }
}
