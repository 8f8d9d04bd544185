import CellContract
import CellDescription
import CellModel
import CellPrimitives
import TerraformDocument
import Testing

@testable import TerraformSynthesis

/// What is seen of a database while it runs, and when Aurora may work on it.
@Suite struct AuroraOperationTests {
  @Test func `every instance is measured, in a zone of its own, and none upgrades by itself`()
    throws
  {
    let instances = try sampleCell().blocks("aws_rds_cluster_instance")
    #expect(Set(instances.keys) == ["alerts_1", "alerts_2"])
    for (number, zone) in [(1, "use1_az1"), (2, "use1_az2")] {
      #expect(
        instances["alerts_\(number)"] == [
          "apply_immediately": false,
          "auto_minor_version_upgrade": false,
          "availability_zone": .string("${aws_subnet.database_\(zone).availability_zone}"),
          "ca_cert_identifier": "rds-ca-rsa2048-g1",
          "cluster_identifier": "${aws_rds_cluster.alerts.id}",
          "copy_tags_to_snapshot": true,
          "db_subnet_group_name": "${aws_db_subnet_group.alerts.name}",
          "depends_on": ["aws_iam_role_policy_attachment.database_monitoring"],
          "engine": "${aws_rds_cluster.alerts.engine}",
          "identifier": .string("bizcomms-cell-a-alerts-\(number)"),
          "instance_class": "db.r6g.large",
          "monitoring_interval": 60,
          "monitoring_role_arn": "${aws_iam_role.database_monitoring.arn}",
          "performance_insights_enabled": true,
          "performance_insights_kms_key_id": "${aws_kms_key.alerts.arn}",
          "performance_insights_retention_period": 7,
          "preferred_maintenance_window": "mon:08:00-mon:09:00",
          "promotion_tier": .integer(number - 1),
          "publicly_accessible": false,
        ])
    }
  }

  @Test func `a fourth instance shares the first one's zone and takes over after all others`()
    throws
  {
    let root = try sampleCell {
      CellDatabase(
        .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instances: 16)
    }
    let instances = root.blocks("aws_rds_cluster_instance")
    #expect(
      instances["alerts_4"]?["availability_zone"] == instances["alerts_1"]?["availability_zone"])
    #expect(instances["alerts_4"]?["promotion_tier"] == 3)
    #expect(instances["alerts_16"]?["promotion_tier"] == 15)
  }

  @Test func `only instances of the cell are measured with its role`() throws {
    let root = try sampleCell()
    let role = root["aws_iam_role", "database_monitoring"]
    #expect(role["name"] == "bizcomms-cell-a-database")
    #expect(
      root.document(role["assume_role_policy"])["Statement"] == [
        [
          "Action": ["sts:AssumeRole"],
          "Condition": [
            "ArnLike": ["aws:SourceArn": "arn:aws:rds:us-east-1:111122223333:db:bizcomms-cell-a-*"],
            "StringEquals": ["aws:SourceAccount": "111122223333"],
          ],
          "Effect": "Allow",
          "Principal": ["Service": "monitoring.rds.amazonaws.com"],
        ]
      ])
    #expect(
      root["aws_iam_role_policy_attachment", "database_monitoring"] == [
        "policy_arn": "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
        "role": "${aws_iam_role.database_monitoring.name}",
      ])
  }

  @Test func `the log has a group with an end before the cluster can make one without`() throws {
    let root = try sampleCell { Observability(logRetention: .days(90)) }
    let group = root["aws_cloudwatch_log_group", "alerts"]
    #expect(
      group == [
        "kms_key_id": "${aws_kms_key.alerts.arn}",
        "name": "/aws/rds/cluster/bizcomms-cell-a-alerts/postgresql",
        "retention_in_days": 90,
      ])
    #expect(
      root["aws_rds_cluster", "alerts"].only("depends_on", "enabled_cloudwatch_logs_exports") == [
        "depends_on": ["aws_cloudwatch_log_group.alerts"],
        "enabled_cloudwatch_logs_exports": ["postgresql"],
      ])
  }

  @Test func `two cells are not maintained on one day, nor while their backups are taken`() throws {
    let fleet = try WrittenFleet(twoRegions())
    var days: [Substring] = []
    for cell in ["cell-a", "cell-b"] {
      let root = fleet["pair", "cells/\(cell)"]
      let cluster = root["aws_rds_cluster", "alerts"]
      let window = try #require(cluster["preferred_maintenance_window"].text)
      for instance in root.blocks("aws_rds_cluster_instance").values {
        #expect(instance["preferred_maintenance_window"] == .string(window))
      }
      let backup = try #require(cluster["preferred_backup_window"].text)
      let ends = window.split(separator: "-").map { $0.dropFirst(4) } + backup.split(separator: "-")
      #expect(window.prefix(3) == window.split(separator: "-")[1].prefix(3))
      // Both end on the day on which they start, and maintenance starts after the backup's end.
      #expect(ends[0] < ends[1] && ends[2] < ends[3] && ends[3] < ends[0])
      days.append(window.prefix(3))
    }
    #expect(Set(days).count == 2)
  }

  @Test func `windows that are described go over midnight and over the end of the week`() throws {
    func windows(_ cell: String) throws -> [TerraformJSON] {
      let root = try WrittenFleet(everyChoice)["every", "cells/\(cell)"]
      let cluster = root["aws_rds_cluster", "alerts"]
      let maintenance = cluster["preferred_maintenance_window"]
      for instance in root.blocks("aws_rds_cluster_instance").values {
        #expect(instance["preferred_maintenance_window"] == maintenance)
      }
      return [cluster["preferred_backup_window"], maintenance]
    }
    // By name use1-01, use1-02, usw1-01, of which the second has a database of its own.
    #expect(try windows("every-use1-01") == ["23:45-00:30", "sat:23:00-sat:23:45"])
    #expect(try windows("every-usw1-01") == ["23:45-00:30", "sat:23:00-sat:23:45"])
    #expect(try windows("every-use1-02") == ["00:00-01:00", "sun:23:30-mon:00:00"])
  }
}
