import CellDescription
import TerraformDocument
import Testing

/// The trail of what is done in the account.
@Suite struct AuditTests {
  private let global: WrittenRoot
  private let trail = "arn:aws:cloudtrail:us-east-1:111122223333:trail/bizcomms-sample-audit"

  init() throws { global = try WrittenFleet(twoCells())["sample", "global"] }

  @Test func `one trail sees all regions, proves its files and cannot be destroyed by a plan`() {
    let written = global["aws_cloudtrail", "main"]
    #expect(
      written == [
        "advanced_event_selector": written["advanced_event_selector"],
        "depends_on": ["aws_s3_bucket_policy.audit"],
        "enable_log_file_validation": true,
        "include_global_service_events": true,
        "is_multi_region_trail": true,
        "kms_key_id": "${aws_kms_key.audit.arn}",
        "lifecycle": ["prevent_destroy": true],
        "name": "bizcomms-sample-audit",
        "s3_bucket_name": "${aws_s3_bucket.audit.id}",
      ])
  }

  @Test func `it holds management events, and of data the states of Terraform alone`() {
    #expect(
      global["aws_cloudtrail", "main"]["advanced_event_selector"] == [
        [
          "field_selector": [["equals": ["Management"], "field": "eventCategory"]],
          "name": "Management events",
        ],
        [
          "field_selector": [
            ["equals": ["Data"], "field": "eventCategory"],
            ["equals": ["AWS::S3::Object"], "field": "resources.type"],
            [
              "field": "resources.ARN",
              "starts_with": [
                "arn:aws:s3:::bizcomms-sample-111122223333-tfstate-us-east-1/",
                "arn:aws:s3:::bizcomms-sample-111122223333-tfstate-us-west-2/",
              ],
            ],
          ],
          "name": "Terraform states",
        ],
      ])
  }

  @Test func `only this trail may write into its bucket, and only into the account's folder`() {
    #expect(
      global["aws_s3_bucket", "audit"]["bucket"] == "bizcomms-sample-111122223333-audit")
    let statements = global.document(global["aws_s3_bucket_policy", "audit"]["policy"])["Statement"]
    #expect(
      statements.elements.dropFirst() == [
        [
          "Action": ["s3:GetBucketAcl"],
          "Condition": ["StringEquals": ["aws:SourceArn": .string(trail)]],
          "Effect": "Allow",
          "Principal": ["Service": "cloudtrail.amazonaws.com"],
          "Resource": ["${aws_s3_bucket.audit.arn}"],
        ],
        [
          "Action": ["s3:PutObject"],
          "Condition": [
            "StringEquals": [
              "aws:SourceArn": .string(trail), "s3:x-amz-acl": "bucket-owner-full-control",
            ]
          ],
          "Effect": "Allow",
          "Principal": ["Service": "cloudtrail.amazonaws.com"],
          "Resource": ["${aws_s3_bucket.audit.arn}/AWSLogs/111122223333/*"],
        ],
      ])
    #expect(statements.elements.first?["Effect"] == "Deny")
  }

  @Test func `only this trail may use its key`() {
    let statements = global.document(global["aws_kms_key", "audit"]["policy"])["Statement"]
    #expect(
      statements.elements.dropFirst() == [
        [
          "Action": ["kms:GenerateDataKey*"],
          "Condition": [
            "StringEquals": ["aws:SourceArn": .string(trail)],
            "StringLike": [
              "kms:EncryptionContext:aws:cloudtrail:arn":
                "arn:aws:cloudtrail:*:111122223333:trail/*"
            ],
          ],
          "Effect": "Allow",
          "Principal": ["Service": "cloudtrail.amazonaws.com"],
          "Resource": ["*"],
        ],
        [
          "Action": ["kms:Decrypt", "kms:DescribeKey"],
          "Condition": ["StringEquals": ["aws:SourceArn": .string(trail)]],
          "Effect": "Allow",
          "Principal": ["Service": "cloudtrail.amazonaws.com"],
          "Resource": ["*"],
        ],
      ])
    #expect(
      global["aws_kms_alias", "audit"]["name"] == "alias/bizcomms-sample-audit")
  }

  /// A trail's files are small; S3 moves none below 128 KB unless a filter says which.
  @Test func `files move to Glacier after ninety days, also small ones, and are never deleted`() {
    #expect(
      global["aws_s3_bucket_lifecycle_configuration", "audit"]["rule"] == [
        [
          "filter": [["object_size_greater_than": 16_384]], "id": "archive", "status": "Enabled",
          "transition": [["days": 90, "storage_class": "GLACIER"]],
        ],
        [
          "abort_incomplete_multipart_upload": [["days_after_initiation": 7]], "filter": [[:]],
          "id": "tidy", "status": "Enabled",
        ],
      ])
  }
}
