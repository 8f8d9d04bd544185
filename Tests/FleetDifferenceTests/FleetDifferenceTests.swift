import Testing

@testable import FleetDifference

/// Roots in a few lines of JSON, before and after.
@Suite struct FleetDifferenceTests {
  private static let network = """
    {
      "resource": {
        "aws_vpc": {"main": {"cidr_block": "10.0.0.0/16"}},
        "aws_subnet": {"a": {"vpc_id": "${aws_vpc.main.id}", "cidr_block": "10.0.1.0/24"}},
        "aws_route_table_association": {"a": {"subnet_id": "${local.subnet}"}},
        "aws_db_subnet_group": {"a": {"name": "a", "subnet_ids": ["${aws_subnet.a.id}"]}}
      },
      "locals": {"subnet": "${aws_subnet.a.id}"}
    }
    """

  @Test func `nothing differs between a fleet and itself`() throws {
    #expect(try difference(from: Self.network, to: Self.network).isEmpty)
  }

  @Test func `says what is added, removed and changed in place`() throws {
    let found = try difference(
      from: """
        {"resource": {
          "aws_sqs_queue": {"gone": {"name": "gone"}},
          "aws_sns_topic": {"kept": {"name": "kept", "display_name": "a"}}
        }}
        """,
      to: """
        {"resource": {
          "aws_iam_role": {"new": {"name": "new"}},
          "aws_sns_topic": {"kept": {"name": "kept", "display_name": "b"}}
        }}
        """)
    #expect(
      found.resources.map(\.address) == [
        "aws_iam_role.new", "aws_sns_topic.kept", "aws_sqs_queue.gone",
      ])
    #expect(found.resources.map(\.kind) == [.add, .change, .remove])
    #expect(found.resources.map(\.lostState) == [nil, nil, .queue])
    #expect(found.resources[1].arguments.map(\.text) == [#"display_name "a" → "b""#])
    #expect(found.counts == [.add: 1, .change: 1, .remove: 1])
  }

  @Test func `a replaced resource takes along what holds on to it, also behind a named value`()
    throws
  {
    let found = try difference(
      from: Self.network, to: Self.network.replacing("10.0.0.0/16", with: "10.9.0.0/16"))
    let causes = Dictionary(uniqueKeysWithValues: found.resources.map { ($0.address, $0.causes) })
    #expect(
      causes == [
        "aws_vpc.main": ["cidr_block"], "aws_subnet.a": ["aws_vpc.main"],
        "aws_route_table_association.a": ["aws_subnet.a"],
      ])
    #expect(found.resources.allSatisfy { $0.kind == .replace })
  }

  @Test func `what reads only an argument that stays is not replaced`() throws {
    let root = """
      {"resource": {
        "aws_sqs_queue": {"q": {"name": "q", "fifo_queue": false}},
        "aws_sqs_queue_policy": {"q": {"queue_url": "${aws_sqs_queue.q.READ}"}}
      }}
      """
    for (attribute, kinds) in [("name", 1), ("url", 2)] {
      let old = root.replacing("READ", with: attribute)
      let found = try difference(from: old, to: old.replacing("false", with: "true"))
      #expect(found.resources.count == kinds, "\(attribute)")
    }
  }

  @Test func `a policy behind a named value is compared by its parts`() throws {
    let root = """
      {
        "resource": {"aws_sqs_queue_policy": {"q": {
          "queue_url": "q", "policy": "${jsonencode(local.policy)}"
        }}},
        "locals": {"policy": {"Statement": [{"Effect": "Allow", "Action": ["sqs:Send"]}]}}
      }
      """
    let found = try difference(from: root, to: root.replacing("sqs:Send", with: "sqs:*"))
    #expect(found.resources.map(\.kind) == [.change])
    #expect(
      found.resources[0].arguments.map(\.text) == [
        #"policy.Statement.Action + "sqs:*" - "sqs:Send""#
      ])
  }

  @Test func `a longer text that uses a named value differs with it`() throws {
    let root = """
      {
        "resource": {"aws_sns_topic": {"t": {"name": "t", "display_name": "of ${local.who}"}}},
        "locals": {"who": "${local.team}", "team": "us"}
      }
      """
    let found = try difference(from: root, to: root.replacing("\"us\"", with: "\"them\""))
    #expect(found.resources.map { $0.arguments.map(\.text) } == [["display_name differs"]])
  }

  @Test func `arguments that Terraform is to ignore don't count`() throws {
    let root = """
      {"resource": {"aws_rds_cluster": {"a": {
        "engine_version": "16.8", "lifecycle": {"ignore_changes": ["engine_version"]}
      }}}}
      """
    #expect(try difference(from: root, to: root.replacing("16.8", with: "17.1")).isEmpty)
  }

  @Test func `a type that the provider was not asked about may be replaced`() throws {
    let root = #"{"resource": {"aws_of_somebody": {"a": {"size": 1}}}}"#
    let found = try difference(from: root, to: root.replacing("1", with: "2"))
    #expect(found.resources.map(\.isUncertain) == [true])
    #expect(found.resources.map(\.kind) == [.change])
  }

  @Test func `says that Terraform refuses to replace what is protected`() throws {
    let root = """
      {"resource": {"aws_dynamodb_table": {"t": {
        "name": "t", "hash_key": "id", "lifecycle": {"prevent_destroy": true}
      }}}}
      """
    let found = try difference(from: root, to: root.replacing("\"id\"", with: "\"key\""))
    #expect(found.resources.map(\.kind) == [.replace])
    #expect(found.resources.map(\.isRefused) == [true])
    #expect(found.resources.map(\.lostState) == [.table])
  }

  @Test func `names the roots that come and go, with their resources`() throws {
    let files = ["production/terraform/cells/a/network.tf.json": Array(Self.network.utf8)]
    let none = try RecordedFleet(files: [:])
    let one = try RecordedFleet(files: files)
    let added = FleetDifference(from: none, to: one)
    #expect(added.roots.map(\.kind) == [.add])
    #expect(added.roots.map(\.cell) == ["a"])
    #expect(added.counts == [.add: 4])
    let removed = FleetDifference(from: one, to: none)
    #expect(removed.roots.map(\.kind) == [.remove])
    #expect(removed.counts == [.remove: 4])
  }

  @Test func `a cell that moves to another region is made anew, and its roles are not`() throws {
    func root(in region: String) throws -> RecordedFleet {
      try RecordedFleet(files: [
        "production/terraform/cells/a/terraform.tf.json": Array(
          """
          {"provider": {"aws": [{"region": "\(region)"}]},
           "terraform": {"backend": {"s3": {"region": "\(region)"}}}}
          """.utf8),
        "production/terraform/cells/a/all.tf.json": Array(
          #"{"resource": {"aws_vpc": {"main": {}}, "aws_iam_role": {"r": {}}}}"#.utf8),
      ])
    }
    let found = FleetDifference(
      from: try root(in: "us-east-1"), to: try root(in: "us-west-2"))
    #expect(found.roots.map(\.replacesCell) == [true])
    #expect(found.roots.map(\.movesState) == [true])
    #expect(found.roots[0].regions == .init(before: "us-east-1", after: "us-west-2"))
    #expect(found.resources.map(\.address) == ["aws_vpc.main"])
    #expect(found.resources.map(\.causes) == [["us-east-1 → us-west-2"]])
  }

  @Test func `names what is read or published otherwise, and files of values`() throws {
    let found = FleetDifference(
      from: try RecordedFleet(files: [
        "a/terraform/global/x.tf.json": Array(#"{"output": {"o": {"value": 1}}}"#.utf8),
        "a/helm/values-c.yaml": Array("old\n".utf8), "a/README.md": [1],
      ]),
      to: try RecordedFleet(files: [
        "a/terraform/global/x.tf.json": Array(#"{"data": {"aws_region": {"r": {}}}}"#.utf8),
        "a/helm/values-c.yaml": Array("new\n".utf8), "a/README.md": [2],
      ]))
    #expect(found.roots.map(\.others) == [["data.aws_region.r", "output.o"]])
    #expect(found.values.map(\.path) == ["a/helm/values-c.yaml"])
    #expect(found.values.map(\.after) == ["new\n"])
  }

  @Test func `says which file is no JSON`() {
    let failure = #expect(throws: UnreadableRecord.self) {
      try RecordedFleet(files: ["a/terraform/global/x.tf.json": Array("{]".utf8)])
    }
    #expect(failure == UnreadableRecord(path: "a/terraform/global/x.tf.json", offset: 1))
  }

  private func difference(from old: String, to new: String) throws -> FleetDifference {
    FleetDifference(
      from: try RecordedFleet(files: ["a/terraform/global/main.tf.json": Array(old.utf8)]),
      to: try RecordedFleet(files: ["a/terraform/global/main.tf.json": Array(new.utf8)]))
  }
}
