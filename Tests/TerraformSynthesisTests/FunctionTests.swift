import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// The poller as a function, in `cell-a` of `sample`.
@Suite struct FunctionTests {
  private let cell: WrittenRoot

  init() throws {
    cell = try sampleCell { EKS { Run(.poller, as: .lambda(every: .minutes(5))) } }
  }

  @Test func `the function runs the release's image in the VPC`() {
    let function = cell["aws_lambda_function", "poller"]
    #expect(function["function_name"] == "bizcomms-cell-a-poller")
    #expect(function["package_type"] == "Image")
    #expect(
      function["image_uri"]
        == "111122223333.dkr.ecr.us-east-1.amazonaws.com/bizcomms-poller:1.0.0")
    #expect(function["architectures"] == ["x86_64"])
    #expect(function["memory_size"] == 256)
    #expect(function["timeout"] == 290)
    #expect(function["role"] == "${aws_iam_role.poller.arn}")
    #expect(
      function["logging_config"] == [
        "log_format": "JSON", "log_group": "/aws/eks/bizcomms-cell-a/poller",
      ])
    #expect(
      function["vpc_config"] == [
        "security_group_ids": ["${aws_security_group.poller.id}"],
        "subnet_ids": [
          "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
          "${aws_subnet.private_use1_az4.id}",
        ],
      ])
    let order = function["depends_on"].texts
    #expect(order.contains("aws_iam_role_policy.poller_function"))
    #expect(order.contains("aws_route.private_internet_use1_az1"))
  }

  @Test func `a function's image comes from the repository of its own region`() throws {
    let fleet = try WrittenFleet(
      sample(in: .usWest2) { EKS { Run(.poller, as: .lambda(every: .minutes(5))) } })
    let function = fleet["sample", "cells/cell-a"]["aws_lambda_function", "poller"]
    #expect(
      function["image_uri"]
        == "111122223333.dkr.ecr.us-west-2.amazonaws.com/bizcomms-poller:1.0.0")
    let repository = fleet["sample", "global"]["aws_ecr_repository", "poller_us_west_2"]
    #expect(repository["name"] == "bizcomms-poller")
  }

  @Test func `it is told what its pods would be told, and calls the API at the cell's host name`() {
    #expect(
      cell["aws_lambda_function", "poller"]["environment"]["variables"] == [
        "BIZCOMMS_CELL": "cell-a",
        "BIZCOMMS_DATABASE_ALERTS_ENDPOINTS": "/bizcomms/sample/cells/cell-a/database/alerts",
        "BIZCOMMS_DATABASE_ALERTS_NAME": "alerts",
        "BIZCOMMS_ENVIRONMENT": "sample",
        "BIZCOMMS_LOG_DEBUG_SAMPLING": "10",
        "BIZCOMMS_LOG_LEVEL": "INFO",
        "BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME":
          "bizcomms-sample/database-alerts-application",
        "BIZCOMMS_SECRET_POLLER_API_KEY_NAME": "bizcomms-sample/poller-api-key",
        "BIZCOMMS_SERVICE_API_URL": "https://cell-a.api.example.com",
        "BIZCOMMS_TABLE_STORIES_NAME": "bizcomms-sample-stories",
      ])
  }

  @Test func `a failed round is kept and not repeated, for the next one is due`() {
    #expect(
      cell["aws_lambda_function_event_invoke_config", "poller"] == [
        "destination_config": [
          "on_failure": ["destination": "${aws_sqs_queue.poller_failures.arn}"]
        ],
        "function_name": "${aws_lambda_function.poller.function_name}",
        "maximum_event_age_in_seconds": 60,
        "maximum_retry_attempts": 0,
      ])
    #expect(
      cell["aws_sqs_queue", "poller_failures"] == [
        "message_retention_seconds": 1_209_600, "name": "bizcomms-cell-a-poller-failures",
        "sqs_managed_sse_enabled": true,
      ])
  }

  @Test func `nobody reaches the queue of failed rounds without TLS`() {
    let policy = cell["aws_sqs_queue_policy", "poller_failures"]
    #expect(policy["queue_url"] == "${aws_sqs_queue.poller_failures.id}")
    #expect(
      cell.document(policy["policy"])["Statement"] == [
        [
          "Action": ["sqs:*"], "Condition": ["Bool": ["aws:SecureTransport": "false"]],
          "Effect": "Deny", "Principal": ["AWS": "*"],
          "Resource": ["${aws_sqs_queue.poller_failures.arn}"],
        ]
      ])
  }

  @Test func `a failed round and a round that could not start alarm`() {
    let failed = cell["aws_cloudwatch_metric_alarm", "poller_failed_rounds"]
    #expect(failed["alarm_name"] == "bizcomms-cell-a-poller Failed Rounds")
    #expect(failed["namespace"] == "AWS/Lambda")
    #expect(failed["metric_name"] == "Errors")
    #expect(failed["dimensions"] == ["FunctionName": "bizcomms-cell-a-poller"])
    #expect(failed["statistic"] == "Sum")
    let unstarted = cell["aws_cloudwatch_metric_alarm", "poller_failures"]
    #expect(unstarted["alarm_name"] == "bizcomms-cell-a-poller-failures Dead Letters")
    #expect(unstarted["metric_name"] == "ApproximateNumberOfMessagesVisible")
    #expect(unstarted["dimensions"] == ["QueueName": "bizcomms-cell-a-poller-failures"])
    for alarm in [failed, unstarted] {
      #expect(alarm["comparison_operator"] == "GreaterThanThreshold")
      #expect(alarm["threshold"] == 0)
      #expect(alarm["alarm_actions"] == ["${aws_sns_topic.alarms.arn}"])
    }
  }

  @Test func `the schedule starts this function and may do nothing else`() {
    #expect(
      cell["aws_scheduler_schedule", "poller"] == [
        "flexible_time_window": ["mode": "OFF"],
        "group_name": "${aws_scheduler_schedule_group.main.name}",
        "name": "bizcomms-cell-a-poller",
        "schedule_expression": "rate(5 minutes)",
        "target": [
          "arn": "${aws_lambda_function.poller.arn}",
          "dead_letter_config": ["arn": "${aws_sqs_queue.poller_failures.arn}"],
          "retry_policy": ["maximum_event_age_in_seconds": 60, "maximum_retry_attempts": 0],
          "role_arn": "${aws_iam_role.poller_schedule.arn}",
        ],
      ])
    #expect(
      cell.document(cell["aws_iam_role_policy", "poller_schedule"]["policy"])["Statement"] == [
        [
          "Action": ["lambda:InvokeFunction"], "Effect": "Allow",
          "Resource": ["${aws_lambda_function.poller.arn}"],
        ],
        [
          "Action": ["sqs:SendMessage"], "Effect": "Allow",
          "Resource": ["${aws_sqs_queue.poller_failures.arn}"],
        ],
      ])
    #expect(
      cell.document(cell["aws_iam_role", "poller_schedule"]["assume_role_policy"])["Statement"] == [
        [
          "Action": ["sts:AssumeRole"],
          "Condition": [
            "StringEquals": [
              "aws:SourceAccount": "111122223333",
              "aws:SourceArn":
                "arn:aws:scheduler:us-east-1:111122223333:schedule-group/bizcomms-cell-a",
            ]
          ],
          "Effect": "Allow",
          "Principal": ["Service": "scheduler.amazonaws.com"],
        ]
      ])
  }

  @Test func `Lambda takes the role, and the function's code can't use what Lambda needs`() {
    #expect(cell["aws_iam_role", "poller"]["name"] == "bizcomms-cell-a-poller")
    #expect(
      cell.document(cell["aws_iam_role", "poller"]["assume_role_policy"])["Statement"] == [
        [
          "Action": ["sts:AssumeRole"], "Effect": "Allow",
          "Principal": ["Service": "lambda.amazonaws.com"],
        ]
      ])
    let interfaces: TerraformJSON = [
      "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
    ]
    let code = "arn:aws:lambda:us-east-1:111122223333:function:bizcomms-cell-a-poller"
    let logs = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/eks/bizcomms-cell-a/poller:*"
    #expect(
      cell.document(cell["aws_iam_role_policy", "poller_function"]["policy"])["Statement"] == [
        [
          "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Effect": "Allow",
          "Resource": [.string(logs)],
        ],
        [
          "Action": ["sqs:SendMessage"], "Effect": "Allow",
          "Resource": ["${aws_sqs_queue.poller_failures.arn}"],
        ],
        ["Action": interfaces, "Effect": "Allow", "Resource": ["*"]],
        [
          "Action": interfaces,
          "Condition": ["ArnEquals": ["lambda:SourceFunctionArn": .string(code)]],
          "Effect": "Deny", "Resource": ["*"],
        ],
      ])
  }

  @Test func `it reaches HTTPS anywhere and its database, and nobody reaches it`() {
    let rules = cell.blocks("aws_vpc_security_group_egress_rule").filter {
      $0.value["security_group_id"] == "${aws_security_group.poller.id}"
    }
    #expect(
      rules == [
        "poller_alerts": [
          "description": "PostgreSQL of alerts", "from_port": 5432, "ip_protocol": "tcp",
          "referenced_security_group_id": "${aws_security_group.alerts.id}",
          "security_group_id": "${aws_security_group.poller.id}", "to_port": 5432,
        ],
        "poller_https": [
          "cidr_ipv4": "0.0.0.0/0", "description": "HTTPS", "from_port": 443,
          "ip_protocol": "tcp", "security_group_id": "${aws_security_group.poller.id}",
          "to_port": 443,
        ],
      ])
    let ingress = cell.blocks("aws_vpc_security_group_ingress_rule")
    #expect(
      ingress["poller_alerts"] == [
        "description": "PostgreSQL from the function poller", "from_port": 5432,
        "ip_protocol": "tcp",
        "referenced_security_group_id": "${aws_security_group.poller.id}",
        "security_group_id": "${aws_security_group.alerts.id}", "to_port": 5432,
      ])
    #expect(
      !ingress.values.contains { $0["security_group_id"] == "${aws_security_group.poller.id}" })
  }

  @Test(
    arguments: [(1, "rate(1 minute)", 50), (10, "rate(10 minutes)", 590)] as [(UInt32, String, Int)]
  )
  func `a round ends before the next one starts`(minutes: UInt32, rate: String, timeout: Int)
    throws
  {
    let cell = try sampleCell {
      EKS { Run(.poller, as: .lambda(every: .minutes(minutes))) }
    }
    #expect(cell["aws_scheduler_schedule", "poller"]["schedule_expression"] == .string(rate))
    #expect(cell["aws_lambda_function", "poller"]["timeout"] == .integer(timeout))
  }

  /// A new account may run 10 functions at once and refuses to reserve any of them.
  @Test func `no concurrency is reserved, so that a new account takes the function`() throws {
    let functions = try [Cells.fleet, everyChoice].flatMap { try WrittenFleet($0).all }.flatMap {
      $0.blocks("aws_lambda_function").values
    }
    #expect(functions.count > 1)
    for function in functions { #expect(function["reserved_concurrent_executions"] == .null) }
  }

  @Test func `no round lasts longer than Lambda lets it`() throws {
    let cell = try sampleCell { EKS { Run(.poller, as: .lambda(every: .days(1))) } }
    #expect(cell["aws_lambda_function", "poller"]["timeout"] == 900)
  }

  @Test func `a cell on ARM machines alone has functions on ARM`() throws {
    let cell = try sampleCell {
      EKS {
        NodeGroup(.m7gLarge)
        Run(.poller, as: .lambda(every: .minutes(5)))
      }
    }
    #expect(cell["aws_lambda_function", "poller"]["architectures"] == ["arm64"])
  }

  @Test func `a cell without functions has no part for them`() throws {
    let pods = try sampleCell()
    #expect(pods.files["functions.tf.json"] == nil)
    #expect(pods["aws_iam_role", "poller"] != .null)
  }
}
