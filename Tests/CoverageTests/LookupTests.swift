import Foundation
import Testing

/// How a row finds what it asserts.
@Suite struct LookupTests {
  private let root = OutRoot(
    path: "sample/terraform/global",
    value: [
      "resource": [
        "aws_sqs_queue": [
          "main": ["redrive_policy": "${jsonencode(local.redrive)}", "delay_seconds": 0],
          "other": ["delay_seconds": 5],
        ],
        "aws_vpc": ["main": ["tags": ["karpenter.sh/discovery": "eks"]]],
      ],
      "locals": ["redrive": ["maxReceiveCount": 3, "deadLetterTargetArn": "arn"]],
      "data": ["aws_ssm_parameter": ["zone": ["name": "/zone"]]],
      "provider": ["aws": [["region": "us-east-1"], ["region": "us-west-1"]]],
    ], files: ["aws_vpc.main": "network.tf.json"])

  @Test func `an address is a block, all blocks of a type, or settings`() {
    for address in [
      "aws_vpc.main", "aws_sqs_queue", "local.redrive", "data.aws_ssm_parameter.zone",
      "provider.aws",
    ] { #expect(root.locate(address) != nil, "\(address)") }
    for address in ["aws_vpc.other", "aws_subnet", "local.other", "data.aws_vpc.main", "terraform"]
    {
      #expect(root.locate(address) == nil, "\(address)")
    }
  }

  @Test func `in a chart's values an address is a path`() {
    let values = OutRoot(
      path: "sample/helm/values-a.yaml", value: ["services": ["api": ["port": 8_000]]], files: [:])
    #expect(values.locate("services.api") != nil)
    #expect(values.locate("aws_vpc.main") == nil)
  }

  @Test(
    arguments: [
      ("aws_sqs_queue.main", "delay_seconds", [0]),
      ("aws_vpc.main", "tags[\"karpenter.sh/discovery\"]", ["eks"]),
      ("provider.aws", "[1].region", ["us-west-1"]),
      ("provider.aws", "[2].region", []),
      ("provider.aws", "[region=us-west-1]", [["region": "us-west-1"]]),
      ("aws_sqs_queue", "[delay_seconds=5].delay_seconds", [5]),
      ("aws_sqs_queue", "[delay_seconds=6]", []),
      (
        "aws_sqs_queue.main", "",
        [["redrive_policy": "${jsonencode(local.redrive)}", "delay_seconds": 0]]
      ),
      ("aws_sqs_queue.main", "redrive_policy.maxReceiveCount", [3]),
      ("aws_sqs_queue", "[redrive_policy.maxReceiveCount=3].delay_seconds", [0]),
      ("aws_sqs_queue.main", "redrive_policy", ["${jsonencode(local.redrive)}"]),
    ] as [(String, ArgumentPath, [OutValue])])
  func `a path leads into members, elements, found elements and documents`(
    _ address: String, _ path: ArgumentPath, _ expected: [OutValue]
  ) {
    #expect(root.locate(address, path).compactMap { root.value[$0] } == expected)
  }

  @Test func `a selector may hold brackets, and a key may hold dots`() {
    #expect(
      ArgumentPath("a[[6].stat=p95][1]").steps == [
        .member("a"), .holding([.element(6), .member("stat")], "p95"), .element(1),
      ])
    #expect(
      ArgumentPath("a[b=\"c[0].d\"][\"e.f:g\"]").steps == [
        .member("a"), .holding([.member("b")], "c[0].d"), .member("e.f:g"),
      ])
  }

  @Test func `YAML is read with its types`() throws {
    let text = """
      # a comment
      name: api
      port: 8000
      tag: "0.1.0"
      limit: "1000"
      ratio: 0.5
      on: true
      nothing: null
      list:
      - a
      - key: value
      """
    #expect(
      try readYAML(Data(text.utf8)) == [
        "name": "api", "port": 8_000, "tag": "0.1.0", "limit": "1000", "ratio": .number(0.5),
        "on": true, "nothing": .null, "list": ["a", ["key": "value"]],
      ])
    #expect(throws: YAMLError.self) { try readYAML(Data("a: [".utf8)) }
  }

  @Test func `the committed files are all there`() throws {
    let tree = try OutTree.committed()
    #expect(
      tree.roots.keys.filter { $0.hasPrefix("production/") }.sorted() == [
        "production/helm/values-cell-use1-01.yaml", "production/helm/values-cell-usw1-01.yaml",
        "production/terraform/backend-setup", "production/terraform/cells/cell-use1-01",
        "production/terraform/cells/cell-usw1-01", "production/terraform/global",
        "production/terraform/routing",
      ])
  }
}
