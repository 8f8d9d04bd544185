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
      cell["aws_sqs_queue", "alert_processing"] == [
        "kms_data_key_reuse_period_seconds": 300,
        "kms_master_key_id": "${aws_kms_key.messaging.arn}",
        "message_retention_seconds": 345_600,
        "name": "bizcomms-cell-a-alert-processing",
        "receive_wait_time_seconds": 20,
        "redrive_policy": "${jsonencode(local.alert_processing_redrive)}",
        "visibility_timeout_seconds": 30,
      ])
    #expect(
      cell["aws_sqs_queue", "alert_processing_dlq"] == [
        "kms_data_key_reuse_period_seconds": 300,
        "kms_master_key_id": "${aws_kms_key.messaging.arn}",
        "message_retention_seconds": 1_209_600,
        "name": "bizcomms-cell-a-alert-processing-dlq",
      ])
    #expect(
      cell.document(cell["aws_sqs_queue", "alert_processing"]["redrive_policy"]) == [
        "deadLetterTargetArn": "${aws_sqs_queue.alert_processing_dlq.arn}", "maxReceiveCount": 3,
      ])
  }

  @Test func `a queue for each reader of alert events, with a dead-letter queue`() {
    #expect(
      Set(cell.blocks("aws_sqs_queue").keys) == [
        "alert_processing", "alert_processing_dlq", "analytics", "analytics_dlq", "webhooks",
        "webhooks_dlq",
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

  @Test(arguments: ["alert_processing", "analytics", "webhooks"])
  func `a queue gets the topic's messages as they were published, and none is lost on the way`(
    queue: String
  ) {
    let subscription = cell["aws_sns_topic_subscription", queue]
    #expect(
      subscription == [
        "endpoint": .string("${aws_sqs_queue.\(queue).arn}"),
        "protocol": "sqs",
        "raw_message_delivery": true,
        "redrive_policy": .string("${jsonencode(local.\(queue)_undelivered)}"),
        "topic_arn": "${aws_sns_topic.alert_events.arn}",
      ])
    #expect(
      cell.document(subscription["redrive_policy"]) == [
        "deadLetterTargetArn": .string("${aws_sqs_queue.\(queue)_dlq.arn}")
      ])
  }

  @Test func `nobody hears of deliveries but who subscribes later`() {
    let topics = cell.blocks("aws_sns_topic_subscription").values.map { $0["topic_arn"] }
    #expect(topics.filter { $0 == "${aws_sns_topic.alert_events.arn}" }.count == Queue.all.count)
    #expect(!topics.contains("${aws_sns_topic.delivery_status.arn}"))
  }

  @Test(
    arguments: ["alert_processing", "analytics", "webhooks"].flatMap { [$0, "\($0)_dlq"] })
  func `nobody but the topic may send through SNS, and nobody at all without TLS`(queue: String) {
    let policy = cell["aws_sqs_queue_policy", queue]
    #expect(policy["queue_url"] == .string("${aws_sqs_queue.\(queue).id}"))
    #expect(
      cell.document(policy["policy"]) == [
        "Statement": [
          [
            "Action": ["sqs:SendMessage"],
            "Condition": ["ArnEquals": ["aws:SourceArn": "${aws_sns_topic.alert_events.arn}"]],
            "Effect": "Allow",
            "Principal": ["Service": "sns.amazonaws.com"],
            "Resource": [.string("${aws_sqs_queue.\(queue).arn}")],
          ],
          [
            "Action": ["sqs:*"],
            "Condition": ["Bool": ["aws:SecureTransport": "false"]],
            "Effect": "Deny",
            "Principal": ["AWS": "*"],
            "Resource": [.string("${aws_sqs_queue.\(queue).arn}")],
          ],
        ],
        "Version": "2012-10-17",
      ])
  }

  @Test func `the cell has the contract's topics, encrypted with its own key`() {
    #expect(
      cell.blocks("aws_sns_topic").filter { $0.key != "alarms" } == [
        "alert_events": [
          "kms_master_key_id": "${aws_kms_key.messaging.arn}",
          "name": "bizcomms-cell-a-alert-events",
        ],
        "delivery_status": [
          "kms_master_key_id": "${aws_kms_key.messaging.arn}",
          "name": "bizcomms-cell-a-delivery-status",
        ],
      ])
  }

  @Test(arguments: ["alert_events", "delivery_status"])
  func `a topic is the account's own, and takes nothing without TLS`(topic: String) {
    let policy = cell["aws_sns_topic_policy", topic]
    let arn: TerraformJSON = .string("${aws_sns_topic.\(topic).arn}")
    #expect(policy["arn"] == arn)
    #expect(
      cell.document(policy["policy"]) == [
        "Statement": [
          [
            "Action": [
              "sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes",
              "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:RemovePermission",
              "sns:SetTopicAttributes", "sns:Subscribe",
            ],
            "Effect": "Allow",
            "Principal": ["AWS": "arn:aws:iam::111122223333:root"],
            "Resource": [arn],
          ],
          [
            "Action": ["sns:Publish"],
            "Condition": ["Bool": ["aws:SecureTransport": "false"]],
            "Effect": "Deny",
            "Principal": ["AWS": "*"],
            "Resource": [arn],
          ],
        ],
        "Version": "2012-10-17",
      ])
  }

  @Test func `the main queue keeps messages for a shorter time than its dead-letter queue`() {
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
