import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// `terraform.tf.json` of each kind of root: state, account, pins and providers.
@Suite struct RootSettingsTests {
  private let fleet: WrittenFleet

  init() throws { fleet = try WrittenFleet(everyChoice) }

  @Test func `a cell keeps its state in its own region and works there only`() {
    #expect(
      settings("cells/every-usw1-01") == [
        "provider": [
          "aws": [
            [
              "allowed_account_ids": ["111122223333"],
              "default_tags": [
                "tags": [
                  "application": "bizcomms", "cell": "every-usw1-01", "environment": "every",
                  "managed-by": "terraform", "owner": "platform",
                ]
              ],
              "region": "us-west-1",
            ]
          ]
        ],
        "terraform": [
          "backend": [
            "s3": [
              "allowed_account_ids": ["111122223333"],
              "bucket": "bizcomms-every-111122223333-tfstate-us-west-1",
              "key": "cells/every-usw1-01/terraform.tfstate",
              "region": "us-west-1",
              "use_lockfile": true,
            ]
          ],
          "required_providers": ["aws": ["source": "hashicorp/aws", "version": "5.100.0"]],
          "required_version": "~> 1.11",
        ],
      ])
  }

  @Test(arguments: ["backend-setup", "global", "routing"])
  func `a shared root keeps its state at home, also where home has no cell`(_ folder: String) {
    let settings = settings(folder)
    #expect(
      settings["terraform"] == [
        "backend": [
          "s3": [
            "allowed_account_ids": ["111122223333"],
            "bucket": "bizcomms-every-111122223333-tfstate-eu-central-1",
            "key": .string("\(folder)/terraform.tfstate"),
            "region": "eu-central-1",
            "use_lockfile": true,
          ]
        ],
        "required_providers": ["aws": ["source": "hashicorp/aws", "version": "5.100.0"]],
        "required_version": "~> 1.11",
      ])
    let tags: TerraformJSON = [
      "tags": [
        "application": "bizcomms", "cell": "shared", "environment": "every",
        "managed-by": "terraform", "owner": "platform",
      ]
    ]
    let providers = settings["provider"]["aws"].elements
    #expect(providers.map { $0["default_tags"] } == providers.map { _ in tags })
    let account: TerraformJSON = ["111122223333"]
    #expect(providers.map { $0["allowed_account_ids"] } == providers.map { _ in account })
  }

  @Test func `shared roots that work in every region have a provider for each`() {
    let everywhere = ["eu-central-1", "us-east-1 as us-east-1", "us-west-1 as us-west-1"]
    #expect(providers(of: fleet["every", "backend-setup"]) == everywhere)
    #expect(providers(of: fleet["every", "global"]) == everywhere)
    #expect(providers(of: fleet["every", "routing"]) == Array(everywhere.prefix(2)))
  }

  @Test func `every provider that a block names is configured, and every one configured is named`()
    throws
  {
    for fleet in [Cells.fleet, everyChoice] {
      for root in try WrittenFleet(fleet).all {
        let configured = providerBlocks(of: root).compactMap { $0["alias"].text }
        let blocks = ["resource", "data", "ephemeral"].flatMap { root.allBlocks(kind: $0).values }
        let named = blocks.flatMap(\.values).compactMap { $0["provider"].text }
        #expect(Set(named) == Set(configured.map { "aws.\($0)" }), "\(root.path)")
        #expect(Set(configured).count == configured.count)
      }
    }
  }

  @Test
  func `every state lies in a bucket of its region that backend-setup makes`()
    throws
  {
    for fleet in [Cells.fleet, everyChoice] {
      let written = try WrittenFleet(fleet)
      for root in written.all {
        let backend = root.files["terraform.tf.json"]?["terraform"]["backend"]["s3"] ?? .null
        let setup = written[root.path.environment, "backend-setup"]
        let owner = setup.blocks("aws_s3_bucket").values.filter {
          $0["bucket"] == backend["bucket"]
        }
        #expect(owner.count == 1, "\(root.path)")
        #expect(region(of: owner.first ?? .null, in: setup) == backend["region"].text)
      }
    }
  }

  @Test func `no two roots share a state`() throws {
    for fleet in [Cells.fleet, everyChoice] {
      let backends = try WrittenFleet(fleet).all.map {
        $0.files["terraform.tf.json"]?["terraform"]["backend"]["s3"] ?? .null
      }
      #expect(Set(backends).count == backends.count)
    }
  }

  /// The overview has 1.6; write-only arguments, which keep a password out of the state, came with 1.11.
  /// Source: Terraform documentation, "Use temporary write-only arguments", 2026-11.
  @Test func `every root asks for Terraform 1.11, which can write a password without keeping it`()
    throws
  {
    for fleet in [Cells.fleet, everyChoice] {
      for root in try WrittenFleet(fleet).all {
        let version = root.files["terraform.tf.json"]?["terraform"]["required_version"]
        #expect(version == "~> 1.11", "\(root.path)")
      }
    }
  }

  /// Terraform calls locks in DynamoDB, which the overview has, deprecated.
  @Test func `a state is locked by an object beside it, not by a DynamoDB table`() throws {
    for fleet in [Cells.fleet, everyChoice] {
      for root in try WrittenFleet(fleet).all {
        let backend = root.files["terraform.tf.json"]?["terraform"]["backend"]["s3"] ?? .null
        #expect(backend["use_lockfile"] == true, "\(root.path)")
        #expect(backend["dynamodb_table"] == .null, "\(root.path)")
        if root.path.folder == "backend-setup" {
          #expect(root.blocks("aws_dynamodb_table").isEmpty)
        }
      }
    }
  }

  /// Their configuration would come from the cluster that the same apply makes.
  @Test func `no state that makes a cluster holds a Kubernetes or Helm provider`() throws {
    for fleet in [Cells.fleet, everyChoice] {
      for root in try WrittenFleet(fleet).all {
        let settings = root.files["terraform.tf.json"] ?? .null
        #expect(Set(settings["provider"].members.keys) == ["aws"], "\(root.path)")
        #expect(
          Set(settings["terraform"]["required_providers"].members.keys) == ["aws"],
          "\(root.path)")
        let types = ["resource", "data", "ephemeral"].flatMap { root.allBlocks(kind: $0).keys }
        #expect(types.filter { !$0.hasPrefix("aws_") } == [], "\(root.path)")
      }
    }
  }

  @Test func `every block says whose it is and which part`() {
    let files = fleet["every", "cells/every-use1-02"].files
    for (file, comment) in [
      "network.tf.json": "every-use1-02: network", "cluster.tf.json": "every-use1-02: cluster",
      "messaging.tf.json": "every-use1-02: messaging",
      "identity.tf.json": "every-use1-02: identity",
      "extensions.tf.json": "every-use1-02: extensions",
    ] {
      let blocks = (files[file] ?? .null)["resource"].members.values.flatMap(\.members.values)
      #expect(!blocks.isEmpty, "\(file)")
      #expect(blocks.allSatisfy { $0["//"] == .string(comment) }, "\(file)")
    }
  }

  private func settings(_ folder: String) -> TerraformJSON {
    fleet["every", folder].files["terraform.tf.json"] ?? .null
  }
}

/// The provider configurations of a root, the default one first.
private func providerBlocks(of root: WrittenRoot) -> [TerraformJSON] {
  (root.files["terraform.tf.json"] ?? .null)["provider"]["aws"].elements
}

private func providers(of root: WrittenRoot) -> [String] {
  providerBlocks(of: root).map { provider in
    let alias = provider["alias"].text.map { " as \($0)" } ?? ""
    return (provider["region"].text ?? "?") + alias
  }
}

/// The region in which a block of `root` lives.
func region(of block: TerraformJSON, in root: WrittenRoot) -> String? {
  let provider = providerBlocks(of: root).first { provider in
    block["provider"].text == provider["alias"].text.map { "aws.\($0)" }
  }
  return provider?["region"].text
}
