import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// Keys that several components of a cell use.
@Suite struct EncryptionTests {
  @Test func `one key of the cell encrypts its logs, under an alias of the cell's name`() throws {
    let cell = try sampleCell(in: .usWest1)
    #expect(
      cell["aws_kms_key", "logs"] == [
        "deletion_window_in_days": 30, "description": "Log groups of cell-a",
        "enable_key_rotation": true,
        "lifecycle": ["prevent_destroy": true],
        "policy": "${jsonencode(local.logs_key_policy)}",
      ])
    #expect(
      cell["aws_kms_alias", "logs"] == [
        "name": "alias/bizcomms-cell-a-logs", "target_key_id": "${aws_kms_key.logs.key_id}",
      ])
  }

  @Test func `CloudWatch Logs uses the key for log groups of the account and region only`() throws {
    let cell = try sampleCell(in: .usWest1)
    let policy = cell.document(cell["aws_kms_key", "logs"]["policy"])
    #expect(
      policy["Statement"].elements.last == [
        "Action": [
          "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*",
        ],
        "Condition": [
          "ArnLike": [
            "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-west-1:111122223333:log-group:*"
          ]
        ],
        "Effect": "Allow",
        "Principal": ["Service": "logs.us-west-1.amazonaws.com"],
        "Resource": ["*"],
      ])
    #expect(policy["Statement"].elements.count == 2)
  }
}
