import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// Who is woken, by what, and through which topic.
@Suite struct AlarmsTests {
  private let fleet: WrittenFleet
  private let primary: WrittenRoot
  private let standby: WrittenRoot

  init() throws {
    fleet = try WrittenFleet(twoCells())
    primary = fleet["sample", "cells/cell-a"]
    standby = fleet["sample", "cells/cell-b"]
  }

  @Test func `the overview's five alarms are in every cell, with its thresholds`() throws {
    for root in try WrittenFleet.ours.get().all where root.path.folder.hasPrefix("cells/") {
      let alarms = root.blocks("aws_cloudwatch_metric_alarm")
      #expect(alarms["api_high_error_rate"]?["threshold"] == 10)
      #expect(alarms["api_high_error_rate"]?["comparison_operator"] == "GreaterThanThreshold")
      let found = [
        "sqs_queue_backup", "alerts_aurora_high_cpu",
        "alerts_aurora_replication_lag", "eks_node_failure",
      ].map { block -> [TerraformJSON] in
        let alarm = alarms[block] ?? .null
        return [
          alarm["metric_name"], alarm["comparison_operator"], alarm["threshold"],
          alarm["statistic"], alarm["period"],
        ]
      }
      #expect(
        found == [
          ["ApproximateNumberOfMessagesVisible", "GreaterThanThreshold", 100, "Maximum", 60],
          ["CPUUtilization", "GreaterThanThreshold", 80, "Maximum", 60],
          ["AuroraReplicaLagMaximum", "GreaterThanThreshold", 5_000, "Maximum", 60],
          ["cluster_node_count", "LessThanThreshold", 2, "Minimum", 60],
        ])
    }
  }

  /// The API's own count would say nothing while no pod is there.
  @Test func `5xx count by what callers get, also while no pod answers`() {
    let alarm = primary["aws_cloudwatch_metric_alarm", "api_high_error_rate"]
    func count(_ metric: String, as id: String) -> TerraformJSON {
      [
        "id": .string(id),
        "metric": [
          "dimensions": ["LoadBalancer": "${aws_lb.main.arn_suffix}"],
          "metric_name": .string(metric), "namespace": "AWS/ApplicationELB", "period": 60,
          "stat": "Sum",
        ],
      ]
    }
    #expect(
      alarm["metric_query"] == [
        count("HTTPCode_ELB_5XX_Count", as: "balancer"),
        count("HTTPCode_Target_5XX_Count", as: "pods"),
        [
          "expression": "FILL(pods, 0) + FILL(balancer, 0)", "id": "result", "return_data": true,
        ],
      ])
    #expect(alarm["metric_name"] == .null)
  }

  /// What is filled with 0 hides a minute whose value comes late, if nobody looks at it again.
  @Test func `one bad minute of three is enough, so that a late value is seen`() {
    let alarm = primary["aws_cloudwatch_metric_alarm", "api_high_error_rate"]
    #expect(alarm["evaluation_periods"] == 3)
    #expect(alarm["datapoints_to_alarm"] == 1)
    let others = primary.blocks("aws_cloudwatch_metric_alarm").filter {
      $0.key != "api_high_error_rate" && $0.key != "takeover"
    }
    for alarm in others.values {
      #expect(alarm["datapoints_to_alarm"] == alarm["evaluation_periods"])
    }
  }

  @Test func `an alarm is named after its cell and as the overview names it`() {
    let names = primary.blocks("aws_cloudwatch_metric_alarm").values
      .compactMap { $0["alarm_name"].text }.sorted()
    #expect(
      names == [
        "bizcomms-cell-a API High Error Rate", "bizcomms-cell-a EKS Node Failure",
        "bizcomms-cell-a Log Archive Delay", "bizcomms-cell-a SQS Old Message",
        "bizcomms-cell-a SQS Queue Backup",
        "bizcomms-cell-a-alert-processing-dlq Dead Letters",
        "bizcomms-cell-a-alerts Aurora High CPU",
        "bizcomms-cell-a-alerts Aurora Replication Lag",
        "bizcomms-cell-a-alerts Aurora Replication Lag Across Regions",
        "bizcomms-cell-a-analytics-dlq Dead Letters",
        "bizcomms-cell-a-api Log Delivery Errors",
        "bizcomms-cell-a-poller Log Delivery Errors",
        "bizcomms-cell-a-takeover",
        "bizcomms-cell-a-webhooks-dlq Dead Letters",
        "bizcomms-cell-a-worker Log Delivery Errors",
      ])
  }

  @Test func `every alarm says what to do, and tells people when it begins and ends`() throws {
    for root in try [Cells.fleet, everyChoice].flatMap({ try WrittenFleet($0).all }) {
      // The switch of a takeover tells Route 53 alone.
      let alarms =
        Array(
          root.blocks("aws_cloudwatch_metric_alarm").filter {
            root.path.folder == "routing" || $0.key != "takeover"
          }.values)
        + Array(root.blocks("aws_cloudwatch_composite_alarm").values)
      for alarm in alarms {
        let topic = root.path.folder == "routing" ? "fleet" : "alarms"
        let actions: TerraformJSON = [.string("${aws_sns_topic.\(topic).arn}")]
        #expect(alarm["alarm_actions"] == actions)
        #expect(alarm["ok_actions"] == actions)
        let description = alarm["alarm_description"].text ?? ""
        #expect((60...1_024).contains(description.count), "\(description)")
        #expect(description.contains("ook") || description.contains("Read"), "\(description)")
      }
      #expect(
        root.path.folder == "global" || root.path.folder == "backend-setup" || !alarms.isEmpty)
    }
  }

  @Test func `lag across regions is in milliseconds, and follows a switchover`() {
    for (root, cell) in [(primary, "cell-a"), (standby, "cell-b")] {
      let alarm = root["aws_cloudwatch_metric_alarm", "alerts_aurora_global_replication_lag"]
      #expect(
        alarm["metric_query"] == [
          [
            "expression": .string(
              "SELECT MAX(AuroraGlobalDBReplicationLag) "
                + #"FROM SCHEMA("AWS/RDS", DBClusterIdentifier, SourceRegion) "#
                + "WHERE DBClusterIdentifier = 'bizcomms-\(cell)-alerts'"),
            "id": "query", "period": 60, "return_data": true,
          ]
        ])
      #expect(alarm["threshold"] == 5_000)
      #expect(alarm["metric_name"] == .null)
    }
  }

  /// The cluster that leads reports no lag; of one that follows silence says that it copies nothing.
  @Test func `a follower that falls silent alarms, and a leader does not`() {
    let block = "alerts_aurora_global_replication_lag"
    let leader = primary["aws_cloudwatch_metric_alarm", block]
    #expect(leader["treat_missing_data"] == "notBreaching")
    #expect(leader["alarm_description"].text?.contains("says nothing") == false)
    let follower = standby["aws_cloudwatch_metric_alarm", block]
    #expect(follower["treat_missing_data"] == "breaching")
    #expect(follower["alarm_description"].text?.contains("swap the roles in cells/") == true)
  }

  @Test func `lines that are not taken over alarm, for every filter there is`() {
    let filters = primary.blocks("aws_cloudwatch_log_subscription_filter")
    #expect(filters.count == 3)
    for (service, filter) in filters {
      let alarm = primary["aws_cloudwatch_metric_alarm", "\(service)_log_delivery_errors"]
      let name = filter["name"].text ?? "?"
      #expect(
        alarm["metric_query"].elements.map { $0["expression"] } == [
          .string("SELECT SUM(DeliveryErrors) FROM \"AWS/Logs\" WHERE FilterName = '\(name)'")
        ])
      #expect(alarm["threshold"] == 0)
    }
  }

  @Test func `a database in one region is behind no other`() throws {
    let alone = try sampleCell().blocks("aws_cloudwatch_metric_alarm")
    #expect(
      alone.keys.filter { $0.contains("replication_lag") } == ["alerts_aurora_replication_lag"])
  }

  @Test func `silence is bad where something always speaks`() {
    let alarms = primary.blocks("aws_cloudwatch_metric_alarm").filter { $0.key != "takeover" }
    let bad = alarms.filter { $0.value["treat_missing_data"] == "breaching" }.keys.sorted()
    #expect(bad == ["alerts_aurora_high_cpu", "eks_node_failure"])
    #expect(
      alarms.values.filter { $0["treat_missing_data"] == "notBreaching" }.count
        == alarms.count - bad.count)
  }

  @Test(
    arguments: [
      (nil, "The autoscaler asks for one for every 50 messages, from 2 to 20."),
      (1...3, "The autoscaler asks for one for every 50 messages, from 1 to 3."),
      (3, "The cell runs 3 and adds none."),
    ] as [(CountRange?, String)])
  func `the queue alarm says what the depth does to the cell's own workers`(
    replicas: CountRange?, text: String
  ) throws {
    let cell = try sampleCell { EKS { Run(.worker, replicas: replicas) } }
    let alarm = cell["aws_cloudwatch_metric_alarm", "sqs_queue_backup"]
    #expect(alarm["alarm_description"].text?.contains(text) == true)
    #expect(alarm["dimensions"] == ["QueueName": "bizcomms-cell-a-alert-processing"])
  }

  @Test func `CloudWatch alarms can't use the key of SNS, so the topic has one of ours`() {
    #expect(
      primary["aws_sns_topic", "alarms"] == [
        "kms_master_key_id": "${aws_kms_key.alarms.arn}", "name": "bizcomms-cell-a-alarms",
      ])
    #expect(primary["aws_kms_alias", "alarms"]["name"] == "alias/bizcomms-cell-a-alarms")
    let key = primary.document(primary["aws_kms_key", "alarms"]["policy"])
    #expect(
      key["Statement"].elements.last == [
        "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
        "Condition": alarmsOnly(in: "us-east-1"), "Effect": "Allow",
        "Principal": ["Service": "cloudwatch.amazonaws.com"], "Resource": ["*"],
      ])
  }

  @Test func `only alarms of the account and its people may publish, and only with TLS`() {
    let policy = primary.document(primary["aws_sns_topic_policy", "alarms"]["policy"])
    let statements = policy["Statement"].elements
    #expect(statements.count == 3)
    #expect(
      statements[0] == [
        "Action": ["sns:Publish"], "Condition": alarmsOnly(in: "us-east-1"), "Effect": "Allow",
        "Principal": ["Service": "cloudwatch.amazonaws.com"],
        "Resource": ["${aws_sns_topic.alarms.arn}"],
      ])
    #expect(statements[1]["Principal"] == ["AWS": "arn:aws:iam::111122223333:root"])
    #expect(statements[2]["Effect"] == "Deny")
    #expect(statements[2]["Condition"] == ["Bool": ["aws:SecureTransport": "false"]])
  }

  @Test func `everybody who is on call hears every alarm topic`() throws {
    let fleet = Fleet {
      Environment("sample", account: "111122223333", domain: "api.example.com", home: .usWest2) {
        Release("1.0.0")
        GlobalTable(.deliveries)
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        OnCall(.https("https://incidents.example.com/hook"))
        Cell("cell-a", in: .usWest2, role: .primary, index: 0, shape: .bare)
      }
    }
    let written = try WrittenFleet(fleet)
    for (folder, topic, provider) in [
      ("cells/cell-a", "alarms", nil), ("routing", "fleet", "aws.us-east-1" as TerraformJSON?),
    ] {
      var mail: TerraformBody = [
        "endpoint": "oncall@example.com", "protocol": "email",
        "topic_arn": .string("${aws_sns_topic.\(topic).arn}"),
      ]
      mail["provider"] = provider
      var tool: TerraformBody = [
        "endpoint": "https://incidents.example.com/hook", "endpoint_auto_confirms": true,
        "protocol": "https", "topic_arn": .string("${aws_sns_topic.\(topic).arn}"),
      ]
      tool["provider"] = provider
      let found = written["sample", folder].blocks("aws_sns_topic_subscription")
      #expect(found["\(topic)_1"] == .object(mail))
      #expect(found["\(topic)_2"] == .object(tool))
    }
  }
}

extension AlarmsTests {
  @Test func `health checks report to us-east-1 only, so the fleet's alarms are there`() throws {
    let routing = try WrittenFleet(everyChoice)["every", "routing"]
    let providers = (routing.files["terraform.tf.json"] ?? .null)["provider"]["aws"].elements
    #expect(providers.map { $0["region"] } == ["eu-central-1", "us-east-1"])
    for type in [
      "aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm", "aws_sns_topic",
      "aws_sns_topic_policy", "aws_sns_topic_subscription", "aws_kms_key", "aws_kms_alias",
    ] {
      let blocks = routing.blocks(type)
      #expect(!blocks.isEmpty)
      for block in blocks.values { #expect(block["provider"] == "aws.us-east-1") }
    }
    let key = routing.document(routing["aws_kms_key", "fleet"]["policy"])
    #expect(key["Statement"].elements.last?["Condition"] == alarmsOnly(in: "us-east-1"))
  }

  @Test func `a home in us-east-1 needs no second provider`() {
    let routing = fleet["sample", "routing"]
    let providers = (routing.files["terraform.tf.json"] ?? .null)["provider"]["aws"].elements
    #expect(providers.map { $0["region"] } == ["us-east-1"])
    #expect(routing["aws_sns_topic", "fleet"]["provider"] == .null)
    #expect(routing["aws_sns_topic", "fleet"]["name"] == "bizcomms-sample-fleet-alarms")
  }

  @Test func `a cell that callers can't reach alarms, and all of them together once more`() throws {
    let routing = fleet["sample", "routing"]
    let alarm = routing["aws_cloudwatch_metric_alarm", "cell_a_unhealthy"]
    #expect(alarm["alarm_name"] == "bizcomms-sample cell-a Unhealthy")
    #expect(alarm["namespace"] == "AWS/Route53")
    #expect(alarm["metric_name"] == "HealthCheckStatus")
    #expect(alarm["comparison_operator"] == "LessThanThreshold")
    #expect(alarm["threshold"] == 1)
    #expect(alarm["statistic"] == "Minimum")
    #expect(alarm["dimensions"] == ["HealthCheckId": "${aws_route53_health_check.cell_a.id}"])
    let all = routing["aws_cloudwatch_composite_alarm", "all_unhealthy"]
    #expect(all["alarm_name"] == "bizcomms-sample All Cells Unhealthy")
    #expect(
      all["alarm_rule"]
        == .string(
          #"ALARM("${aws_cloudwatch_metric_alarm.cell_a_unhealthy.alarm_name}") AND "#
            + #"ALARM("${aws_cloudwatch_metric_alarm.cell_b_unhealthy.alarm_name}")"#))
    let alone = try WrittenFleet(sample())["sample", "routing"]
    #expect(Set(alone.blocks("aws_cloudwatch_metric_alarm").keys) == ["cell_a_unhealthy"])
    #expect(alone.blocks("aws_cloudwatch_composite_alarm").isEmpty)
  }

  @Test func `a takeover that is left on alarms, wherever the standby is`() throws {
    let alarm = fleet["sample", "routing"]["aws_cloudwatch_metric_alarm", "takeover"]
    #expect(alarm["alarm_name"] == "bizcomms-sample Takeover")
    #expect(alarm["metric_name"] == "HealthCheckStatus")
    #expect(alarm["dimensions"] == ["HealthCheckId": "${aws_route53_health_check.takeover.id}"])
    #expect(alarm["comparison_operator"] == "LessThanThreshold")
    #expect(alarm["threshold"] == 1)
    #expect(alarm["alarm_actions"] == ["${aws_sns_topic.fleet.arn}"])
    #expect(alarm["alarm_description"].text?.contains("cell-b") == true)
    let latency = try WrittenFleet(everyChoice)["every", "routing"]
    #expect(latency["aws_cloudwatch_metric_alarm", "takeover"] == .null)
  }

  private func alarmsOnly(in region: String) -> TerraformJSON {
    [
      "ArnLike": [
        "aws:SourceArn": .string("arn:aws:cloudwatch:\(region):111122223333:alarm:*")
      ],
      "StringEquals": ["aws:SourceAccount": "111122223333"],
    ]
  }
}

extension CellShape {
  /// A cell of its own database, with one service.
  fileprivate static let bare = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.worker)
    }
    CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
  }
}
