import AlertStores
import CellContract
import HTTPTypes
import Hummingbird
import JSONText
import ServiceTestSupport
import Testing

@testable import AlertAPI

@Suite struct OpenAPITests {
  /// The overview's table of endpoints.
  private static let overview = [
    "GET /health", "POST /v1/alerts", "GET /v1/alerts", "GET /v1/alerts/{id}",
    "GET /v1/alerts/{id}/status", "PUT /v1/alerts/{id}", "DELETE /v1/alerts/{id}",
    "POST /v1/recipients", "GET /v1/recipients", "GET /v1/recipients/{id}",
    "PUT /v1/recipients/{id}",
  ]

  private static var described: Set<String> {
    guard case .object(let paths)? = OpenAPIDocument.document["paths"] else { return [] }
    var operations: Set<String> = []
    for (path, item) in paths.members {
      guard case .object(let methods) = item else { continue }
      for method in methods.members.map(\.name) {
        operations.insert("\(method.uppercased()) \(path)")
      }
    }
    return operations
  }

  @Test func `the eleven endpoints of the overview are described, and Twilio's two beside them`() {
    #expect(
      Self.described
        == Set(Self.overview).union([
          "POST /v1/callbacks/twilio/status", "POST /v1/callbacks/twilio/inbound",
        ]))
  }

  @Test func `what is served is described, and what is described is served`() async throws {
    try await RunningAPI.with(.sqlite) { api in
      let undescribed: Set = [
        "GET /livez", "GET /readyz", "GET /openapi.json", "GET /v1/events", "GET /",
        "GET /docs",
      ]
      #expect(Set(api.routes).subtracting(undescribed) == Self.described)
      #expect(undescribed.isSubset(of: api.routes))
    }
  }

  @Test func `every reference leads somewhere, and every schema is used`() throws {
    let text = OpenAPIDocument.document.json
    let names = Set(Schemas.all.map(\.name))
    let references = Set(
      text.matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.output.1) })
    #expect(references == names)
  }

  @Test func `a key is asked for exactly where the document says so`() async throws {
    try await RunningAPI.with(.sqlite) { api in
      for endpoint in Endpoint.all {
        let path = endpoint.path.replacing("{id}", with: "alert_1a")
        let answer = try await api.send(endpoint.method, path, key: nil)
        let message = answer.json?["error"]?["message"]?.text ?? ""
        #expect(message.contains("X-API-Key") == (endpoint.scope != nil))
      }
    }
  }
}
