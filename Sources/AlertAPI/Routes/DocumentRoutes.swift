import HTTPTypes
import Hummingbird

extension Router where Context == APIRequestContext {
  /// Serves the description of the API.
  func serveDocuments() {
    get("/openapi.json") { _, _ in
      Response.text(OpenAPIDocument.bytes, type: "application/json")
    }
  }
}
