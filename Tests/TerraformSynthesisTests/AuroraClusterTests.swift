import CellContract
import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// A cell's Aurora cluster, by its part in the database.
@Suite struct AuroraClusterTests {
  @Test func `the primary joins the global cluster and brings the database and its user`() throws {
    let root = try WrittenFleet(twoRegions())["pair", "cells/cell-a"]
    let cluster = root["aws_rds_cluster", "alerts"]
    #expect(
      cluster.only(
        "cluster_identifier", "global_cluster_identifier", "database_name", "master_username",
        "master_password_wo", "master_password_wo_version", "source_region",
        "enable_global_write_forwarding", "engine", "engine_version") == [
          "cluster_identifier": "bizcomms-cell-a-alerts",
          "global_cluster_identifier": "bizcomms-pair-alerts",
          "database_name": "alerts",
          "master_username": "bizcomms_admin",
          "master_password_wo": "${local.alerts_master_user.password}",
          "master_password_wo_version": 1,
          "enable_global_write_forwarding": true,
          "engine": "aurora-postgresql",
          "engine_version": "16.8",
        ])
  }

  @Test func `a secondary takes over database and users, and forwards writes`() throws {
    let root = try WrittenFleet(twoRegions())["pair", "cells/cell-b"]
    let cluster = root["aws_rds_cluster", "alerts"]
    #expect(
      cluster.only(
        "cluster_identifier", "global_cluster_identifier", "source_region",
        "enable_global_write_forwarding", "engine_version") == [
          "cluster_identifier": "bizcomms-cell-b-alerts",
          "global_cluster_identifier": "bizcomms-pair-alerts",
          "source_region": "us-east-1",
          "enable_global_write_forwarding": true,
          "engine_version": "16.8",
        ])
    #expect(
      cluster.members.keys.filter { $0.hasPrefix("master_") || $0 == "database_name" } == [])
    #expect(root.allBlocks(kind: "ephemeral").isEmpty)
  }

  @Test func `what a switchover changes is left as it is found, in whatever role`() throws {
    let fleet = try WrittenFleet(twoRegions())
    for cell in ["cell-a", "cell-b"] {
      let lifecycle = fleet["pair", "cells/\(cell)"]["aws_rds_cluster", "alerts"]["lifecycle"]
      #expect(
        lifecycle["ignore_changes"] == [
          "database_name", "engine_version", "global_cluster_identifier", "master_username",
          "replication_source_identifier", "source_region",
        ])
    }
  }

  @Test func `roles declared anew change nothing that could replace or detach a cluster`() throws {
    let before = try WrittenFleet(twoRegions((.primary, .standby)))
    let after = try WrittenFleet(twoRegions((.standby, .primary)))
    for cell in ["cell-a", "cell-b"] {
      let old = before["pair", "cells/\(cell)"]["aws_rds_cluster", "alerts"]
      let new = after["pair", "cells/\(cell)"]["aws_rds_cluster", "alerts"]
      let names = Set(old.members.keys).union(new.members.keys).filter { old[$0] != new[$0] }
      let ignored = Set(new["lifecycle"]["ignore_changes"].texts)
      #expect(
        names.subtracting(ignored) == ["master_password_wo", "master_password_wo_version"],
        "\(cell)")
    }
  }

  @Test func `in one region the cluster is alone and follows its arguments`() throws {
    let cluster = try sampleCell()["aws_rds_cluster", "alerts"]
    #expect(
      cluster.only(
        "cluster_identifier", "database_name", "master_username", "global_cluster_identifier",
        "enable_global_write_forwarding", "source_region", "lifecycle") == [
          "cluster_identifier": "bizcomms-cell-a-alerts",
          "database_name": "alerts",
          "master_username": "bizcomms_admin",
          "lifecycle": ["prevent_destroy": true],
        ])
  }

  @Test func `a cell's own database is alone, with its own version and class`() throws {
    let root = try WrittenFleet(ownDatabase())["mixed", "cells/cell-c"]
    #expect(
      root["aws_rds_cluster", "alerts"].only("global_cluster_identifier", "engine_version") == [
        "engine_version": "17.4"
      ])
    #expect(
      root["aws_rds_cluster_parameter_group", "alerts"]["family"] == "aurora-postgresql17")
    #expect(
      Set(root.blocks("aws_rds_cluster_instance").values.map { $0["instance_class"] })
        == ["db.t4g.medium"])
    #expect(root.blocks("aws_rds_cluster_instance").count == 3)
  }

  @Test func `a serverless cluster says between which capacities it scales`() throws {
    let root = try WrittenFleet(ownDatabase(.serverless))["mixed", "cells/cell-c"]
    #expect(
      root["aws_rds_cluster", "alerts"]["serverlessv2_scaling_configuration"]
        == ["max_capacity": 16, "min_capacity": .number(0.5)])
    let wider = try WrittenFleet(ownDatabase(.serverless, capacity: .units(2, to: 24.5)))
    #expect(
      wider["mixed", "cells/cell-c"]["aws_rds_cluster", "alerts"][
        "serverlessv2_scaling_configuration"]
        == ["max_capacity": .number(24.5), "min_capacity": 2])
    let other = try sampleCell()["aws_rds_cluster", "alerts"]
    #expect(other["serverlessv2_scaling_configuration"] == .null)
  }

  @Test func `protected data survives the loss of its cluster`() throws {
    let root = try sampleCell()
    #expect(
      root["aws_rds_cluster", "alerts"].only(
        "backup_retention_period", "copy_tags_to_snapshot", "delete_automated_backups",
        "deletion_protection", "final_snapshot_identifier", "skip_final_snapshot", "lifecycle")
        == [
          "backup_retention_period": 7,
          "copy_tags_to_snapshot": true,
          "delete_automated_backups": false,
          "deletion_protection": true,
          "final_snapshot_identifier": "bizcomms-cell-a-alerts-final",
          "skip_final_snapshot": false,
          "lifecycle": ["prevent_destroy": true],
        ])
    #expect(root["aws_kms_key", "alerts"]["lifecycle"] == ["prevent_destroy": true])
  }

  @Test func `backups outlive a protected cluster, whatever its part in the database`() throws {
    for (protection, deleted) in [(.preventDestroy, false), (.none, true)]
      as [(DataProtection, TerraformJSON)]
    {
      let fleet = try WrittenFleet(twoRegions(dataProtection: protection))
      for cell in ["cell-a", "cell-b"] {
        let cluster = fleet["pair", "cells/\(cell)"]["aws_rds_cluster", "alerts"]
        #expect(cluster["delete_automated_backups"] == deleted)
      }
    }
  }

  @Test func `data that can be thrown away goes with its cluster`() throws {
    let root = try sampleCell(dataProtection: .none)
    #expect(
      root["aws_rds_cluster", "alerts"].only(
        "backup_retention_period", "delete_automated_backups", "deletion_protection",
        "final_snapshot_identifier", "skip_final_snapshot", "lifecycle") == [
          "backup_retention_period": 1,
          "delete_automated_backups": true,
          "deletion_protection": false,
          "skip_final_snapshot": true,
        ])
    #expect(root["aws_kms_key", "alerts"]["lifecycle"] == .null)
  }

  @Test func `storage is encrypted with the cell's own key and connections with TLS`() throws {
    let root = try sampleCell()
    #expect(
      root["aws_rds_cluster", "alerts"].only(
        "storage_encrypted", "kms_key_id", "db_cluster_parameter_group_name", "apply_immediately")
        == [
          "storage_encrypted": true,
          "kms_key_id": "${aws_kms_key.alerts.arn}",
          "db_cluster_parameter_group_name": "${aws_rds_cluster_parameter_group.alerts.name}",
          "apply_immediately": false,
        ])
    #expect(
      root["aws_rds_cluster_parameter_group", "alerts"].only("family", "parameter") == [
        "family": "aurora-postgresql16",
        "parameter": [
          ["apply_method": "immediate", "name": "log_lock_waits", "value": "1"],
          ["apply_method": "immediate", "name": "log_min_duration_statement", "value": "1000"],
          ["apply_method": "immediate", "name": "rds.force_ssl", "value": "1"],
          [
            "apply_method": "pending-reboot", "name": "shared_preload_libraries",
            "value": "pg_stat_statements",
          ],
        ],
      ])
  }

  @Test func `backups are kept for as long as somebody says, whatever the environment`() throws {
    let root = try WrittenFleet(ownDatabase(backupRetention: .days(35)))["mixed", "cells/cell-c"]
    #expect(root["aws_rds_cluster", "alerts"]["backup_retention_period"] == 35)
  }

  @Test func `services log in with a password and nobody with a token`() throws {
    #expect(
      try sampleCell()["aws_rds_cluster", "alerts"]["iam_database_authentication_enabled"] == false)
  }
}
