import Commands
import Foundation

/// A certificate for `localhost`, signed by an authority of the test's own.
public struct TestCertificates: Sendable {
  /// The authority's certificate.
  public let authority: String
  private let folder: String

  /// Lines of a PostgreSQL server's configuration that make it use the certificate.
  public var serverSettings: [String] {
    [
      "listen_addresses = 'localhost'", "ssl = on", "ssl_cert_file = '\(folder)/server.pem'",
      "ssl_key_file = '\(folder)/server.key'",
    ]
  }

  /// Makes certificates for as long as `body` takes.
  public static func with<Result>(
    _ body: (TestCertificates) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      let certificates = TestCertificates(authority: "\(folder)/ca.pem", folder: folder)
      try await certificates.make()
      return try await body(certificates)
    }
  }

  private func make() async throws {
    try await run(
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
      "/CN=authority", "-keyout", "\(folder)/ca.key", "-out", authority)
    try await run(
      "openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-addext",
      "subjectAltName=DNS:localhost", "-keyout", "\(folder)/server.key", "-out",
      "\(folder)/server.csr")
    try await run(
      "openssl", "x509", "-req", "-in", "\(folder)/server.csr", "-CA", authority, "-CAkey",
      "\(folder)/ca.key", "-CAcreateserial", "-copy_extensions", "copy", "-days", "2", "-out",
      "\(folder)/server.pem")
    let files = ["server.key", "server.pem"].map { "\(folder)/\($0)" }
    for file in files {
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }
    if geteuid() == 0 { try await run("chown", ["postgres", folder] + files) }
  }

  private func run(_ program: String, _ arguments: String...) async throws {
    try await run(program, arguments)
  }

  private func run(_ program: String, _ arguments: [String]) async throws {
    let result = try await Command(
      program, arguments, advice: "install it: apt-get install openssl"
    ).run(timeLimit: .seconds(60))
    guard result.status.isSuccess else {
      throw ProgramFailure(description: "\(program): \(result.errorText)")
    }
  }
}
