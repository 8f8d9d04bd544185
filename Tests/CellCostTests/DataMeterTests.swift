import CellPrimitives
import TerraformDocument
import Testing

@testable import CellCost

struct DataMeterTests {
  @Test func `a cluster of its own has no replicated writes, a secondary has`() {
    let own = resource("aws_rds_cluster", "a", ["engine_version": "16.8"])
    #expect(quantities(own) == ["I/O requests: 50", "backups: 10", "storage: 10"])
    let primary = resource(
      "aws_rds_cluster", "a",
      ["engine_version": "16.8", "global_cluster_identifier": "g", "master_username": "admin"])
    #expect(!quantities(primary).contains("replicated writes: 10"))
    let secondary = resource(
      "aws_rds_cluster", "a", ["engine_version": "16.8", "global_cluster_identifier": "g"])
    #expect(quantities(secondary).contains("replicated writes: 10"))
  }

  @Test func `extended support of Aurora has no price here, so it is shown as unknown`() throws {
    let cluster = resource("aws_rds_cluster", "a", ["engine_version": "13.23"])
    let line = try #require(
      Bill(of: [cluster], on: today).lines.first { $0.item == .databaseExtendedSupportHour })
    #expect(line.monthly == nil)
  }

  @Test func `instances cost by their class, serverless ones by their least capacity`() {
    #expect(
      quantities(resource("aws_rds_cluster_instance", "a", ["instance_class": "db.r6g.large"]))
        == ["db.r6g.large instances: 730"])
    let cluster = resource(
      "aws_rds_cluster", "alerts",
      ["serverlessv2_scaling_configuration": ["min_capacity": .number(0.5), "max_capacity": 8]])
    let instance = resource(
      "aws_rds_cluster_instance", "a",
      ["instance_class": "db.serverless", "cluster_identifier": "${aws_rds_cluster.alerts.id}"])
    #expect(quantities(instance, cluster).contains("serverless capacity: 365"))
    #expect(quantities(instance) == ["serverless Aurora instance: 1"])
  }

  @Test func `Performance Insights cost from the eighth day`() {
    let instance = { (days: TerraformJSON) in
      resource(
        "aws_rds_cluster_instance", "a",
        [
          "instance_class": "db.r6g.large", "performance_insights_enabled": true,
          "performance_insights_retention_period": days,
        ])
    }
    #expect(quantities(instance(7)).count == 1)
    #expect(quantities(instance(93)).contains("Performance Insights beyond 7 days: 1"))
  }

  @Test func `a table with a replica writes and stores in both regions and reads at home`() {
    let table = resource(
      "aws_dynamodb_table", "deliveries",
      [
        "billing_mode": "PAY_PER_REQUEST", "point_in_time_recovery": ["enabled": true],
        "replica": [["region_name": "us-west-1", "point_in_time_recovery": false]],
      ], root: "global")
    #expect(
      quantities(table) == [
        "point-in-time recovery: 10", "reads: 1", "replicated writes: 1",
        "replicated writes in us-west-1: 1", "storage: 10", "storage in us-west-1: 10",
      ])
  }

  @Test func `a replica with a resource of its own costs what one in a block does, and only once`()
  {
    let arguments: TerraformBody = [
      "billing_mode": "PAY_PER_REQUEST", "point_in_time_recovery": ["enabled": true],
    ]
    let table = resource("aws_dynamodb_table", "deliveries", arguments, root: "global")
    let replica = resource(
      "aws_dynamodb_table_replica", "deliveries_us_west_1",
      [
        "global_table_arn": "${aws_dynamodb_table.deliveries.arn}",
        "point_in_time_recovery": true,
      ], in: .usWest1, root: "global")
    #expect(
      quantities(table, replica) == [
        "point-in-time recovery: 10", "point-in-time recovery in us-west-1: 10", "reads: 1",
        "replicated writes: 1", "replicated writes in us-west-1: 1", "storage: 10",
        "storage in us-west-1: 10",
      ])
    let other = resource("aws_dynamodb_table", "stories", arguments, root: "global")
    #expect(quantities(other, replica).contains("writes: 1"))
  }

  @Test func `two tables share what is assumed of the environment's`() {
    let table = { (name: String) in
      resource("aws_dynamodb_table", name, ["billing_mode": "PAY_PER_REQUEST"], root: "global")
    }
    #expect(quantities(table("a"), table("b")) == ["reads: 1", "storage: 10", "writes: 1"])
    #expect(
      quantities(resource("aws_dynamodb_table", "a", ["billing_mode": "PROVISIONED"]))
        == ["table with provisioned capacity: 1"])
  }

  @Test func `each bucket, repository and global cluster has what is assumed of it`() {
    #expect(
      quantities(resource("aws_s3_bucket", "a"), resource("aws_s3_bucket", "b"))
        == ["objects: 10", "writes: 0.2"])
    #expect(quantities(resource("aws_ecr_repository")) == ["images: 2"])
    #expect(quantities(resource("aws_rds_global_cluster")) == ["to another region: 100"])
  }
}
