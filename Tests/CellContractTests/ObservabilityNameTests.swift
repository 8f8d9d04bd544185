import CellContract
import CellPrimitives
import Testing

struct ObservabilityNameTests {
  private let cell: CellScope

  init() throws {
    let account = try #require(AccountID("123456789012"))
    cell = CellScope(
      environment: EnvironmentScope(environment: "production", account: account),
      cell: "cell-use1-01", region: .usEast1)
  }

  @Test func `what watches a cell is named after it`() {
    #expect(cell.alarmTopic == "bizcomms-cell-use1-01-alarms")
    #expect(cell.logArchiveBucket == "bizcomms-cell-use1-01-123456789012-log-archive")
    #expect(cell.name(of: Dashboard.infrastructure) == "bizcomms-cell-use1-01-infrastructure")
    #expect(cell.environment.fleetAlarmTopic == "bizcomms-production-fleet-alarms")
  }

  @Test func `the overview's alarms keep their names behind what they are about`() {
    #expect(
      cell.name(of: CellAlarm.apiHighErrorRate) == "bizcomms-cell-use1-01 API High Error Rate")
    #expect(cell.name(of: CellAlarm.queueBackup) == "bizcomms-cell-use1-01 SQS Queue Backup")
    #expect(
      cell.name(of: .auroraHighCPU, .alerts) == "bizcomms-cell-use1-01-alerts Aurora High CPU")
    #expect(
      cell.name(of: .auroraReplicationLag, .alerts)
        == "bizcomms-cell-use1-01-alerts Aurora Replication Lag")
    #expect(cell.name(of: CellAlarm.nodeFailure) == "bizcomms-cell-use1-01 EKS Node Failure")
  }

  @Test func `people who look for ERROR find what went wrong`() {
    #expect(LogLevel.failures.map(\.rawValue) == ["ERROR", "CRITICAL"])
    #expect(LogField.duration.rawValue == "duration_ms")
  }
}
