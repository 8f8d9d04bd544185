import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// What is recorded of a cell's traffic, and what its default security group lets pass.
@Suite struct FlowLogTests {
  @Test func `all traffic is logged, encrypted, for as long as the services' lines`() throws {
    let cell = try sampleCell { Observability(logRetention: .days(90)) }
    #expect(
      cell["aws_flow_log", "main"] == [
        "depends_on": ["aws_iam_role_policy.flow_logs"],
        "iam_role_arn": "${aws_iam_role.flow_logs.arn}",
        "log_destination": "${aws_cloudwatch_log_group.flow_logs.arn}",
        "log_destination_type": "cloud-watch-logs",
        "tags": ["Name": "bizcomms-cell-a"],
        "traffic_type": "ALL",
        "vpc_id": "${aws_vpc.main.id}",
      ])
    #expect(
      cell["aws_cloudwatch_log_group", "flow_logs"] == [
        "kms_key_id": "${aws_kms_key.logs.arn}", "name": "/aws/vpc/bizcomms-cell-a/flow-logs",
        "retention_in_days": 90,
      ])
    #expect(
      try sampleCell()["aws_cloudwatch_log_group", "flow_logs"]["retention_in_days"] == 30)
  }

  @Test func `only flow logs of the account and region take the role`() throws {
    let cell = try sampleCell(in: .usWest1)
    let role = cell["aws_iam_role", "flow_logs"]
    #expect(role["name"] == "bizcomms-cell-a-flow-logs")
    #expect(
      cell.document(role["assume_role_policy"])["Statement"] == [
        [
          "Action": ["sts:AssumeRole"],
          "Condition": [
            "ArnLike": ["aws:SourceArn": "arn:aws:ec2:us-west-1:111122223333:vpc-flow-log/*"],
            "StringEquals": ["aws:SourceAccount": "111122223333"],
          ],
          "Effect": "Allow",
          "Principal": ["Service": "vpc-flow-logs.amazonaws.com"],
        ]
      ])
  }

  @Test func `the role writes into its own log group`() throws {
    let cell = try sampleCell(in: .usWest1)
    let policy = cell["aws_iam_role_policy", "flow_logs"]
    #expect(policy["role"] == "${aws_iam_role.flow_logs.name}")
    #expect(
      cell.document(policy["policy"])["Statement"] == [
        [
          "Action": ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          "Effect": "Allow", "Resource": ["${aws_cloudwatch_log_group.flow_logs.arn}:*"],
        ],
        [
          "Action": ["logs:DescribeLogGroups"], "Effect": "Allow", "Resource": ["*"],
        ],
      ])
  }

  @Test func `the default security group lets nothing in or out`() throws {
    #expect(
      try sampleCell().blocks("aws_default_security_group") == [
        "default": [
          "egress": [], "ingress": [], "tags": ["Name": "bizcomms-cell-a-default"],
          "vpc_id": "${aws_vpc.main.id}",
        ]
      ])
  }
}
