import TerraformDocument
import Testing

/// Who may take each role, of all roles that there are.
@Suite struct TrustTests {
  @Test func `every role of out trusts exactly whom its line in the table says`() throws {
    var judged: Set<String> = []
    for root in try WrittenRoot.committed() {
      #expect(findings(in: root) == [])
      judged.formUnion(root.blocks("aws_iam_role").keys)
    }
    // Fargate is a choice that no cell of ours makes.
    #expect(Set(RoleTrust.names) == judged.union(["fargate"]))
  }

  @Test func `so does every role of a fleet that makes every choice`() throws {
    let roots = try WrittenFleet(everyChoice).all
    for root in roots { #expect(findings(in: root) == []) }
    #expect(roots.contains { $0["aws_iam_role", "fargate"] != .null })
  }

  @Test func `a role without a line in the table is found, by name`() throws {
    let root = try committed("cells/cell-use1-01").changing(
      "other.tf.json", "resource", "aws_iam_role", "visitor"
    ) { _ in ["assume_role_policy": "${jsonencode(local.api_trust)}"] }
    #expect(findings(in: root) == ["aws_iam_role.visitor: nothing says whom it may trust"])
    let other = try committed("global").changing(
      "other.tf.json", "resource", "aws_iam_role", "api"
    ) { _ in ["assume_role_policy": "${jsonencode(local.plan_trust)}"] }
    #expect(findings(in: other) == ["aws_iam_role.api: nothing says whom it may trust"])
  }

  @Test(arguments: [
    // A pattern of service accounts, no audience, another principal, no source.
    ("cells/cell-use1-01", "identity.tf.json", "api", "StringEquals", "StringLike"),
    ("cells/cell-use1-01", "identity.tf.json", "api", ":bizcomms-api", ":*"),
    ("cells/cell-usw1-01", "cluster.tf.json", "ebs_csi", "aud", "azp"),
    ("cells/cell-usw1-01", "karpenter.tf.json", "karpenter", "Federated", "AWS"),
    ("cells/cell-usw1-01", "cluster.tf.json", "cluster", "aws:SourceArn", "aws:PrincipalArn"),
    ("cells/cell-usw1-01", "network.tf.json", "flow_logs", "123456789012", "*"),
    ("cells/cell-usw1-01", "logs.tf.json", "log_archive", "sts:ExternalId", "aws:SourceIp"),
    ("global", "deployment.tf.json", "deploy", ":environment:production", ":*"),
    ("global", "deployment.tf.json", "plan", "bizcomms/bizcomms", "*"),
  ])
  func `a trust that is wider than its line is found, by name`(
    root: String, file: String, role: String, is old: String, would new: String
  ) throws {
    let changed = try committed(root).changing(file, "locals", "\(role)_trust") {
      $0.replacing(old, with: new)
    }
    #expect(findings(in: changed) == ["aws_iam_role.\(role): trusts others than it should"])
  }

  @Test func `a second statement, and a trust that can't be read, are found`() throws {
    let root = try committed("cells/cell-use1-dev")
    let wider = root.changing("functions.tf.json", "locals", "poller_trust", "Statement") {
      .array($0.elements + [["Action": ["sts:AssumeRole"], "Principal": ["AWS": "*"]]])
    }
    let unread = root.changing(
      "functions.tf.json", "resource", "aws_iam_role", "poller", "assume_role_policy"
    ) { _ in "${file(\"trust.json\")}" }
    for changed in [wider, unread] {
      #expect(findings(in: changed) == ["aws_iam_role.poller: trusts others than it should"])
    }
  }

  /// A production root of the committed `out/`, or a cell's of any environment.
  private func committed(_ folder: String) throws -> WrittenRoot {
    try #require(
      WrittenRoot.committed().first {
        $0.path.folder == folder && ($0.path.environment == "production" || folder != "global")
      })
  }

  private func findings(in root: WrittenRoot) -> [String] {
    root.blocks("aws_iam_role").sorted { $0.key < $1.key }.compactMap { name, role in
      guard let expected = RoleTrust.of(name, in: root) else {
        return "aws_iam_role.\(name): nothing says whom it may trust"
      }
      let trust: TerraformJSON = ["Statement": [expected], "Version": "2012-10-17"]
      guard root.document(role["assume_role_policy"]) != trust else { return nil }
      return "aws_iam_role.\(name): trusts others than it should"
    }
  }
}

extension TerraformJSON {
  /// The value with a text replaced in every key and every text of it.
  fileprivate func replacing(_ old: String, with new: String) -> TerraformJSON {
    switch self {
    case .string(let text): .string(text.replacing(old, with: new))
    case .array(let elements): .array(elements.map { $0.replacing(old, with: new) })
    case .object(let members):
      .object(
        TerraformBody(
          uniqueKeysWithValues: members.map {
            ($0.key.replacing(old, with: new), $0.value.replacing(old, with: new))
          }))
    case .null, .bool, .integer, .number, .expression, .templatedObject: self
    }
  }
}
