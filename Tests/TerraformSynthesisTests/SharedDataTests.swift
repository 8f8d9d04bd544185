import CellDescription
import TerraformDocument
import Testing

/// What `global` and `backend-setup` keep for all cells: tables, secrets, the zone and the states.
@Suite struct SharedDataTests {
  @Test func `a table has a replica in every other region of a cell`() throws {
    let global = try WrittenFleet(twoCells())["sample", "global"]
    #expect(
      global["aws_dynamodb_table", "deliveries"] == [
        "attribute": [
          ["name": "alert_id", "type": "S"], ["name": "recipient_channel", "type": "S"],
        ],
        "billing_mode": "PAY_PER_REQUEST",
        "deletion_protection_enabled": true,
        "hash_key": "alert_id",
        "lifecycle": ["ignore_changes": ["replica"], "prevent_destroy": true],
        "name": "bizcomms-sample-deliveries",
        "point_in_time_recovery": ["enabled": true],
        "range_key": "recipient_channel",
        "server_side_encryption": [
          "enabled": true, "kms_key_arn": "${aws_kms_key.tables_us_east_1.arn}",
        ],
        "stream_enabled": true,
        "stream_view_type": "NEW_AND_OLD_IMAGES",
        "ttl": ["attribute_name": "expires_at", "enabled": true],
      ])
    #expect(
      global["aws_dynamodb_table_replica", "deliveries_us_west_2"] == [
        "deletion_protection_enabled": true,
        "global_table_arn": "${aws_dynamodb_table.deliveries.arn}",
        "kms_key_arn": "${aws_kms_key.tables_us_west_2.arn}",
        "lifecycle": ["prevent_destroy": true],
        "point_in_time_recovery": true,
        "provider": "aws.us-west-2",
      ])
    #expect(
      Set(global.blocks("aws_dynamodb_table_replica").keys) == [
        "deliveries_us_west_2", "stories_us_west_2",
      ])
  }

  @Test(arguments: [DataProtection.preventDestroy, .none])
  func `a replica can be deleted only where its table can`(_ protection: DataProtection) throws {
    let global = try WrittenFleet(twoRegions(dataProtection: protection))["pair", "global"]
    let protected: TerraformJSON = protection == .preventDestroy ? true : false
    let table = global["aws_dynamodb_table", "deliveries"]
    #expect(table["deletion_protection_enabled"] == protected)
    let replicas = global.blocks("aws_dynamodb_table_replica")
    #expect(Set(replicas.keys) == ["deliveries_us_east_1", "deliveries_us_west_1"])
    for replica in replicas.values {
      #expect(replica["deletion_protection_enabled"] == protected)
      #expect(
        replica["lifecycle"]["prevent_destroy"] == table["lifecycle"]["prevent_destroy"])
    }
  }

  @Test func `a table of one region has neither stream nor replica`() throws {
    let global = try WrittenFleet(sample(dataProtection: .none))["sample", "global"]
    #expect(
      global["aws_dynamodb_table", "stories"] == [
        "attribute": [["name": "story_id", "type": "S"]],
        "billing_mode": "PAY_PER_REQUEST",
        "deletion_protection_enabled": false,
        "hash_key": "story_id",
        "name": "bizcomms-sample-stories",
        "point_in_time_recovery": ["enabled": true],
        "server_side_encryption": [
          "enabled": true, "kms_key_arn": "${aws_kms_key.tables_us_east_1.arn}",
        ],
        "ttl": ["attribute_name": "expires_at", "enabled": true],
      ])
  }

  @Test func `replicas of a table belong to the global root alone`() throws {
    let fleet = try WrittenFleet(twoCells())
    for type in ["aws_dynamodb_table", "aws_dynamodb_table_replica"] {
      let owners = fleet.all.filter { !$0.blocks(type).isEmpty }
      #expect(owners.map(\.path.folder) == ["global"])
    }
    // The provider takes replicas from the table's block or from their own, never from both.
    for table in fleet["sample", "global"].blocks("aws_dynamodb_table").values {
      #expect(table["replica"] == .null)
      #expect(table["lifecycle"]["ignore_changes"] == ["replica"])
    }
  }

  @Test func `a secret is encrypted with the key of each region that it is in`() throws {
    let global = try WrittenFleet(twoCells())["sample", "global"]
    #expect(
      global["aws_secretsmanager_secret", "twilio"] == [
        "description": "Twilio account SID, auth token and sender numbers, as JSON",
        "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
        "lifecycle": ["prevent_destroy": true],
        "name": "bizcomms-sample/twilio",
        "recovery_window_in_days": 30,
        "replica": [
          ["kms_key_id": "${aws_kms_key.secrets_us_west_2.arn}", "region": "us-west-2"]
        ],
      ])
    let key = global["aws_kms_key", "secrets_us_west_2"]
    #expect(key["description"] == "Secrets of sample in us-west-2")
    #expect(key["provider"] == "aws.us-west-2")
    #expect(key["lifecycle"] == ["prevent_destroy": true])
  }

  /// A deleted secret keeps its name until its recovery window ends.
  @Test func `where nothing protects data, a secret goes at once and its name is free again`()
    throws
  {
    let global = try WrittenFleet(sample(dataProtection: .none))["sample", "global"]
    #expect(
      global["aws_secretsmanager_secret", "twilio"] == [
        "description": "Twilio account SID, auth token and sender numbers, as JSON",
        "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
        "name": "bizcomms-sample/twilio",
        "recovery_window_in_days": 0,
      ])
    let windows = global.blocks("aws_secretsmanager_secret")
      .mapValues { $0["recovery_window_in_days"] }
    #expect(windows.count > 1)
    #expect(windows == windows.mapValues { _ in 0 })
  }

  @Test func `a zone is made with its name servers as output, or found and left alone`() throws {
    let made = try WrittenFleet(sample())["sample", "global"]
    #expect(
      made.blocks("aws_route53_zone") == [
        "main": [
          "comment": "Cells of sample", "lifecycle": ["prevent_destroy": true],
          "name": "example.com",
        ]
      ])
    #expect(
      (made.files["dns.tf.json"] ?? .null)["output"] == [
        "name_servers": [
          "description": "Name servers that the parent zone must delegate to",
          "value": "${aws_route53_zone.main.name_servers}",
        ]
      ])
    let found = try WrittenFleet(everyChoice)["every", "global"]
    #expect(found.blocks("aws_route53_zone").isEmpty)
    #expect(
      found.blocks("aws_route53_zone", kind: "data") == [
        "main": ["name": "example.com", "private_zone": false]
      ])
  }

  @Test func `a state bucket is private, encrypted, and keeps old states for a while`() throws {
    let setup = try WrittenFleet(twoCells())["sample", "backend-setup"]
    let west: TerraformJSON = "aws.us-west-2"
    let bucket: TerraformJSON = "${aws_s3_bucket.us_west_2.id}"
    #expect(
      setup["aws_s3_bucket", "us_west_2"] == [
        "bucket": "bizcomms-sample-111122223333-tfstate-us-west-2",
        "lifecycle": ["prevent_destroy": true], "provider": west,
      ])
    #expect(
      setup["aws_s3_bucket_versioning", "us_west_2"] == [
        "bucket": bucket, "provider": west, "versioning_configuration": ["status": "Enabled"],
      ])
    #expect(
      setup["aws_s3_bucket_public_access_block", "us_west_2"] == [
        "block_public_acls": true, "block_public_policy": true, "bucket": bucket,
        "ignore_public_acls": true, "provider": west, "restrict_public_buckets": true,
      ])
    #expect(
      setup["aws_s3_bucket_server_side_encryption_configuration", "us_west_2"] == [
        "bucket": bucket, "provider": west,
        "rule": [
          [
            "apply_server_side_encryption_by_default": [
              "kms_master_key_id": "${aws_kms_key.us_west_2.arn}", "sse_algorithm": "aws:kms",
            ],
            "bucket_key_enabled": true,
          ]
        ],
      ])
    #expect(
      setup["aws_s3_bucket_lifecycle_configuration", "us_west_2"] == [
        "bucket": bucket, "depends_on": ["aws_s3_bucket_versioning.us_west_2"], "provider": west,
        "rule": [
          [
            "abort_incomplete_multipart_upload": [["days_after_initiation": 7]],
            "filter": [["prefix": ""]],
            "id": "old-states",
            "noncurrent_version_expiration": [
              ["newer_noncurrent_versions": 100, "noncurrent_days": 90]
            ],
            "status": "Enabled",
          ]
        ],
      ])
    let policy = setup["aws_s3_bucket_policy", "us_west_2"]
    #expect(
      policy == [
        "bucket": bucket, "depends_on": ["aws_s3_bucket_public_access_block.us_west_2"],
        "policy": policy["policy"], "provider": west,
      ])
    #expect(
      setup.document(policy["policy"]) == [
        "Statement": [
          [
            "Action": ["s3:*"],
            "Condition": ["Bool": ["aws:SecureTransport": "false"]],
            "Effect": "Deny",
            "Principal": ["AWS": "*"],
            "Resource": ["${aws_s3_bucket.us_west_2.arn}", "${aws_s3_bucket.us_west_2.arn}/*"],
          ]
        ],
        "Version": "2012-10-17",
      ])
  }
}
