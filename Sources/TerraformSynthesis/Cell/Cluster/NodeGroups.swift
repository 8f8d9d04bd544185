import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// The machines that are always there, group by group, each from a launch template of its own.
  ///
  /// Their role may join the cluster and pull images, no more: the CNI has a role of its own, and so
  /// has everything else that needs AWS.
  /// Source: EKS User Guide, "Amazon EKS node IAM role", 2026-11.
  ///
  /// - Returns: references to the groups.
  mutating func addNodeGroups(
    of cell: ResolvedCell, in environment: ResolvedEnvironment,
    _ cluster: AWS.EKSCluster.Attributes, _ network: NetworkComponent,
    after networking: [TerraformReference]
  ) -> [TerraformReference] {
    let location = cell.cluster.location
    let (role, policies) = addRole(
      "node", named: cell.scope.nodeRole, trusting: "ec2",
      managedPolicies: NodePolicies.names,
      because: "the role of the machines of node groups: to join the cluster and fetch images",
      at: location)
    let key = addKey(
      "nodes", for: "Volumes of the machines of \(cell.name)", alias: cell.scope.nodesKeyAlias,
      users: [.volumeUse(in: cell)], of: environment, at: location)
    return cell.cluster.nodeGroups.map { group in
      let template = addLaunchTemplate(
        of: group, in: cell, key: key, tags: environment.machineTags(in: cell))
      // A change that builds a group anew, such as another instance type, must not leave the cell
      // without machines: the new one is there before EKS drains the old one. Two groups of a
      // cluster can't have one name, so the provider adds an ending of its own.
      let meta = MetaArguments(
        dependsOn: networking + policies + network.privateRouting, createBeforeDestroy: true)
      let nodes = Resource(AWS.EKSNodeGroup.self, blockName(group.value.name), meta: meta) {
        $0.clusterName = cluster.name
        $0.nodeGroupNamePrefix = Argument("\(group.value.name)-")
        $0.nodeRoleARN = role.arn
        $0.subnetIDs = Argument(network.privateSubnets.map(\.id))
        $0.version = Argument(cell.cluster.version.value.description)
        $0.instanceTypes = Argument([group.value.instance.name])
        $0.amiType = Argument(group.value.instance.architecture.imageType)
        $0.capacityType = "ON_DEMAND"
        $0.launchTemplate = .init {
          $0.id = template.id
          $0.version = Argument(json: template.latestVersion.json)
        }
        $0.scalingConfig = .init {
          $0.minSize = Argument(group.value.count.minimum)
          $0.maxSize = Argument(group.value.count.maximum)
          // Nothing here moves the number, so it follows the minimum when that is raised; EKS
          // refuses a minimum above it.
          $0.desiredSize = Argument(group.value.count.minimum)
        }
        $0.updateConfig = .init { $0.maxUnavailable = 1 }
        $0.nodeRepairConfig = .init { $0.enabled = true }
      }
      return add(
        nodes,
        because: "machines that are always there: what Karpenter itself and the add-ons run on",
        at: group.location
      ).reference
    }
  }

  /// What EKS would not do by itself: sessions for the metadata service, encrypted volumes, tags.
  ///
  /// It names no image and no security group, which EKS then chooses: the image of the group's type,
  /// and the cluster's own group.
  /// Source: EKS User Guide, "Customize managed nodes with launch templates", 2026-11.
  private mutating func addLaunchTemplate(
    of group: Placed<ResolvedNodeGroup>, in cell: ResolvedCell, key: AWS.KMSKey.Attributes,
    tags: [String: String]
  ) -> AWS.LaunchTemplate.Attributes {
    let name = cell.scope.launchTemplate(of: group.value.name)
    let tags = tags.merging(["Name": name]) { own, _ in own }
    return add(
      Resource(AWS.LaunchTemplate.self, blockName(group.value.name)) {
        $0.name = Argument(name)
        $0.updateDefaultVersion = true
        // One hop ends at the machine: pods have roles of their own, and only those in the
        // machine's own network, such as the CNI, may ask who the machine is.
        // Source: EKS Best Practices, "Restrict access to the instance profile", 2026-11.
        $0.metadataOptions = .init {
          $0.httpEndpoint = "enabled"
          $0.httpTokens = "required"
          $0.httpPutResponseHopLimit = 1
        }
        $0.monitoring = .init { $0.enabled = true }
        $0.blockDeviceMappings = [
          .init {
            $0.deviceName = Argument(NodeVolume.device)
            $0.ebs = .init {
              $0.volumeType = Argument(NodeVolume.type)
              $0.volumeSize = Argument(NodeVolume.gibibytes)
              $0.encrypted = "true"
              $0.kmsKeyID = key.arn
              $0.deleteOnTermination = "true"
            }
          }
        ]
        $0.tagSpecifications = ["instance", "volume", "network-interface"].map { type in
          .init {
            $0.resourceType = Argument(type)
            $0.tags = Argument(tags)
          }
        }
      },
      because: "how the machines of the node group start: encrypted disk, metadata closed to pods",
      at: group.location)
  }
}

/// AWS's own policies of a machine's role, without that of the CNI.
enum NodePolicies {
  static let names = ["AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodePolicy"]
}

extension InstanceType.Architecture {
  /// Amazon Linux 2023 for this architecture. Source: EKS API Reference, `Nodegroup.amiType`.
  fileprivate var imageType: String {
    switch self {
    case .amd64: "AL2023_x86_64_STANDARD"
    case .arm64: "AL2023_ARM_64_STANDARD"
    }
  }
}

extension IAMPolicy.Statement {
  /// Lets EC2 make and attach encrypted volumes for whoever in the account may start machines:
  /// groups of EC2 Auto Scaling, spot requests, Karpenter. As the policy of AWS's own key for EBS.
  ///
  /// Source: Amazon EBS User Guide, "How Amazon EBS encryption works", 2026-11.
  fileprivate static func volumeUse(in cell: ResolvedCell) -> Self {
    keyUse(
      through: "ec2", in: cell.region, by: cell.scope.environment.account,
      actions: [
        "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
        "kms:GenerateDataKey*", "kms:ReEncrypt*",
      ])
  }
}
