import AWSClient
import CellContract
import Commands
import Foundation
import JSONText
import Logging
import ServiceTestSupport
import Synchronization
import TestSupport
import Testing

/// The program of a cell, as the chart starts it: PostgreSQL with TLS, SNS, SQS, DynamoDB and secrets, each
/// found through the contract's variables.
@Suite struct APIProcessTests {
  @Test func `a cell's API migrates, serves and publishes, configured through the contract alone`()
    async throws
  {
    try await RunningCell.with { cell in
      let migration = try await cell.api("migrate").run(timeLimit: .seconds(120))
      #expect(migration.status.isSuccess, "\(migration.outputText)\(migration.errorText)")
      #expect(migration.outputText.contains("applied to the database: 1 "))
      for (role, statement) in [
        ("service", "DROP TABLE leases"), ("service", "ALTER TABLE alerts ADD COLUMN n text"),
        ("service", "CREATE TABLE t (n text)"), ("service", "DELETE FROM schema_migrations"),
        ("migrator", "CREATE ROLE r"),
      ] {
        await #expect(throws: (any Error).self, "\(role): \(statement)") {
          try await cell.server.psql("SET ROLE \(role); \(statement)", database: "alerts")
        }
      }
      try await cell.server.psql("SET ROLE service; DELETE FROM leases", database: "alerts")
      let again = try await cell.api("migrate").run(timeLimit: .seconds(120))
      #expect(again.outputText.contains("the database is at version"))

      try await cell.serving { base, log in
        let client = CellClient(base: base, key: RunningCell.apiKey)
        #expect(try await client.send("GET", "/health").status == 200)
        #expect(try await client.send("GET", "/readyz").status == 200)
        let created = try await client.send(
          "POST", "/v1/recipients", #"{"name":"N","phone_number":"+14155550123"}"#)
        #expect(created.status == 201, "\(log())")
        let accepted = try await client.send(
          "POST", "/v1/alerts", #"{"title":"T","message":"M","delivery_method":"sms"}"#)
        #expect(accepted.status == 202)
        let id = try #require(accepted.json["alert_id"]?.text)
        #expect(accepted.json["estimated_recipients"] == 1)
        let received = try await cell.receive()
        #expect(received.contains(id))
        let status = try await client.send("GET", "/v1/alerts/\(id)/status")
        #expect(status.json["delivery_status"]?["pending"] == 1)
        #expect(!log().contains("4155550123"))
        #expect(log().contains("\"alert_id\":\"\(id)\""))
      }
    }
  }

  @Test func `a cell's API that lacks variables names them all, and ends`() async throws {
    let command = Command(
      try PackageBuild(of: Anchor.self).executable("bizcomms-api"),
      environment: [
        "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "BIZCOMMS_CELL": "cell-use1-01",
      ], advice: "build it")
    let result = try await command.run(timeLimit: .seconds(60))
    #expect(!result.status.isSuccess)
    for variable in ServiceName.api.contract.environment {
      #expect(result.outputText.contains("\(variable.key) is missing"))
    }
  }

  final class Anchor {}
}
