import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// Roles of the controllers that the chart installs in a cell's cluster.
struct ControllersComponent {
  private(set) var component: TerraformComponent

  init(_ cell: ResolvedCell, in cluster: ClusterComponent) {
    var component = TerraformComponent("controllers", of: .cell(cell), owner: cell.name)
    let location = cell.cluster.location
    component.addRole(
      of: .loadBalancer, in: cell, cluster.login, statements: .loadBalancer(in: cell),
      at: location)
    let queues = cell.queuesThatScale
    if !queues.isEmpty {
      component.addRole(
        of: .keda, in: cell, cluster.login,
        statements: [
          IAMPolicy.Statement(
            actions: ["sqs:GetQueueAttributes"],
            resources: queues.map {
              Argument(cell.scope.queueARN(cell.scope.name(of: $0)))
            })
        ], at: location)
    }
    self.component = component
  }
}

extension [IAMPolicy.Statement] {
  /// What a `TargetGroupBinding` of pods by address takes, and nothing that makes a load balancer or
  /// changes a rule: Terraform owns those.
  ///
  /// - The bindings name their target group, so its ARN is looked up (`DescribeTargetGroups`).
  /// - Pods go in and out (`RegisterTargets`, `DeregisterTargets`), and the controller compares with
  ///   what is there (`DescribeTargetHealth`).
  /// - The VPC is found by its tag, and an address of a pod compared with its blocks
  ///   (`DescribeVpcs`); rules of security groups that the controller may once have made are looked
  ///   for after each change (`DescribeSecurityGroups`).
  ///
  /// Left out of AWS's own list for bindings: `DescribeInstances`, for targets that are machines, and
  /// `ModifyTargetGroup`, which a binding never calls.
  /// Source: AWS Load Balancer Controller, "Installation", "IAM permission subset for those who use
  /// TargetGroupBinding only"; Service Authorization Reference, 2026-11: none of the four that
  /// describe can be limited to a resource.
  fileprivate static func loadBalancer(in cell: ResolvedCell) -> Self {
    let scope = cell.scope
    let targetGroup =
      "arn:aws:elasticloadbalancing:\(cell.region.name):\(scope.environment.account):targetgroup/"
      + "\(scope.targetGroup)/*"
    return [
      IAMPolicy.Statement(
        actions: [
          "ec2:DescribeSecurityGroups", "ec2:DescribeVpcs",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
        ],
        resources: ["*"],
        conditions: [.init("StringEquals", "aws:RequestedRegion", Argument(cell.region.name))]),
      IAMPolicy.Statement(
        actions: [
          "elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets",
        ],
        resources: [Argument(targetGroup)]),
    ]
  }
}
