import CellContract
import CellPrimitives
import Testing

/// Names of keys, logs and roles of data and messages.
@Suite struct DataNameTests {
  let environment: EnvironmentScope
  let cell: CellScope

  init() throws {
    let account = try #require(AccountID("123456789012"))
    environment = EnvironmentScope(environment: "production", account: account)
    cell = CellScope(environment: environment, cell: "cell-use1-01", region: .usEast1)
  }

  @Test func `keys, logs and roles of data carry the cell's or the environment's name`() {
    #expect(environment.tablesKeyAlias == "alias/bizcomms-production-tables")
    #expect(cell.messagingKeyAlias == "alias/bizcomms-cell-use1-01-messaging")
    #expect(cell.databaseMonitoringRole == "bizcomms-cell-use1-01-database")
    #expect(
      cell.logGroup(of: Database.alerts)
        == "/aws/rds/cluster/bizcomms-cell-use1-01-alerts/postgresql")
  }

  @Test func `ARNs say the region, the account and whose it is`() {
    #expect(
      cell.logGroupARN("/a/b") == "arn:aws:logs:us-east-1:123456789012:log-group:/a/b")
    #expect(
      cell.topicsARNPattern == "arn:aws:sns:us-east-1:123456789012:bizcomms-cell-use1-01-*")
    #expect(
      cell.databaseInstancesARNPattern
        == "arn:aws:rds:us-east-1:123456789012:db:bizcomms-cell-use1-01-*")
  }
}
