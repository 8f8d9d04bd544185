import TerraformDocument
import Testing

/// Whole files, as they are committed.
@Suite struct RootFilesTests {
  @Test func `a part becomes one file, grouped by kind, type and name, each block with its owner`()
  {
    var network = TerraformComponent("network", of: .cell, owner: "cell-use1-01")
    let orders = network.add(
      Resource(Queue.self, "orders") {
        $0.name = "orders"
        $0.rules = [.init { $0.priority = 1 }]
      }, at: line(1))
    let policy: Argument<[String: String]> = network.local(
      "orders_policy", ["Resource": orders.arn.json], at: line(2))
    let meta = MetaArguments(
      provider: "us-west-1", dependsOn: [orders.reference], preventDestroy: true,
      ignoreChanges: ["tags", "name"])
    network.add(
      Resource(Queue.self, "returns", meta: meta) { $0.policy = policy.applying("jsonencode") },
      at: line(3))
    network.output("orders_url", orders.url, description: "Where orders go.", at: line(4))

    let files = TerraformRoot.sample(.cell, [network]).files()
    #expect(files.keys.sorted() == ["network.tf.json", "terraform.tf.json"])
    #expect(
      files["network.tf.json"].map { String(decoding: JSONWriter.text(of: $0), as: UTF8.self) }
        == #"""
        {
          "locals": {
            "orders_policy": {
              "Resource": "${aws_sqs_queue.orders.arn}"
            }
          },
          "output": {
            "orders_url": {
              "description": "Where orders go.",
              "value": "${aws_sqs_queue.orders.url}"
            }
          },
          "resource": {
            "aws_sqs_queue": {
              "orders": {
                "//": "cell-use1-01: network",
                "name": "orders",
                "rule": [
                  {
                    "priority": 1
                  }
                ]
              },
              "returns": {
                "//": "cell-use1-01: network",
                "depends_on": [
                  "aws_sqs_queue.orders"
                ],
                "lifecycle": {
                  "ignore_changes": [
                    "name",
                    "tags"
                  ],
                  "prevent_destroy": true
                },
                "policy": "${jsonencode(local.orders_policy)}",
                "provider": "aws.us-west-1"
              }
            }
          }
        }

        """#)
  }

  @Test func `settings become terraform.tf.json, providers grouped by name, the default one first`()
  {
    let root = TerraformRoot(
      .global,
      settings: TerraformSettings(
        requiredVersion: ">= 1.11.0",
        requiredProviders: ["aws": .init(source: "hashicorp/aws", version: "5.100.0")],
        backend: TerraformSettings.Backend("s3", body: ["bucket": "states", "use_lockfile": true]),
        providers: [
          .init("aws", body: ["allowed_account_ids": ["123456789012"], "region": "us-east-1"]),
          .init("aws", alias: "us-west-1", body: ["region": "us-west-1"]),
        ]),
      components: [], at: line(1))
    #expect(
      root.files().mapValues { String(decoding: JSONWriter.text(of: $0), as: UTF8.self) } == [
        "terraform.tf.json": """
        {
          "provider": {
            "aws": [
              {
                "allowed_account_ids": [
                  "123456789012"
                ],
                "region": "us-east-1"
              },
              {
                "alias": "us-west-1",
                "region": "us-west-1"
              }
            ]
          },
          "terraform": {
            "backend": {
              "s3": {
                "bucket": "states",
                "use_lockfile": true
              }
            },
            "required_providers": {
              "aws": {
                "source": "hashicorp/aws",
                "version": "5.100.0"
              }
            },
            "required_version": ">= 1.11.0"
          }
        }

        """
      ])
  }

  @Test func `a part with nothing in it has no file, and one with only an output has`() {
    let empty = TerraformComponent("empty", of: .global, owner: "global")
    var outputs = TerraformComponent("outputs", of: .global, owner: "global")
    outputs.output("answer", Argument<String>("42"), description: "The answer.", at: line(1))
    #expect(
      TerraformRoot.sample(.global, [empty, outputs]).files().keys.sorted()
        == ["outputs.tf.json", "terraform.tf.json"])
  }

  @Test func `kinds of blocks are kept apart`() {
    struct Zone: TerraformSchema {
      typealias Attributes = Queue.Attributes
      static let type = "aws_route53_zone"
      static let kind = TerraformAddress.Kind.data
      var body: TerraformBody = [:]
    }
    var part = TerraformComponent("dns", of: .cell, owner: "cell-use1-01")
    part.add(Resource(Zone.self, "main") { $0.body = ["name": "example.com"] }, at: line(1))
    #expect(
      TerraformRoot.sample(.cell, [part]).files()["dns.tf.json"] == [
        "data": ["aws_route53_zone": ["main": ["//": "cell-use1-01: dns", "name": "example.com"]]]
      ])
  }

  @Test func `two parts of one name trap, since one file would overwrite the other`() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var part = TerraformComponent("network", of: .cell, owner: "cell-use1-01")
      part.output("a", Argument<String>("1"), description: "a", at: line(1))
      _ = TerraformRoot.sample(.cell, [part, part]).files()
    }
    #expect(
      String(decoding: result.standardErrorContent, as: UTF8.self).contains(
        "production/terraform/cells/cell-use1-01 has two parts for network.tf.json"))
  }

  @Test func `meta arguments state only what differs from Terraform's defaults`() {
    var part = TerraformComponent("part", of: .cell, owner: "cell-use1-01")
    part.add(Resource(Queue.self, "plain") { _ in }, at: line(1))
    part.add(
      Resource(Queue.self, "kept", meta: MetaArguments(preventDestroy: true)) { _ in }, at: line(2))
    part.add(
      Resource(Queue.self, "held", meta: MetaArguments(createBeforeDestroy: true)) { _ in },
      at: line(3))
    #expect(
      TerraformRoot.sample(.cell, [part]).files()["part.tf.json"] == [
        "resource": [
          "aws_sqs_queue": [
            "plain": ["//": "cell-use1-01: part"],
            "kept": ["//": "cell-use1-01: part", "lifecycle": ["prevent_destroy": true]],
            "held": ["//": "cell-use1-01: part", "lifecycle": ["create_before_destroy": true]],
          ]
        ]
      ])
  }
}
