import CellContract
import CellPrimitives
import TerraformDocument
import Testing

/// Topics and queues, with the figures of the contract.
@Suite struct MessagingTests {
  private let cell: WrittenRoot

  init() throws { cell = try sampleCell() }

  @Test func `the queue hides for 30 seconds, hands out three times and keeps for four days`() {
    #expect(
      cell.blocks("aws_sqs_queue") == [
        "alert_processing": [
          "message_retention_seconds": 345_600,
          "name": "bizcomms-cell-a-alert-processing",
          "receive_wait_time_seconds": 20,
          "redrive_policy": "${jsonencode(local.alert_processing_redrive)}",
          "sqs_managed_sse_enabled": true,
          "visibility_timeout_seconds": 30,
        ],
        "alert_processing_dlq": [
          "message_retention_seconds": 1_209_600,
          "name": "bizcomms-cell-a-alert-processing-dlq",
          "sqs_managed_sse_enabled": true,
        ],
      ])
    #expect(
      cell.document(cell["aws_sqs_queue", "alert_processing"]["redrive_policy"]) == [
        "deadLetterTargetArn": "${aws_sqs_queue.alert_processing_dlq.arn}", "maxReceiveCount": 3,
      ])
  }

  @Test func `only the queue itself may fail into its dead-letter queue`() {
    let allow = cell["aws_sqs_queue_redrive_allow_policy", "alert_processing_dlq"]
    #expect(allow["queue_url"] == "${aws_sqs_queue.alert_processing_dlq.id}")
    #expect(
      cell.document(allow["redrive_allow_policy"]) == [
        "redrivePermission": "byQueue",
        "sourceQueueArns": ["arn:aws:sqs:us-east-1:111122223333:bizcomms-cell-a-alert-processing"],
      ])
  }

  @Test func `the queue gets the topic's messages as they were published`() {
    #expect(
      cell.blocks("aws_sns_topic_subscription") == [
        "alert_processing": [
          "endpoint": "${aws_sqs_queue.alert_processing.arn}",
          "protocol": "sqs",
          "raw_message_delivery": true,
          "topic_arn": "${aws_sns_topic.alert_events.arn}",
        ]
      ])
  }

  @Test func `nobody but the topic may send to the queue through SNS`() {
    let policy = cell["aws_sqs_queue_policy", "alert_processing"]
    #expect(policy["queue_url"] == "${aws_sqs_queue.alert_processing.id}")
    #expect(
      cell.document(policy["policy"]) == [
        "Statement": [
          [
            "Action": ["sqs:SendMessage"],
            "Condition": ["ArnEquals": ["aws:SourceArn": "${aws_sns_topic.alert_events.arn}"]],
            "Effect": "Allow",
            "Principal": ["Service": "sns.amazonaws.com"],
            "Resource": ["${aws_sqs_queue.alert_processing.arn}"],
          ]
        ],
        "Version": "2012-10-17",
      ])
  }

  @Test func `the cell has the contract's topics, encrypted`() {
    #expect(
      cell.blocks("aws_sns_topic") == [
        "alert_events": [
          "kms_master_key_id": "alias/aws/sns", "name": "bizcomms-cell-a-alert-events",
        ],
        "delivery_status": [
          "kms_master_key_id": "alias/aws/sns", "name": "bizcomms-cell-a-delivery-status",
        ],
      ])
  }

  @Test func `the written figures are those of the contract, for every queue`() {
    for queue in Queue.all {
      let name = queue.name.replacing("-", with: "_")
      let written = cell["aws_sqs_queue", name]
      let deadLetters = cell["aws_sqs_queue", "\(name)_dlq"]
      #expect(written["visibility_timeout_seconds"] == .integer(queue.visibilityTimeout.seconds))
      #expect(written["message_retention_seconds"] == .integer(queue.retention.seconds))
      #expect(
        deadLetters["message_retention_seconds"] == .integer(queue.deadLetterRetention.seconds))
      #expect(queue.retention.seconds < queue.deadLetterRetention.seconds)
    }
    #expect(cell.blocks("aws_sqs_queue").count == 2 * Queue.all.count)
  }
}
