import Testing

@testable import bindings

@Suite struct NamingTests {
  @Test(arguments: [
    ("vpc_id", "vpcID"), ("subnet_ids", "subnetIDs"), ("kms_key_arn", "kmsKeyARN"),
    ("role_arn", "roleARN"), ("master_password_wo", "masterPasswordWO"),
    ("secret_string_wo_version", "secretStringWOVersion"), ("cidr_block", "cidrBlock"),
    ("ttl", "ttl"), ("kms_master_key_id", "kmsMasterKeyID"),
    ("enable_dns_hostnames", "enableDNSHostnames"), ("url", "url"), ("source_arn", "sourceARN"),
    ("availability_zone_id", "availabilityZoneID"), ("ipv6_cidr_block", "ipv6CIDRBlock"),
    ("cidr_ipv4", "cidrIPv4"), ("s3_bucket_arn", "s3BucketARN"), ("ids", "ids"),
    ("dynamodb_table", "dynamoDBTable"), ("iops", "iops"), ("name", "name"),
    ("serverlessv2_scaling_configuration", "serverlessV2ScalingConfiguration"),
  ])
  func `spells a property as Swift does`(terraform: String, swift: String) {
    #expect(SwiftName.property(terraform) == swift)
  }

  @Test(arguments: [
    ("aws_vpc", "VPC"), ("aws_eks_cluster", "EKSCluster"), ("aws_iam_role", "IAMRole"),
    ("aws_sqs_queue", "SQSQueue"), ("aws_sns_topic_subscription", "SNSTopicSubscription"),
    ("aws_ssm_parameter", "SSMParameter"), ("aws_dynamodb_table", "DynamoDBTable"),
    ("aws_rds_cluster", "RDSCluster"), ("aws_route53_record", "Route53Record"),
    ("aws_s3_bucket", "S3Bucket"), ("aws_nat_gateway", "NATGateway"), ("aws_eip", "EIP"),
    ("aws_secretsmanager_secret_version", "SecretsManagerSecretVersion"),
    ("aws_iam_openid_connect_provider", "IAMOpenIDConnectProvider"),
    ("aws_wafv2_web_acl", "WAFv2WebACL"),
  ])
  func `spells a type as AWS does`(terraform: String, swift: String) {
    #expect(SwiftName.type(terraform) == swift)
  }

  @Test func `moves a name aside that every generated type has already`() {
    #expect(SwiftName.property("body") == "bodyArgument")
    #expect(SwiftName.property("self") == "selfArgument")
    #expect(SwiftName.nested(["type"]) == "TypeBlock")
    #expect(SwiftName.nested(["rule", "type"]) == "RuleType")
  }

  @Test func `puts only keywords in backticks`() {
    #expect(SwiftName.declared("default") == "`default`")
    #expect(SwiftName.declared("protocol") == "`protocol`")
    #expect(SwiftName.declared("type") == "type")
  }
}
