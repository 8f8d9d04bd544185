import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension NetworkComponent {
  /// Records every connection that any interface of the VPC accepts or refuses.
  mutating func addFlowLog(encryptedBy key: AWS.KMSKey.Attributes) {
    let group = component.add(
      Resource(AWS.CloudWatchLogGroup.self, "flow_logs") {
        $0.name = Argument(cell.scope.flowLogGroup)
        $0.kmsKeyID = key.arn
        $0.retentionInDays = cell.observability.logRetention.value.wholeDays.map { Argument($0) }
      }, because: "keeps the log of the network's traffic",
      at: location)
    let (role, policy) = addFlowLogRole(writingTo: group)
    // Without its policy the log would begin with a failure to deliver.
    component.add(
      Resource(AWS.FlowLog.self, "main", meta: MetaArguments(dependsOn: [policy])) {
        $0.vpcID = vpc.id
        $0.trafficType = "ALL"
        $0.logDestinationType = "cloud-watch-logs"
        $0.logDestination = group.arn
        $0.iamRoleARN = role.arn
        $0.tags = ["Name": Argument(cell.scope.prefix)]
      }, because: "records who spoke with whom in the network, accepted or refused",
      at: location)
  }

  /// The role by which the service writes: into this group, for flow logs of the account and region.
  ///
  /// The service finds its group by listing, which knows no resource; it needn't create one.
  /// CloudWatch Logs itself uses the key.
  /// Sources: VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs", and Service
  /// Authorization Reference, "Amazon CloudWatch Logs", 2026-11.
  private mutating func addFlowLogRole(
    writingTo group: AWS.CloudWatchLogGroup.Attributes
  ) -> (role: AWS.IAMRole.Attributes, policy: TerraformReference) {
    var trust = IAMPolicy.Statement.trust(of: "vpc-flow-logs")
    trust.conditions = [
      .init(
        "StringEquals", "aws:SourceAccount", Argument(cell.scope.environment.account.digits)),
      .init("ArnLike", "aws:SourceArn", Argument(cell.scope.flowLogsARNPattern)),
    ]
    let trustPolicy = component.policy("flow_logs_trust", IAMPolicy(trust), at: location)
    let role = component.add(
      Resource(AWS.IAMRole.self, "flow_logs") {
        $0.name = Argument(cell.scope.flowLogRole)
        $0.assumeRolePolicy = trustPolicy
      }, because: "the role by which the network's log is written",
      at: location)
    let policy = component.policy(
      "flow_logs_policy",
      IAMPolicy(
        .init(
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: ["\(group.arn):*"]),
        .init(actions: ["logs:DescribeLogGroups"], resources: ["*"])),
      at: location)
    let attached = component.add(
      Resource(AWS.IAMRolePolicy.self, "flow_logs") {
        $0.name = "flow-logs"
        $0.role = role.name
        $0.policy = policy
      }, because: "the network's log may be written, and nothing else",
      at: location)
    return (role, attached.reference)
  }
}
