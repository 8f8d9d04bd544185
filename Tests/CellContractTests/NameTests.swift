import CellContract
import CellPrimitives
import Testing

/// Names and ARNs as the overview and AWS write them.
@Suite struct NameTests {
  let environment: EnvironmentScope
  let cell: CellScope

  init() throws {
    let account = try #require(AccountID("123456789012"))
    environment = EnvironmentScope(environment: "production", account: account)
    cell = CellScope(environment: environment, cell: "cell-use1-01", region: .usEast1)
  }

  @Test func `a cell's things carry the names of the overview`() {
    #expect(cell.cluster == "bizcomms-cell-use1-01-eks")
    #expect(cell.logGroup(of: .api) == "/aws/eks/bizcomms-cell-use1-01/api")
    #expect(cell.logGroup(of: .worker) == "/aws/eks/bizcomms-cell-use1-01/worker")
    #expect(
      ServiceName.allCases.map(\.contract.workload) == [
        "bizcomms-api", "bizcomms-worker", "bizcomms-poller",
      ])
  }

  @Test func `whatever a cell owns carries the cell's name`() {
    #expect(cell.prefix == "bizcomms-cell-use1-01")
    #expect(cell.role(of: .api) == "bizcomms-cell-use1-01-api")
    #expect(cell.name(of: Topic.alertEvents) == "bizcomms-cell-use1-01-alert-events")
    #expect(cell.name(of: Queue.alertProcessing) == "bizcomms-cell-use1-01-alert-processing")
    #expect(
      cell.deadLetterName(of: .alertProcessing) == "bizcomms-cell-use1-01-alert-processing-dlq")
    #expect(cell.name(of: Database.alerts) == "bizcomms-cell-use1-01-alerts")
    #expect(cell.keyAlias(of: .alerts) == "alias/bizcomms-cell-use1-01-alerts")
    #expect(cell.instanceName(2, of: .alerts) == "bizcomms-cell-use1-01-alerts-2")
    #expect(cell.finalSnapshot(of: .alerts) == "bizcomms-cell-use1-01-alerts-final")
    #expect(
      cell.masterSecretName(of: .alerts)
        == "bizcomms-production/cell-use1-01/database-alerts-master-user")
    #expect(
      DatabaseEndpoint.allCases.map { cell.endpointParameter($0, of: .alerts) } == [
        "/bizcomms/production/cells/cell-use1-01/database/alerts/writer",
        "/bizcomms/production/cells/cell-use1-01/database/alerts/reader",
      ])
  }

  @Test func `a service is reached by its own name, and its image lies in the cell's region`() {
    #expect(
      ServiceName.api.contract.clusterURL == "http://bizcomms-api.bizcomms.svc.cluster.local:8000")
    #expect(
      cell.imageRepository(of: .worker)
        == "123456789012.dkr.ecr.us-east-1.amazonaws.com/bizcomms-worker")
  }

  @Test func `ARNs and URLs carry the cell's region and the account`() {
    #expect(
      cell.roleARN(of: .poller) == "arn:aws:iam::123456789012:role/bizcomms-cell-use1-01-poller")
    #expect(
      cell.arn(of: Topic.deliveryStatus)
        == "arn:aws:sns:us-east-1:123456789012:bizcomms-cell-use1-01-delivery-status")
    #expect(
      cell.queueARN(cell.name(of: Queue.alertProcessing))
        == "arn:aws:sqs:us-east-1:123456789012:bizcomms-cell-use1-01-alert-processing")
    #expect(
      cell.url(of: .alertProcessing) == """
        https://sqs.us-east-1.amazonaws.com/123456789012/bizcomms-cell-use1-01-alert-processing
        """)
    #expect(
      cell.arn(of: Table.deliveries)
        == "arn:aws:dynamodb:us-east-1:123456789012:table/bizcomms-production-deliveries")
    #expect(
      cell.arnPattern(of: .apiKeys) == """
        arn:aws:secretsmanager:us-east-1:123456789012:secret:bizcomms-production/api-keys-??????
        """)
    #expect(
      cell.endpointsARN(of: .alerts) == """
        arn:aws:ssm:us-east-1:123456789012:parameter/bizcomms/production/cells/cell-use1-01/\
        database/alerts
        """)
  }

  @Test func `shared things carry the environment's name, the same in every region`() throws {
    #expect(environment.name(of: Table.stories) == "bizcomms-production-stories")
    #expect(environment.name(of: Secret.twilio) == "bizcomms-production/twilio")
    #expect(environment.name(of: Database.alerts) == "bizcomms-production-alerts")
    #expect(
      environment.stateBucket(in: .usWest2) == "bizcomms-production-123456789012-tfstate-us-west-2")
    #expect(
      GlobalParameter.allCases.map(environment.parameter) == [
        "/bizcomms/production/global/certificate-arn",
        "/bizcomms/production/global/hosted-zone-id", "/bizcomms/production/global/secrets-key-arn",
      ])
  }

  /// Source: Secrets Manager API Reference, `CreateSecret`, `Name`, 2026-11.
  @Test func `no secret's name ends like the random part of an ARN`() {
    let shared = (Secret.all + Database.all.map(\.masterSecret)).map(environment.name(of:))
    for name in shared + Database.all.map(cell.masterSecretName(of:)) {
      #expect(name.firstMatch(of: /-[A-Za-z0-9]{6}$/) == nil, "\(name)")
      #expect(name.wholeMatch(of: #/[A-Za-z0-9/_+=.@-]{1,512}/#) != nil, "\(name)")
    }
  }

  @Test func `no two things of a kind share a name`() {
    #expect(Set(Secret.all.map(\.name)).count == Secret.all.count)
    #expect(Set(Table.all.map(\.name)).count == Table.all.count)
    #expect(Set(Topic.all.map(\.name)).count == Topic.all.count)
    let queues = Queue.all.flatMap { [$0.name, $0.deadLetterName] }
    #expect(Set(queues).count == queues.count)
    #expect(Set(Database.all.map(\.name)).count == Database.all.count)
  }
}
