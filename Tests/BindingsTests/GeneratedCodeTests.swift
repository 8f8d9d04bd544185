import TerraformAWS
import TerraformDocument
import Testing

/// The committed files themselves: what they compile to, run.
@Suite struct GeneratedCodeTests {
  @Test func `arguments and blocks land under the provider's names`() {
    let cluster = AWS.EKSCluster {
      $0.name = "cell"
      $0.vpcConfig = .init {
        $0.subnetIDs = ["subnet-1"]
        $0.endpointPublicAccess = false
      }
      $0.encryptionConfig = .init {
        $0.resources = ["secrets"]
        $0.provider = .init { $0.keyARN = "arn:aws:kms:us-east-1:123456789012:key/1" }
      }
    }
    #expect(
      cluster.body == [
        "name": "cell",
        "vpc_config": ["subnet_ids": ["subnet-1"], "endpoint_public_access": false],
        "encryption_config": [
          "resources": ["secrets"],
          "provider": ["key_arn": "arn:aws:kms:us-east-1:123456789012:key/1"],
        ],
      ])
  }

  @Test func `a block that repeats is a list`() {
    let table = AWS.DynamoDBTable {
      $0.attribute = ["pk", "sk"].map { name in
        .init {
          $0.name = Argument(name)
          $0.type = "S"
        }
      }
    }
    #expect(
      table.body == ["attribute": [["name": "pk", "type": "S"], ["name": "sk", "type": "S"]]])
  }

  @Test func `each kind has its own namespace`() {
    #expect(AWS.SSMParameter.kind == .resource)
    #expect(AWS.Data.SSMParameter.kind == .data)
    #expect(AWS.Data.SSMParameter.type == "aws_ssm_parameter")
    #expect(AWS.Ephemeral.SecretsManagerSecretVersion.kind == .ephemeral)
  }

  @Test func `attributes refer to the block, also inside lists`() {
    let address = TerraformAddress(.resource, type: "aws_eks_cluster", name: "main")
    let cluster = AWS.EKSCluster.Attributes(TerraformReference(address))
    func template<Literal>(_ argument: Argument<Literal>) -> String? {
      guard case .expression(let expression) = argument.json else { return nil }
      return expression.references.map(\.address) == [address] ? expression.template : nil
    }
    #expect(template(cluster.arn) == "${aws_eks_cluster.main.arn}")
    #expect(
      template(cluster.identity[0].oidc[0].issuer)
        == "${aws_eks_cluster.main.identity[0].oidc[0].issuer}")
    #expect(
      template(cluster.vpcConfig[0].clusterSecurityGroupID)
        == "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}")
    #expect(template(cluster.identity.elements) == "${aws_eks_cluster.main.identity}")
  }
}
