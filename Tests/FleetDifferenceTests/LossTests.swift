import FleetDifference
import Testing

/// What a change in place takes away.
@Suite struct LossTests {
  @Test(arguments: [
    (
      "aws_cloudwatch_log_group", #""retention_in_days": 30"#, #""retention_in_days": 7"#,
      "log lines are kept for 7 days, not 30"
    ),
    (
      "aws_cloudwatch_log_group", #""retention_in_days": 0"#, #""retention_in_days": 7"#,
      "log lines are kept for 7 days, not as long as before"
    ),
    (
      "aws_sqs_queue", #""message_retention_seconds": 1209600"#,
      #""message_retention_seconds": 60"#, "messages are kept for 60 seconds, not 1209600"
    ),
    (
      "aws_rds_cluster", #""deletion_protection": true"#, #""deletion_protection": false"#,
      "AWS no longer refuses to delete it"
    ),
    (
      "aws_rds_cluster", #""deletion_protection": true"#, #""port": 1"#,
      "AWS no longer refuses to delete it"
    ),
    (
      "aws_rds_cluster", #""backup_retention_period": 7"#, #""backup_retention_period": 1"#,
      "backups are kept for 1 days, not 7"
    ),
    (
      "aws_rds_cluster", #""skip_final_snapshot": false"#, #""skip_final_snapshot": true"#,
      "no snapshot is left when it is destroyed"
    ),
    (
      "aws_dynamodb_table", #""point_in_time_recovery": {"enabled": true}"#,
      #""point_in_time_recovery": {"enabled": false}"#,
      "it can no longer be restored to a point in time"
    ),
    (
      "aws_dynamodb_table", #""ttl": {"enabled": false}"#, #""ttl": {"enabled": true}"#,
      "items whose time has come are deleted"
    ),
    (
      "aws_dynamodb_table", #""lifecycle": {"prevent_destroy": true}"#, #""lifecycle": {}"#,
      "Terraform no longer refuses to destroy it"
    ),
    (
      "aws_secretsmanager_secret", #""replica": [{"region": "a"}, {"region": "b"}]"#,
      #""replica": [{"region": "a"}]"#, "1 of its copies in other regions"
    ),
    (
      "aws_s3_bucket_lifecycle_configuration", #""rule": [{"expiration": {"days": 90}}]"#,
      #""rule": [{"expiration": {"days": 30}}]"#, "objects are kept for 30 days, not 90"
    ),
    (
      "aws_s3_bucket_lifecycle_configuration", #""rule": [{"id": "a"}]"#,
      #""rule": [{"id": "a"}, {"id": "b"}]"#,
      "what the rules let expire may be other objects than before"
    ),
  ])
  func `is told, and the way back loses nothing`(
    type: String, before: String, after: String, loss: String
  ) throws {
    let there = try changes(of: type, from: before, to: after)
    #expect(there.map(\.kind) == [.change])
    #expect(there.flatMap(\.losses) == [loss])
    #expect(there.map(\.losesSomething) == [true])
    // Rules that come or go may delete in both directions.
    guard !loss.hasPrefix("what the rules") else { return }
    #expect(try changes(of: type, from: after, to: before).flatMap(\.losses) == [])
  }

  @Test func `a change of a text loses nothing`() throws {
    let found = try changes(
      of: "aws_sns_topic", from: #""display_name": "a""#, to: #""display_name": "b""#)
    #expect(found.flatMap(\.losses) == [])
    #expect(found.map(\.losesSomething) == [false])
  }

  private func changes(
    of type: String, from old: String, to new: String
  ) throws -> [ResourceChange] {
    func fleet(_ argument: String) throws -> RecordedFleet {
      let text = "{\"resource\": {\"\(type)\": {\"a\": {\(argument)}}}}"
      return try RecordedFleet(files: ["a/terraform/global/main.tf.json": Array(text.utf8)])
    }
    return FleetDifference(from: try fleet(old), to: try fleet(new)).resources
  }
}
