import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// Pods without machines of ours.
@Suite struct FargateTests {
  @Test func `each namespace is a selector of one profile in the private subnets`() throws {
    let cell = try sampleCell {
      VPC(availabilityZones: 2)
      EKS { Fargate(namespaces: ["keda", "amazon-cloudwatch"]) }
    }
    #expect(
      cell["aws_eks_fargate_profile", "system"] == [
        "cluster_name": "${aws_eks_cluster.main.name}",
        "depends_on": [
          "aws_iam_role_policy_attachment.fargate_AmazonEKSFargatePodExecutionRolePolicy",
          "aws_route.private_internet_use1_az1", "aws_route.private_internet_use1_az2",
          "aws_route_table_association.private_use1_az1",
          "aws_route_table_association.private_use1_az2",
        ],
        "fargate_profile_name": "system",
        "pod_execution_role_arn": "${aws_iam_role.fargate.arn}",
        "selector": [["namespace": "amazon-cloudwatch"], ["namespace": "keda"]],
        "subnet_ids": [
          "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
        ],
      ])
  }

  @Test func `only this cluster's profiles take the role`() throws {
    let cell = try sampleCell { EKS { Fargate(namespaces: ["keda"]) } }
    #expect(
      cell.document(cell["aws_iam_role", "fargate"]["assume_role_policy"])["Statement"] == [
        [
          "Action": ["sts:AssumeRole"],
          "Condition": [
            "ArnLike": [
              "aws:SourceArn":
                "arn:aws:eks:us-east-1:111122223333:fargateprofile/bizcomms-cell-a-eks/*"
            ]
          ],
          "Effect": "Allow",
          "Principal": ["Service": "eks-fargate-pods.amazonaws.com"],
        ]
      ])
  }

  @Test func `a cell that asks for no Fargate has none`() throws {
    let cell = try sampleCell()
    #expect(cell.blocks("aws_eks_fargate_profile") == [:])
    #expect(cell["aws_iam_role", "fargate"] == .null)
  }
}
