import Logging
import PostgreSQL
import SQL
import ServiceTestSupport
import Testing

/// TLS to a server whose certificate is for `localhost`, signed by an authority of the test's own.
@Suite struct EncryptionTests {
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
    try await TestCertificates.with { certificates in
      let settings = certificates.serverSettings
      try await PostgreSQLServer.withRunning(settings: settings) { server in
        try await server.psql("CREATE ROLE service LOGIN PASSWORD 'password'")
        try await ping(server, host: "localhost", rootCertificates: certificates.authority)
        let otherName = await #expect(throws: SQLError.self) {
          try await ping(server, host: "127.0.0.1", rootCertificates: certificates.authority)
        }
        #expect(otherName?.message.contains("does not match host name") == true)
        try await TestCertificates.with { other in
          let otherAuthority = await #expect(throws: SQLError.self) {
            try await ping(server, host: "localhost", rootCertificates: other.authority)
          }
          #expect(otherAuthority?.message.contains("certificate verify failed") == true)
        }
      }
    }
  }
}
