import AWSClient
import CellContract
import Foundation
import PostgreSQL

/// Finds a database: its endpoints in the parameter store, its user in the secret.
struct DatabaseLocator: Sendable {
  let path: String
  let name: String
  let login: any SecretReader
  let client: AWSClient
  let rootCertificates: String
  let applicationName: String

  /// Why it wasn't found; no secret's value is shown.
  struct NotFound: Error, CustomStringConvertible {
    let description: String
  }

  /// Where the database is now, the cluster that writes first: in a cell that follows another one its
  /// name leads nowhere, and the reader takes writes and forwards them.
  func parameters(refresh: Bool) async throws -> PostgreSQLParameters {
    let login = try DatabaseLogin(reading: try await login.current(refresh: refresh))
    var endpoints: [DatabaseEndpoint: String] = [:]
    for try await page in client.pages(of: SSM.GetParametersByPath(path: path)) {
      for parameter in page.parameters {
        let last = parameter.name.split(separator: "/").last.map(String.init) ?? ""
        if let endpoint = DatabaseEndpoint(rawValue: last) {
          endpoints[endpoint] = parameter.value.text
        }
      }
    }
    let hosts = DatabaseEndpoint.allCases.compactMap { endpoints[$0] }
    guard let first = hosts.first else {
      throw NotFound(description: "there are no parameters `writer` and `reader` under \(path)")
    }
    // An endpoint may carry its port; it is the same for both.
    let (_, port) = Self.split(first)
    return PostgreSQLParameters(
      hosts: hosts.map { Self.split($0).host }, port: port, database: name, user: login.user,
      password: login.password, encryption: .verified(rootCertificates: rootCertificates),
      applicationName: applicationName)
  }

  private static func split(_ endpoint: String) -> (host: String, port: Int) {
    let parts = endpoint.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let port = Int(parts[1]) else { return (endpoint, 5432) }
    return (parts[0], port)
  }
}
