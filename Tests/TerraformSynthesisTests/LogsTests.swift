import CellContract
import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// Log groups, what is counted and asked, and the archive.
@Suite struct LogsTests {
  private let cell: WrittenRoot

  init() throws { cell = try sampleCell() }

  @Test func `a service has a group for 30 days and one for debug lines for 7, both encrypted`() {
    for service in ["api", "poller", "worker"] {
      #expect(
        cell["aws_cloudwatch_log_group", service] == [
          "kms_key_id": "${aws_kms_key.logs.arn}",
          "name": .string("/aws/eks/bizcomms-cell-a/\(service)"),
          "retention_in_days": 30,
        ])
      #expect(
        cell["aws_cloudwatch_log_group", "\(service)_debug"] == [
          "kms_key_id": "${aws_kms_key.logs.arn}",
          "name": .string("/aws/eks/bizcomms-cell-a/\(service)/debug"), "retention_in_days": 7,
        ])
    }
  }

  @Test func `the cell says how long lines are kept and when they go to Glacier`() throws {
    let cell = try sampleCell {
      Observability(logRetention: .days(90), debugRetention: .days(3), archiveAfter: .days(120))
    }
    #expect(cell["aws_cloudwatch_log_group", "api"]["retention_in_days"] == 90)
    #expect(cell["aws_cloudwatch_log_group", "api_debug"]["retention_in_days"] == 3)
    let rules = cell["aws_s3_bucket_lifecycle_configuration", "log_archive"]["rule"].elements
    #expect(rules[0]["transition"] == [["days": 120, "storage_class": "GLACIER"]])
  }

  @Test func `a service that does not run has no log group`() throws {
    let fleet = try WrittenFleet(everyChoice)
    for root in fleet.all where root.path.folder.hasPrefix("cells/") {
      let groups = root.blocks("aws_cloudwatch_log_group").keys.filter {
        ServiceName(rawValue: $0) != nil
      }
      #expect(groups.sorted() == ["api", "poller", "worker"])
    }
    let filters = cell.blocks("aws_cloudwatch_log_subscription_filter")
    #expect(filters.keys.sorted() == ["api", "poller", "worker"])
  }

  @Test func `lines that are kept go to the archive, debug lines don't`() {
    let filters = cell.blocks("aws_cloudwatch_log_subscription_filter")
    #expect(
      filters["api"] == [
        "depends_on": ["aws_iam_role_policy.log_subscription"],
        "destination_arn": "${aws_kinesis_firehose_delivery_stream.logs.arn}",
        "filter_pattern": "", "log_group_name": "${aws_cloudwatch_log_group.api.name}",
        "name": "bizcomms-cell-a-api-archive", "role_arn": "${aws_iam_role.log_subscription.arn}",
      ])
    #expect(filters.values.allSatisfy { !($0["log_group_name"].text ?? "").contains("_debug") })
  }

  /// Lambda has one group for all lines of a function.
  @Test func `a function has no group for debug lines, and they don't go to the archive`() throws {
    let cell = try sampleCell { EKS { Run(.poller, as: .lambda(every: .minutes(5))) } }
    let groups = cell.blocks("aws_cloudwatch_log_group")
    #expect(groups["poller"] != nil)
    #expect(groups["poller_debug"] == nil)
    #expect(groups["worker_debug"] != nil)
    let filters = cell.blocks("aws_cloudwatch_log_subscription_filter")
    #expect(
      filters["poller"]?["filter_pattern"]
        == #"{ ($.level NOT EXISTS) || (($.level != "DEBUG") && ($.level != "TRACE")) }"#)
    #expect(filters["worker"]?["filter_pattern"] == "")
  }

  @Test func `what CloudWatch Logs has gzipped is unpacked before it is gzipped once`() {
    let stream = cell["aws_kinesis_firehose_delivery_stream", "logs"]
    let destination = stream["extended_s3_configuration"]
    #expect(destination["compression_format"] == "GZIP")
    #expect(
      destination["processing_configuration"] == [
        "enabled": true,
        "processors": [
          [
            "parameters": [["parameter_name": "CompressionFormat", "parameter_value": "GZIP"]],
            "type": "Decompression",
          ],
          ["type": "AppendDelimiterToRecord"],
        ],
      ])
    #expect(destination["prefix"] == "logs/!{timestamp:yyyy/MM/dd}/")
    #expect(
      destination["error_output_prefix"]
        == "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/")
    #expect(destination["buffering_size"] == 128)
    #expect(destination["buffering_interval"] == 900)
    #expect(destination["kms_key_arn"] == "${aws_kms_key.logs.arn}")
    #expect(
      stream["server_side_encryption"] == [
        "enabled": true, "key_arn": "${aws_kms_key.logs.arn}", "key_type": "CUSTOMER_MANAGED_CMK",
      ])
    #expect(
      destination["cloudwatch_logging_options"] == [
        "enabled": true, "log_group_name": "/aws/kinesisfirehose/bizcomms-cell-a-logs",
        "log_stream_name": "${aws_cloudwatch_log_stream.log_archive_errors.name}",
      ])
  }

  @Test func `the archive moves to Glacier after 90 days, also objects that S3 finds small`() {
    #expect(
      cell["aws_s3_bucket", "log_archive"] == [
        "bucket": "bizcomms-cell-a-111122223333-log-archive",
        "lifecycle": ["prevent_destroy": true],
      ])
    #expect(
      cell["aws_s3_bucket_lifecycle_configuration", "log_archive"]["rule"] == [
        [
          "filter": [["object_size_greater_than": 16_384]], "id": "archive", "status": "Enabled",
          "transition": [["days": 90, "storage_class": "GLACIER"]],
        ],
        [
          "abort_incomplete_multipart_upload": [["days_after_initiation": 7]], "filter": [[:]],
          "id": "tidy", "noncurrent_version_expiration": [["noncurrent_days": 30]],
          "status": "Enabled",
        ],
      ])
  }

  @Test func `CloudWatch Logs may write into the stream, for the cell's account and region`() {
    let role = cell["aws_iam_role", "log_subscription"]
    #expect(role["name"] == "bizcomms-cell-a-log-subscription")
    let trust = cell.document(role["assume_role_policy"])["Statement"].elements[0]
    #expect(trust["Principal"] == ["Service": "logs.amazonaws.com"])
    #expect(
      trust["Condition"] == [
        "ArnLike": ["aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:*"],
        "StringEquals": ["aws:SourceAccount": "111122223333"],
      ])
    let policy = cell.document(cell["aws_iam_role_policy", "log_subscription"]["policy"])
    #expect(
      policy["Statement"] == [
        [
          "Action": ["firehose:PutRecord", "firehose:PutRecordBatch"], "Effect": "Allow",
          "Resource": ["${aws_kinesis_firehose_delivery_stream.logs.arn}"],
        ],
        [
          "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Effect": "Allow",
          "Resource": ["${aws_kms_key.logs.arn}"],
        ],
      ])
  }

  @Test func `who writes into the stream may use the key that the stream is encrypted under`() {
    let stream = cell["aws_kinesis_firehose_delivery_stream", "logs"]
    let key = stream["server_side_encryption"]["key_arn"]
    let policy = cell.document(cell["aws_iam_role_policy", "log_subscription"]["policy"])
    let granted = policy["Statement"].elements.filter { $0["Resource"] == [key] }
    #expect(granted.map { $0["Action"] } == [["kms:Decrypt", "kms:GenerateDataKey"]])
    // The key leaves it to the account's policies whom they let use it.
    let keyPolicy = cell.document(cell["aws_kms_key", "logs"]["policy"])
    #expect(
      keyPolicy["Statement"].elements.first == [
        "Action": ["kms:*"], "Effect": "Allow",
        "Principal": ["AWS": "arn:aws:iam::111122223333:root"], "Resource": ["*"],
      ])
  }

  @Test func `Firehose may write into the archive, with its key, and say what failed`() {
    let role = cell["aws_iam_role", "log_archive"]
    let trust = cell.document(role["assume_role_policy"])["Statement"].elements[0]
    #expect(trust["Principal"] == ["Service": "firehose.amazonaws.com"])
    #expect(trust["Condition"] == ["StringEquals": ["sts:ExternalId": "111122223333"]])
    let policy = cell.document(cell["aws_iam_role_policy", "log_archive"]["policy"])
    #expect(
      policy["Statement"].elements.map { $0["Resource"] } == [
        ["${aws_s3_bucket.log_archive.arn}"], ["${aws_s3_bucket.log_archive.arn}/*"],
        ["${aws_kms_key.logs.arn}"], ["${aws_cloudwatch_log_stream.log_archive_errors.arn}"],
      ])
    #expect(
      policy["Statement"].elements[2]["Condition"] == [
        "StringEquals": ["kms:ViaService": "s3.us-east-1.amazonaws.com"]
      ])
  }

  @Test func `errors are counted by cell and service`() {
    #expect(
      cell["aws_cloudwatch_log_metric_filter", "worker"] == [
        "log_group_name": "${aws_cloudwatch_log_group.worker.name}",
        "metric_transformation": [
          "dimensions": ["Cell": "$.cell", "Service": "$.service"], "name": "LogErrors",
          "namespace": "BizComms", "unit": "Count", "value": "1",
        ],
        "name": "bizcomms-cell-a-worker-errors",
        "pattern": #"{ ($.level = "ERROR") || ($.level = "CRITICAL") }"#,
      ])
  }

  @Test func `the overview's query asks for the status, because no line says 5xx`() {
    #expect(
      cell["aws_cloudwatch_query_definition", "server_errors"] == [
        "log_group_names": ["${aws_cloudwatch_log_group.api.name}"],
        "name": "bizcomms-cell-a/5xx answers",
        "query_string": """
        fields @timestamp, @message
        | filter status >= 500
        | stats count() by bin(5m)
        """,
      ])
  }

  @Test func `people find errors by service, slow requests and what became of an alert`() {
    let queries = cell.blocks("aws_cloudwatch_query_definition")
    #expect(
      queries.keys.sorted() == ["alert_deliveries", "errors", "server_errors", "slow_requests"])
    #expect(
      queries["errors"]?["query_string"] == """
        filter level in ["ERROR", "CRITICAL"]
        | stats count() as errors by service, bin(5m)
        """)
    #expect(
      queries["errors"]?["log_group_names"].elements.count == 3)
    #expect(
      queries["slow_requests"]?["query_string"] == """
        fields @timestamp, route, status, duration_ms
        | filter duration_ms > 1000
        | sort duration_ms desc
        | limit 100
        """)
    #expect(
      queries["alert_deliveries"]?["log_group_names"] == [
        "${aws_cloudwatch_log_group.api.name}", "${aws_cloudwatch_log_group.worker.name}",
      ])
  }

  @Test func `a query is saved after the groups that it asks, so it names them by reference`() {
    let names = cell.blocks("aws_cloudwatch_query_definition").values.flatMap {
      $0["log_group_names"].texts
    }
    #expect(names.count == 7)
    #expect(names.allSatisfy { $0.hasPrefix("${aws_cloudwatch_log_group.") })
  }
}
