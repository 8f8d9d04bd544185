import CellContract
import CellPrimitives
import Testing

/// Names of functions and of the audit trail, and what variables are set to.
@Suite struct FunctionNameTests {
  let environment: EnvironmentScope
  let cell: CellScope

  init() throws {
    let account = try #require(AccountID("123456789012"))
    environment = EnvironmentScope(environment: "production", account: account)
    cell = CellScope(environment: environment, cell: "cell-use1-01", region: .usEast1)
  }

  @Test func `a function, its schedule and its failures carry the names of cell and service`() {
    #expect(cell.function(of: .poller) == "bizcomms-cell-use1-01-poller")
    #expect(
      cell.functionARN(of: .poller)
        == "arn:aws:lambda:us-east-1:123456789012:function:bizcomms-cell-use1-01-poller")
    #expect(cell.failedRounds(of: .poller) == "bizcomms-cell-use1-01-poller-failures")
    #expect(cell.scheduleRole(of: .poller) == "bizcomms-cell-use1-01-poller-schedule")
    #expect(
      cell.scheduleGroupARN
        == "arn:aws:scheduler:us-east-1:123456789012:schedule-group/bizcomms-cell-use1-01")
    #expect(
      cell.logGroupARN(of: .poller)
        == "arn:aws:logs:us-east-1:123456789012:log-group:/aws/eks/bizcomms-cell-use1-01/poller")
  }

  @Test func `the trail and its bucket carry the environment's name`() {
    #expect(
      environment.trailARN(in: .usEast1)
        == "arn:aws:cloudtrail:us-east-1:123456789012:trail/bizcomms-production-audit")
    #expect(environment.auditBucket == "bizcomms-production-123456789012-audit")
    #expect(environment.auditKeyAlias == "alias/bizcomms-production-audit")
  }

  private let hostName = "cell-use1-01.api.example.com"

  @Test func `a service is called inside its cluster, and from elsewhere at the cell's host name`()
  {
    let url = EnvironmentValue.serviceURL(.api)
    #expect(
      cell.text(of: url, callingFrom: .cluster, hostName: hostName)
        == "http://bizcomms-api.bizcomms.svc.cluster.local:8000")
    #expect(
      cell.text(of: url, callingFrom: .outside, hostName: hostName)
        == "https://cell-use1-01.api.example.com")
    for place in [CallingPlace.cluster, .outside] {
      #expect(
        cell.text(of: .publicURL(.api), callingFrom: place, hostName: hostName)
          == "https://cell-use1-01.api.example.com")
    }
    #expect(
      cell.commonVariables == [
        "BIZCOMMS_CELL": "cell-use1-01", "BIZCOMMS_ENVIRONMENT": "production",
      ])
  }

  @Test(arguments: [CallingPlace.cluster, .outside])
  func `whatever else a variable says is the same wherever the service runs`(
    _ place: CallingPlace
  ) {
    #expect(
      cell.text(of: .topicARN(.alertEvents), callingFrom: place, hostName: hostName)
        == "arn:aws:sns:us-east-1:123456789012:bizcomms-cell-use1-01-alert-events")
    #expect(
      cell.text(of: .queueURL(.alertProcessing), callingFrom: place, hostName: hostName) == """
        https://sqs.us-east-1.amazonaws.com/123456789012/bizcomms-cell-use1-01-alert-processing
        """)
    #expect(
      cell.text(of: .deadLetterURL(.alertProcessing), callingFrom: place, hostName: hostName) == """
        https://sqs.us-east-1.amazonaws.com/123456789012/bizcomms-cell-use1-01-alert-processing-dlq
        """)
    #expect(
      cell.text(of: .tableName(.stories), callingFrom: place, hostName: hostName)
        == "bizcomms-production-stories")
    #expect(
      cell.text(of: .secretName(.pollerKey), callingFrom: place, hostName: hostName)
        == "bizcomms-production/poller-api-key")
    #expect(
      cell.text(of: .databaseEndpointsPath(.alerts), callingFrom: place, hostName: hostName)
        == "/bizcomms/production/cells/cell-use1-01/database/alerts")
    #expect(
      cell.text(of: .databaseName(.alerts), callingFrom: place, hostName: hostName) == "alerts")
  }
}
