import Testing

@testable import CellModel

struct FactsNameLimitTests {
  @Test func `accepts the names that the project gives`() {
    let names: [(Fact<NameLimit>, String)] = [
      (NameLimits.eksCluster, "bizcomms-cell-use1-01-eks"), (NameLimits.sqsQueue, "alerts.fifo"),
      (NameLimits.s3Bucket, "bizcomms-production-state-123456789012-us-east-1"),
      (NameLimits.kmsAlias, "alias/bizcomms-production"), (NameLimits.secret, "bizcomms/api-keys"),
      (NameLimits.parameter, "/bizcomms/production/zone-id"), (NameLimits.alarm, "API 5xx / cell"),
      (NameLimits.logGroup, "/aws/eks/bizcomms-cell-use1-01/api"),
      (NameLimits.rdsCluster, "bizcomms-use1-01"), (NameLimits.ecrRepository, "bizcomms/api"),
      (NameLimits.dbSubnetGroup, "bizcomms-cell-use1-01"), (NameLimits.iamRole, "a+=,.@-_Z9"),
      (NameLimits.kubernetesName, "bizcomms-api"), (NameLimits.loadBalancer, "cell-use1-01"),
    ]
    for (limit, name) in names { #expect(limit.value.problem(with: name) == nil) }
  }

  @Test func `says what is wrong with a name`() {
    #expect(
      NameLimits.s3Bucket.value.problem(with: "My_Bucket")
        == "\"My_Bucket\" contains \"M\"; "
        + "the name of an S3 bucket takes lower-case letters, digits, . and -"
    )
    #expect(
      NameLimits.dynamoDBTable.value.problem(with: "ab")
        == "\"ab\" has 2 characters; the name of a DynamoDB table has at least 3")
    #expect(
      NameLimits.eksCluster.value.problem(with: "")
        == "\"\" has 0 characters; the name of an EKS cluster has at least 1")
    #expect(
      NameLimits.eksCluster.value.problem(with: "-a")
        == "\"-a\" begins with \"-\"; the name of an EKS cluster begins with letters or digits")
    #expect(
      NameLimits.targetGroup.value.problem(with: "a-")
        == "\"a-\" ends with \"-\"; the name of a target group ends with letters or digits")
    #expect(
      NameLimits.rdsCluster.value.problem(with: "a--b")
        == "\"a--b\" contains \"--\", which is refused in the name of an Aurora cluster")
    #expect(
      NameLimits.loadBalancer.value.problem(with: "Internal-a")
        == "\"Internal-a\" begins with \"internal-\", which "
        + "is reserved in the name of a load balancer"
    )
    #expect(
      NameLimits.s3Bucket.value.problem(with: "a-s3alias")
        == "\"a-s3alias\" ends with \"-s3alias\", which is reserved in the name of an S3 bucket")
    #expect(
      NameLimits.dbSubnetGroup.value.problem(with: "default")
        == "\"default\" is reserved; a DB subnet group cannot be named so")
    #expect(
      NameLimits.kmsAlias.value.problem(with: "bizcomms")
        == "\"bizcomms\" is not \"alias/\" and more, as the name of a KMS alias is")
    #expect(
      NameLimits.parameter.value.problem(with: String(repeating: "/a", count: 16))
        == "\"\(String(repeating: "/a", count: 16))\" has 16 levels; "
        + "the name of an SSM parameter has at most 15"
    )
    #expect(
      NameLimits.sqsQueue.value.problem(with: ".fifo")
        == "\".fifo\" has nothing before its suffix")
    #expect(
      NameLimits.sqsQueue.value.problem(with: "a.b")
        == "\"a.b\" contains \".\"; the name of an SQS queue takes letters, digits, - and _")
  }

  @Test func `letters of other alphabets are no letters`() {
    #expect(NameLimits.iamRole.value.problem(with: "bücher") != nil)
    #expect(NameLimits.iamRole.value.problem(with: "٣") != nil)
  }

  @Test func `the suffix of a FIFO queue counts`() {
    let limit = NameLimits.sqsQueue.value
    #expect(limit.problem(with: String(repeating: "a", count: 75) + ".fifo") == nil)
    #expect(limit.problem(with: String(repeating: "a", count: 76) + ".fifo") != nil)
  }

  @Test func `every limit takes its longest name and nothing longer`() {
    for limit in NameLimits.all.map(\.value) {
      let prefix = limit.requiredPrefix ?? ""
      let longest = prefix + String(repeating: "a", count: limit.maximum - prefix.count)
      #expect(limit.problem(with: longest) == nil)
      #expect(limit.problem(with: longest + "a")?.contains("has at most \(limit.maximum)") == true)
      #expect(limit.problem(with: longest.dropLast() + "ß") != nil)
    }
  }

  @Test func `every kind of resource has one limit`() {
    #expect(Set(NameLimits.all.map(\.value.subject)).count == NameLimits.all.count)
  }
}
