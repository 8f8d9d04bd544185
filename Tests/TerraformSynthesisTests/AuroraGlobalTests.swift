import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import TerraformSynthesis
import Testing

/// What `global` holds of a database, and where passwords are.
@Suite struct AuroraGlobalTests {
  @Test func `cells in several regions share a global cluster`() throws {
    #expect(
      try WrittenFleet(twoRegions())["pair", "global"].blocks("aws_rds_global_cluster") == [
        "alerts": [
          "global_cluster_identifier": "bizcomms-pair-alerts",
          "engine": "aurora-postgresql",
          "engine_version": "16.8",
          "database_name": "alerts",
          "storage_encrypted": true,
          "deletion_protection": true,
          "lifecycle": ["prevent_destroy": true],
        ]
      ])
  }

  @Test func `a global cluster that can be thrown away is not protected`() throws {
    let fleet = try WrittenFleet(twoRegions(dataProtection: .none))
    let cluster = fleet["pair", "global"]["aws_rds_global_cluster", "alerts"]
    #expect(cluster.only("deletion_protection", "lifecycle") == ["deletion_protection": false])
  }

  @Test func `one region has no global cluster, and neither has a cell's own database`() throws {
    let alone = try WrittenFleet(sample())["sample", "global"]
    #expect(alone.blocks("aws_rds_global_cluster").isEmpty)
    let mixed = try WrittenFleet(ownDatabase())["mixed", "global"]
    #expect(mixed.blocks("aws_rds_global_cluster").count == 1)
  }

  @Test func `the master user's secret has a replica where a cell has to read it`() throws {
    let secret = try WrittenFleet(twoRegions())["pair", "global"][
      "aws_secretsmanager_secret", "alerts_master_user"]
    #expect(secret["name"] == "bizcomms-pair/database-alerts-master-user")
    #expect(secret["kms_key_id"] == "${aws_kms_key.secrets_eu_west_1.arn}")
    #expect(
      secret["replica"] == [
        ["kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}", "region": "us-east-1"],
        ["kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}", "region": "us-west-1"],
      ])
  }

  @Test func `a cell's own database has a secret of its own, replicated to that cell only`()
    throws
  {
    let fleet = try WrittenFleet(ownDatabase())
    let secret = fleet["mixed", "global"][
      "aws_secretsmanager_secret", "cell_c_alerts_master_user"]
    #expect(secret["name"] == "bizcomms-mixed/cell-c/database-alerts-master-user")
    #expect(
      secret["replica"] == [
        ["kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}", "region": "us-west-1"]
      ])
    let read = fleet["mixed", "cells/cell-c"].blocks(
      "aws_secretsmanager_secret_version", kind: "ephemeral")
    #expect(
      read == ["alerts_master_user": ["secret_id": .string(secret["name"].text ?? "")]])
  }

  @Test func `the password is drawn without what RDS refuses and written without being kept`()
    throws
  {
    let global = try WrittenFleet(twoRegions())["pair", "global"]
    #expect(
      global.blocks("aws_secretsmanager_random_password", kind: "ephemeral") == [
        "alerts": ["exclude_characters": "/\"@ ", "password_length": 40]
      ])
    let version = global["aws_secretsmanager_secret_version", "alerts_master_user"]
    #expect(
      version == [
        "secret_id": "${aws_secretsmanager_secret.alerts_master_user.id}",
        "secret_string_wo": "${jsonencode(local.alerts_master_user)}",
        "secret_string_wo_version": 1,
      ])
    #expect(
      global.document(version["secret_string_wo"]) == [
        "password": "${ephemeral.aws_secretsmanager_random_password.alerts.random_password}",
        "username": "bizcomms_admin",
      ])
  }

  @Test func `the secret and the clusters change their password together`() throws {
    for fleet in [try WrittenFleet.ours.get(), try WrittenFleet(ownDatabase())] {
      var versions: [TerraformJSON] = []
      for root in fleet.all {
        versions += root.blocks("aws_secretsmanager_secret_version").values
          .map { $0["secret_string_wo_version"] }
        versions += root.blocks("aws_rds_cluster").values
          .map { $0["master_password_wo_version"] }.filter { $0 != .null }
      }
      #expect(versions.count >= 4)
      #expect(Set(versions).count == 1)
    }
  }

  @Test func `RDS manages no master password, for in a global database it can't`() throws {
    for root in try WrittenFleet(twoRegions()).all {
      for cluster in root.blocks("aws_rds_cluster").values {
        #expect(cluster["manage_master_user_password"] == .null)
      }
    }
    let primary = try WrittenFleet(twoRegions())["pair", "cells/cell-a"]
    #expect(
      primary["aws_rds_cluster", "alerts"]["master_password_wo"]
        == "${local.alerts_master_user.password}")
  }

  @Test func `no argument that Terraform keeps holds a password`() throws {
    let kept: Set = [
      "master_password", "manage_master_user_password", "secret_string", "secret_binary",
    ]
    for fleet in [try WrittenFleet.ours.get(), try WrittenFleet(everyChoice)] {
      for root in fleet.all {
        for (type, blocks) in root.allBlocks() {
          for (name, block) in blocks {
            #expect(kept.isDisjoint(with: block.members.keys), "\(root.path): \(type).\(name)")
            for (argument, value) in block.members where !argument.hasSuffix("_wo") {
              #expect(
                !value.texts.contains { $0.contains("ephemeral.") || $0.contains("r.password") },
                "\(root.path): \(type).\(name).\(argument)")
            }
          }
        }
        let outputs = root.files.values.flatMap { $0["output"].texts }
        #expect(!outputs.contains { $0.contains("ephemeral.") || $0.contains("master_user") })
        #expect(root.blocks("random_password").isEmpty)
      }
    }
  }

  @Test func `no service may read the master user's secret`() throws {
    let secret = Database.alerts.masterSecret
    #expect(!Secret.all.contains(secret))
    for root in try WrittenFleet(twoRegions()).all where root.path.folder.hasPrefix("cells/") {
      let policies = root.files["identity.tf.json"]?["locals"].texts ?? []
      #expect(!policies.isEmpty)
      #expect(!policies.contains { $0.contains("master") })
      #expect(!policies.contains { $0.hasSuffix("secret:*") })
    }
  }

  @Test func `every cluster has an identifier of its own in all regions`() throws {
    var identifiers: [String] = []
    for root in try WrittenFleet(ownDatabase()).all {
      let clusters = root.blocks("aws_rds_cluster").values
      let instances = root.blocks("aws_rds_cluster_instance").values
      identifiers += clusters.compactMap(\.["cluster_identifier"].text)
      identifiers += instances.compactMap(\.["identifier"].text)
    }
    #expect(identifiers.count == 3 + 2 + 2 + 3)
    #expect(Set(identifiers).count == identifiers.count)
  }
}
