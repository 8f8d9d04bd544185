import CellContract
import CellPrimitives
import Testing

@Suite struct EdgeNameTests {
  private func scope() throws -> CellScope {
    CellScope(
      environment: EnvironmentScope(
        environment: "production", account: try #require(AccountID("123456789012"))),
      cell: "cell-use1-01", region: .usEast1)
  }

  @Test func `what is at a cell's edge has the cell's name in its own`() throws {
    let scope = try scope()
    #expect(scope.loadBalancer == "bizcomms-cell-use1-01")
    #expect(scope.targetGroup == "bizcomms-cell-use1-01-api")
    #expect(scope.loadBalancerSecurityGroupPrefix == "bizcomms-cell-use1-01-alb-")
    #expect(scope.loadBalancerLogBucket == "bizcomms-cell-use1-01-123456789012-alb-logs")
    #expect(scope.takeoverAlarm == "bizcomms-cell-use1-01-takeover")
  }

  @Test func `the name of a firewall's log group begins with aws-waf-logs-`() throws {
    #expect(try scope().firewallLogGroup == "aws-waf-logs-bizcomms-cell-use1-01")
  }
}
