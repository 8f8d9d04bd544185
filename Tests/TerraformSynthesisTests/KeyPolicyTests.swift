import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// Who may use which key beside the account's IAM policies.
@Suite struct KeyPolicyTests {
  @Test func `every key rotates, leaves the rest to IAM, and can be had back for a while`() throws {
    for fleet in [try WrittenFleet.ours.get(), try WrittenFleet(everyChoice)] {
      for root in fleet.all {
        for (name, key) in root.blocks("aws_kms_key") {
          let isProtected = key["lifecycle"]["prevent_destroy"] == true
          #expect(key["enable_key_rotation"] == true, "\(root.path): \(name)")
          #expect(
            key["deletion_window_in_days"] == (isProtected ? 30 : 7), "\(root.path): \(name)")
          let first = root.document(key["policy"])["Statement"].elements.first
          #expect(first?["Principal"]["AWS"].text?.hasSuffix(":root") == true)
          #expect(first?["Action"] == ["kms:*"])
        }
      }
    }
  }

  @Test func `messages are encrypted through SNS and SQS, and no other service has the key`() throws
  {
    let root = try sampleCell()
    #expect(
      root["aws_kms_alias", "messaging"]["name"] == "alias/bizcomms-cell-a-messaging")
    let actions: TerraformJSON = ["kms:Decrypt", "kms:GenerateDataKey*"]
    func through(_ service: String) -> TerraformJSON {
      [
        "Action": actions,
        "Condition": [
          "StringEquals": [
            "kms:CallerAccount": "111122223333",
            "kms:ViaService": .string("\(service).us-east-1.amazonaws.com"),
          ]
        ],
        "Effect": "Allow", "Principal": ["AWS": "*"], "Resource": ["*"],
      ]
    }
    #expect(
      users(of: "messaging", in: root) == [
        through("sns"), through("sqs"),
        [
          "Action": actions,
          "Condition": [
            "ArnLike": ["aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:bizcomms-cell-a-*"]
          ],
          "Effect": "Allow", "Principal": ["Service": "sns.amazonaws.com"], "Resource": ["*"],
        ],
      ])
  }

  @Test func `tables are encrypted through DynamoDB, with each region's own key`() throws {
    let global = try WrittenFleet(twoCells())["sample", "global"]
    for (block, region) in [("us_east_1", "us-east-1"), ("us_west_2", "us-west-2")] {
      #expect(
        global["aws_kms_alias", "tables_\(block)"]["name"] == "alias/bizcomms-sample-tables")
      #expect(
        users(of: "tables_\(block)", in: global) == [
          [
            "Action": [
              "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
              "kms:GenerateDataKey*", "kms:ReEncrypt*",
            ],
            "Condition": [
              "StringEquals": [
                "kms:CallerAccount": "111122223333",
                "kms:ViaService": .string("dynamodb.\(region).amazonaws.com"),
              ]
            ],
            "Effect": "Allow", "Principal": ["AWS": "*"], "Resource": ["*"],
          ],
          [
            "Action": ["kms:Describe*", "kms:Get*", "kms:List*"], "Effect": "Allow",
            "Principal": ["Service": "dynamodb.amazonaws.com"], "Resource": ["*"],
          ],
        ])
    }
  }

  @Test func `a database's key serves its own log and no other`() throws {
    let root = try sampleCell(in: .euWest1)
    #expect(
      users(of: "alerts", in: root) == [
        [
          "Action": [
            "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*",
          ],
          "Condition": [
            "ArnLike": [
              "kms:EncryptionContext:aws:logs:arn": """
              arn:aws:logs:eu-west-1:111122223333:log-group:/aws/rds/cluster/\
              bizcomms-cell-a-alerts/postgresql
              """
            ]
          ],
          "Effect": "Allow", "Principal": ["Service": "logs.eu-west-1.amazonaws.com"],
          "Resource": ["*"],
        ]
      ])
  }

  /// A service needs the secret itself and the key: who may read one secret can't read them all.
  @Test func `keys of secrets and states are opened by IAM alone`() throws {
    let fleet = try WrittenFleet(twoCells())
    #expect(users(of: "secrets_us_east_1", in: fleet["sample", "global"]) == [])
    #expect(users(of: "us_east_1", in: fleet["sample", "backend-setup"]) == [])
  }

  /// The statements of a key's policy after the account's own; nil where there is no such key.
  private func users(of key: String, in root: WrittenRoot) -> [TerraformJSON]? {
    let policy = root.document(root["aws_kms_key", key]["policy"])
    guard policy != .null else { return nil }
    return Array(policy["Statement"].elements.dropFirst())
  }
}
