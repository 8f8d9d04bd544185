import Commands
import Foundation
import Logging
import PostgreSQL
import SQL
import ServiceTestSupport
import Testing

/// TLS to a server whose certificate is for `localhost`, signed by an authority of the test's own.
@Suite struct EncryptionTests {
  private func openssl(_ arguments: String...) async throws {
    let result = try await Command(
      "openssl", arguments, advice: "install it: apt-get install openssl"
    ).run(timeLimit: .seconds(60))
    try #require(result.status.isSuccess, "\(result.errorText)")
  }

  private func withCertificates(_ body: (String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try await openssl(
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=authority",
        "-keyout", "\(folder)/ca.key", "-out", "\(folder)/ca.pem")
      try await openssl(
        "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-addext",
        "subjectAltName=DNS:localhost", "-keyout", "\(folder)/server.key", "-out",
        "\(folder)/server.csr")
      try await openssl(
        "x509", "-req", "-in", "\(folder)/server.csr", "-CA", "\(folder)/ca.pem", "-CAkey",
        "\(folder)/ca.key", "-CAcreateserial", "-copy_extensions", "copy", "-days", "2", "-out",
        "\(folder)/server.pem")
      for file in ["server.key", "server.pem"] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o600], ofItemAtPath: "\(folder)/\(file)")
        if geteuid() == 0 {
          let result = try await Command(
            "chown", ["postgres", folder, "\(folder)/\(file)"], advice: "coreutils"
          ).run(timeLimit: .seconds(10))
          try #require(result.status.isSuccess)
        }
      }
      try await body(folder)
    }
  }

  private func ping(
    _ server: PostgreSQLServer, host: String, rootCertificates: String
  ) async throws {
    let pool = PostgreSQLPool(
      limits: PostgreSQLLimits(connections: 1), logger: Logger(label: "tests")
    ) { _ in
      PostgreSQLParameters(
        hosts: [host], port: server.port, database: "postgres", user: "service",
        password: "password", encryption: .verified(rootCertificates: rootCertificates),
        applicationName: "tests")
    }
    do {
      let version = try await pool.read { session in
        try session.first("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()") {
          $0.text(0)
        }
      }
      #expect(version == "TLSv1.3")
      await pool.close()
    } catch {
      await pool.close()
      throw error
    }
  }

  @Test func `the server's certificate must be for its name, from the authority that is known`()
    async throws
  {
    try await withCertificates { folder in
      let settings = [
        "listen_addresses = 'localhost'", "ssl = on", "ssl_cert_file = '\(folder)/server.pem'",
        "ssl_key_file = '\(folder)/server.key'",
      ]
      try await PostgreSQLServer.withRunning(settings: settings) { server in
        try await server.psql("CREATE ROLE service LOGIN PASSWORD 'password'")
        try await ping(server, host: "localhost", rootCertificates: "\(folder)/ca.pem")
        let otherName = await #expect(throws: SQLError.self) {
          try await ping(server, host: "127.0.0.1", rootCertificates: "\(folder)/ca.pem")
        }
        #expect(otherName?.message.contains("does not match host name") == true)
        try await withCertificates { other in
          let otherAuthority = await #expect(throws: SQLError.self) {
            try await ping(server, host: "localhost", rootCertificates: "\(other)/ca.pem")
          }
          #expect(otherAuthority?.message.contains("certificate verify failed") == true)
        }
      }
    }
  }
}
