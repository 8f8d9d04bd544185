import CellContract
import Cells
import Foundation
import GeneratedFiles
import Testing

/// What the charts are told exists is what Terraform makes.
@Suite struct AgreementTests {
  private let cell = Names(
    environment: "production", name: "cell-usw1-01", region: "us-west-1",
    account: "123456789012")

  /// Left over are the roles that no service account takes: of machines and of functions.
  @Test func `the role of every service account is one that Terraform makes, and none is left`()
    throws
  {
    let texts = try tree(of: Cells.fleet).texts
    for (environment, cell, account, others) in [
      ("production", "cell-use1-01", "123456789012", ["karpenter-node"]),
      ("production", "cell-usw1-01", "123456789012", ["karpenter-node"]),
      ("development", "cell-use1-dev", "210987654321", ["karpenter-node"]),
    ] {
      let values = try #require(texts["\(environment)/helm/values-\(cell).yaml"])
      let made = try ["identity", "controllers", "karpenter"].flatMap { file in
        try names(file, "aws_iam_role", "name", of: cell, in: environment, texts)
      }
      let used = values.matches(of: /role-arn: (\S+)/).map { String($0.1) }
      let prefix = "arn:aws:iam::\(account):role/"
      let left = Set(made.map { prefix + $0 }).subtracting(used)
      #expect(Set(used).isSubset(of: made.map { prefix + $0 }))
      #expect(left == Set(others.map { "\(prefix)bizcomms-\(cell)-\($0)" }))
      #expect(Set(used).count == used.count)
    }
  }

  @Test func `topics, queues, tables and secrets of the environment variables exist`() throws {
    let texts = try tree(of: Cells.fleet).texts
    let values = try #require(texts["production/helm/values-\(cell.name).yaml"])
    func variables(_ pattern: Regex<(Substring, Substring)>) -> Set<String> {
      Set(values.matches(of: pattern).map { String($0.1) })
    }
    func made(_ file: String, _ type: String) throws -> Set<String> {
      Set(try names(file, type, "name", of: cell.name, in: cell.environment, texts))
    }
    func shared(_ file: String, _ type: String) throws -> Set<String> {
      try Set(names(in: "production/terraform/global/\(file).tf.json", type, "name", texts))
    }
    let place = "\(cell.region):\(cell.account)"
    #expect(
      try variables(/name: BIZCOMMS_TOPIC_\w+_ARN\n\s+value: (\S+)/)
        == Set(made("messaging", "aws_sns_topic").map { "arn:aws:sns:\(place):\($0)" }))
    let queues = variables(/name: BIZCOMMS_QUEUE_\w+_URL\n\s+value: (\S+)/)
    #expect(
      queues == [
        "https://sqs.us-west-1.amazonaws.com/123456789012/bizcomms-cell-usw1-01-alert-processing",
        "https://sqs.us-west-1.amazonaws.com/123456789012/bizcomms-cell-usw1-01-alert-processing-dlq",
      ])
    #expect(
      try made("messaging", "aws_sqs_queue").isSuperset(of: [
        "bizcomms-cell-usw1-01-alert-processing", "bizcomms-cell-usw1-01-alert-processing-dlq",
      ]))
    #expect(
      try variables(/name: BIZCOMMS_TABLE_\w+_NAME\n\s+value: (\S+)/)
        == shared("tables", "aws_dynamodb_table"))
    #expect(
      try variables(/name: BIZCOMMS_SECRET_\w+_NAME\n\s+value: (\S+)/)
        .isSubset(of: shared("secrets", "aws_secretsmanager_secret")))
  }

  /// A pod must not be restarted because its database is away.
  @Test func `liveness asks for /livez, readiness for /readyz, and Route 53 alone for /health`()
    throws
  {
    let texts = try tree(of: Cells.fleet).texts
    for (path, text) in texts where path.contains("/helm/") {
      let probes = text.matches(of: /(liveness|readiness)Probe:\n\s+httpGet:\n\s+path: (\S+)/)
      let paths = probes.map { "\($0.1) \($0.2)" }
      #expect(Set(paths) == ["liveness /livez", "readiness /readyz"], "\(path)")
    }
    let askers = texts.filter { $0.value.contains("\"/health\"") }.keys.sorted()
    #expect(
      askers
        == ["development", "production", "staging"].map {
          "\($0)/terraform/routing/routing.tf.json"
        })
  }

  /// A cell of our fleet, as its files name it.
  private struct Names {
    let environment: String
    let name: String
    let region: String
    let account: String
  }

  private func names(
    _ file: String, _ type: String, _ argument: String, of cell: String, in environment: String,
    _ texts: [String: String]
  ) throws -> [String] {
    try names(in: "\(environment)/terraform/cells/\(cell)/\(file).tf.json", type, argument, texts)
  }

  /// What every block of a type in a file sets `argument` to.
  private func names(
    in path: String, _ type: String, _ argument: String, _ texts: [String: String]
  ) throws -> [String] {
    let text = try #require(texts[path])
    let file = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let resources = file?["resource"] as? [String: [String: [String: Any]]]
    return (resources?[type] ?? [:]).values.compactMap { $0[argument] as? String }
  }
}
