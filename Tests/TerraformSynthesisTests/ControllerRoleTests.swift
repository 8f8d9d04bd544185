import CellContract
import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// Roles of what runs in the cluster beside our services.
@Suite struct ControllerRoleTests {
  @Test(
    arguments: [
      ("cloudwatch", "amazon-cloudwatch:cloudwatch-agent"),
      ("ebs_csi", "kube-system:ebs-csi-controller-sa"),
      ("karpenter", "kube-system:karpenter"),
      ("keda", "keda:keda-operator"),
      ("load_balancer", "kube-system:aws-load-balancer-controller"),
      ("vpc_cni", "kube-system:aws-node"),
    ])
  func `a role is taken by one service account of one namespace`(
    _ role: String, _ account: String
  ) throws {
    let cell = try sampleCell { EKS { Karpenter() } }
    #expect(
      cell.document(cell["aws_iam_role", role]["assume_role_policy"]) == [
        "Statement": [
          [
            "Action": ["sts:AssumeRoleWithWebIdentity"],
            "Condition": [
              "StringEquals": [
                "${local.oidc_issuer}:aud": "sts.amazonaws.com",
                "${local.oidc_issuer}:sub": .string("system:serviceaccount:\(account)"),
              ]
            ],
            "Effect": "Allow",
            "Principal": ["Federated": "${aws_iam_openid_connect_provider.cluster.arn}"],
          ]
        ],
        "Version": "2012-10-17",
      ])
  }

  /// Terraform owns load balancer, listener and security groups.
  @Test func `the load balancer controller moves targets of the cell's group and nothing else`()
    throws
  {
    let cell = try sampleCell()
    #expect(
      cell.document(cell["aws_iam_role_policy", "load_balancer"]["policy"])["Statement"] == [
        [
          "Action": [
            "ec2:DescribeSecurityGroups", "ec2:DescribeVpcs",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
          ],
          "Condition": ["StringEquals": ["aws:RequestedRegion": "us-east-1"]],
          "Effect": "Allow", "Resource": ["*"],
        ],
        [
          "Action": [
            "elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets",
          ],
          "Effect": "Allow",
          "Resource": [
            """
            arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/bizcomms-cell-a-api/*
            """
          ],
        ],
      ])
  }

  /// The overview's "SNS + Auto-scale workers".
  @Test func `KEDA reads the depth of the queue that workers scale by`() throws {
    let cell = try sampleCell()
    #expect(
      cell.document(cell["aws_iam_role_policy", "keda"]["policy"])["Statement"] == [
        [
          "Action": ["sqs:GetQueueAttributes"], "Effect": "Allow",
          "Resource": [
            "arn:aws:sqs:us-east-1:111122223333:bizcomms-cell-a-alert-processing"
          ],
        ]
      ])
  }

  @Test func `where nothing scales by a queue, KEDA has no role`() throws {
    let cell = try sampleCell { EKS { Run(.worker, replicas: 3) } }
    #expect(cell["aws_iam_role", "keda"] == .null)
  }
}
