import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// An add-on that EKS installs and keeps running.
///
/// Its version is EKS's default for the cluster's Kubernetes version, asked at each plan: EKS raises no
/// add-on by itself, and one that stays behind the cluster stops working. So an upgrade of Kubernetes
/// takes the add-ons along, after the control plane, and an apply in between brings what EKS has come to
/// recommend; between applies nothing moves.
/// Source: EKS User Guide, "Update an Amazon EKS add-on"; EKS API Reference, `DescribeAddonVersions`,
/// `defaultVersion`; AWS provider 5.100, `aws_eks_addon_version`, `most_recent`, 2026-11.
private struct Addon {
  let name: String
  var configuration: TerraformJSON?
  var role: AWS.IAMRole.Attributes?
  /// What must be there first.
  var order: [TerraformReference] = []
}

extension TerraformComponent {
  /// What a machine needs before it can run a pod: addresses and rules of the network.
  ///
  /// The CNI has its permissions from a role of its own, which AWS recommends: those of the
  /// machines' role are open to everything on the machine. It also enforces NetworkPolicies, which
  /// nobody does unless told so. It gives each pod an address of its own and no prefix of sixteen:
  /// a machine's limit of pods, 35 on a t3.large, is enough, and prefixes would break up subnets.
  /// Source: EKS User Guide, "Configure Amazon VPC CNI plugin to use IRSA" and "Limit Pod traffic
  /// with Kubernetes network policies", 2026-11.
  ///
  /// - Returns: references to the add-ons.
  mutating func addNetworkAddons(
    of cell: ResolvedCell, in cluster: AWS.EKSCluster.Attributes, _ login: PodLogin
  ) -> [TerraformReference] {
    let location = cell.cluster.location
    let (role, policies) = addRole(
      of: .podNetwork, in: cell, login, managedPolicy: "AmazonEKS_CNI_Policy", at: location)
    let addons = [
      Addon(
        name: "vpc-cni", configuration: ["enableNetworkPolicy": "true"], role: role,
        order: policies),
      Addon(name: "kube-proxy"),
    ]
    return addons.map { add($0, to: cluster, of: cell, at: location) }
  }

  /// What runs on machines, once there are some.
  ///
  /// The node monitoring agent finds faults of kernel, network, disk and container runtime in a machine's
  /// logs; without it, EKS repairs only machines that have fallen silent. It needs nothing of AWS and has
  /// no role.
  /// Source: EKS User Guide, "Detect node health issues and enable automatic node repair"; chart
  /// `eks-node-monitoring-agent` 1.7, 2026-11.
  ///
  /// Source of the policies: EKS User Guide, "Use Kubernetes volume storage with Amazon EBS"; AWS
  /// Managed Policy Reference, `AmazonEBSCSIDriverPolicyV2`, which touches the driver's own volumes
  /// only; CloudWatch User Guide, "Install the CloudWatch agent with the Amazon CloudWatch
  /// Observability EKS add-on", 2026-11.
  mutating func addAddons(
    of cell: ResolvedCell, tagged tags: [String: String], in cluster: AWS.EKSCluster.Attributes,
    _ login: PodLogin, logsKey: AWS.KMSKey.Attributes, after machines: [TerraformReference]
  ) {
    let location = cell.cluster.location
    let storage = addRole(
      of: .blockStorage, in: cell, login, managedPolicy: "AmazonEBSCSIDriverPolicyV2",
      at: location)
    let watch = addRole(
      of: .cloudWatch, in: cell, login, managedPolicy: "CloudWatchAgentServerPolicy",
      at: location)
    let groups = InsightsSource.allCases.map { source in
      addLogGroup(
        blockName("insights", source.rawValue), named: cell.scope.logGroup(of: source), of: cell,
        key: logsKey)
    }
    let addons = [
      Addon(
        name: "amazon-cloudwatch-observability",
        configuration: .object(
          ContainerLogs(cell).configuration.merging(uninstrumented) { own, _ in own }),
        role: watch.role,
        order: machines + watch.policies + groups),
      Addon(
        name: "aws-ebs-csi-driver", configuration: volumeTags(tags), role: storage.role,
        order: machines + storage.policies),
      Addon(name: "coredns", order: machines),
      Addon(name: "eks-node-monitoring-agent", order: machines),
      Addon(name: "metrics-server", order: machines),
    ]
    for addon in addons { add(addon, to: cluster, of: cell, at: location) }
  }

  /// Keeps the CloudWatch add-on from instrumenting every service for Application Signals, which it does
  /// unless told so: ours report their own metrics, and each signal would be paid for.
  ///
  /// Source: chart `amazon-cloudwatch-observability` 6.4,
  /// `manager.applicationSignals.autoMonitor.monitorAllServices`, 2026-11.
  private var uninstrumented: TerraformBody {
    ["manager": ["applicationSignals": ["autoMonitor": ["monitorAllServices": false]]]]
  }

  /// Tags of the volumes that pods ask for, which Terraform does not make.
  ///
  /// Source: chart `aws-ebs-csi-driver` 2, `controller.extraVolumeTags`, 2026-11.
  private func volumeTags(_ tags: [String: String]) -> TerraformJSON {
    let volumeTags = TerraformBody(tags.mapValues(TerraformJSON.string))
    return ["controller": ["extraVolumeTags": .object(volumeTags)]]
  }

  @discardableResult
  private mutating func add(
    _ addon: Addon, to cluster: AWS.EKSCluster.Attributes, of cell: ResolvedCell,
    at location: SourceLocation
  ) -> TerraformReference {
    let version = add(
      Resource(AWS.Data.EKSAddonVersion.self, blockName(addon.name)) {
        $0.addonName = Argument(addon.name)
        $0.kubernetesVersion = Argument(cell.cluster.version.value.description)
        $0.mostRecent = false
      },
      because: "asks EKS which version of \(addon.name) it recommends for the cluster's Kubernetes",
      at: location)
    let values = addon.configuration.map {
      encoded(blockName(addon.name, "configuration"), $0, at: location)
    }
    return add(
      Resource(
        AWS.EKSAddon.self, blockName(addon.name), meta: MetaArguments(dependsOn: addon.order)
      ) {
        $0.clusterName = cluster.name
        $0.addonName = Argument(addon.name)
        $0.addonVersion = version.version
        $0.configurationValues = values
        $0.serviceAccountRoleARN = addon.role?.arn
        $0.resolveConflictsOnCreate = "OVERWRITE"
        $0.resolveConflictsOnUpdate = "PRESERVE"
      }, because: "the add-on \(addon.name), installed and updated by EKS",
      at: location
    ).reference
  }
}
