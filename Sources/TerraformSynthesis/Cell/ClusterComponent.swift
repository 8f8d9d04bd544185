import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's EKS cluster, its add-ons and machines, and the OIDC provider that its pods log in with.
///
/// Order matters: network add-ons, then machines, then what runs on machines. A node that finds no
/// CNI never gets ready. Source: EKS User Guide, "Amazon EKS add-ons", 2026-11.
struct ClusterComponent {
  private(set) var component: TerraformComponent
  let cluster: AWS.EKSCluster.Attributes
  let oidcProvider: AWS.IAMOpenIDConnectProvider.Attributes
  /// The security group that EKS gives to the control plane and the nodes of managed groups.
  var securityGroupID: Argument<String> { cluster.vpcConfig[0].clusterSecurityGroupID }
  /// The issuer without `https://`, as trust policies name it.
  let oidcIssuer: Argument<String>

  private let cell: ResolvedCell
  private var location: SourceLocation { cell.cluster.location }

  init(_ cell: ResolvedCell, of environment: ResolvedEnvironment, in network: NetworkComponent) {
    self.cell = cell
    var component = TerraformComponent("cluster", of: .cell(cell), owner: cell.name)
    cluster = component.addControlPlane(of: cell, in: environment, network)
    let issuer = cluster.identity[0].oidc[0].issuer
    oidcProvider = component.add(
      Resource(AWS.IAMOpenIDConnectProvider.self, "cluster") {
        $0.url = issuer
        $0.clientIDList = ["sts.amazonaws.com"]
      }, at: cell.cluster.location)
    oidcIssuer = component.local(
      "oidc_issuer", (issuer.applying("replace", "\"https://\"", "\"\"") as Argument<String>).json,
      at: cell.cluster.location)
    self.component = component
    addMachines(in: network)
    self.component.output(
      "cluster_name", cluster.name, description: "Name of the EKS cluster, for kubectl and helm",
      at: location)
  }

  private mutating func addMachines(in network: NetworkComponent) {
    let networking = [
      addAddon("vpc-cni", configuration: ["enableNetworkPolicy": "true"]),
      addAddon("kube-proxy"),
    ]
    let (role, policies) = component.addRole(
      "node", named: "\(cell.scope.prefix)-node", trusting: "ec2",
      managedPolicies: [
        "AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy",
      ], at: location)
    let groups = cell.cluster.nodeGroups.map { group in
      addNodeGroup(
        group, role: role, in: network, after: networking + policies + network.privateRouting)
    }
    addAddon("coredns", after: groups)
  }

  private mutating func addNodeGroup(
    _ group: Placed<ResolvedNodeGroup>, role: AWS.IAMRole.Attributes, in network: NetworkComponent,
    after order: [TerraformReference]
  ) -> TerraformReference {
    // The autoscaler owns the number of machines between the bounds.
    let meta = MetaArguments(
      dependsOn: order, ignoreChanges: ["scaling_config[0].desired_size"])
    let nodes = Resource(AWS.EKSNodeGroup.self, blockName(group.value.name), meta: meta) {
      $0.clusterName = cluster.name
      $0.nodeGroupName = Argument(group.value.name)
      $0.nodeRoleARN = role.arn
      $0.subnetIDs = Argument(network.privateSubnets.map(\.id))
      $0.version = Argument(cell.cluster.version.value.description)
      $0.instanceTypes = Argument([group.value.instance.name])
      $0.amiType = Argument(group.value.instance.architecture.imageType)
      $0.capacityType = "ON_DEMAND"
      $0.scalingConfig = .init {
        $0.minSize = Argument(group.value.count.minimum)
        $0.maxSize = Argument(group.value.count.maximum)
        $0.desiredSize = Argument(group.value.count.minimum)
      }
      $0.updateConfig = .init { $0.maxUnavailable = 1 }
    }
    return component.add(nodes, at: group.location).reference
  }

  @discardableResult
  private mutating func addAddon(
    _ name: String, configuration: TerraformJSON? = nil, after order: [TerraformReference] = []
  ) -> TerraformReference {
    let values = configuration.map {
      component.encoded(blockName(name, "configuration"), $0, at: location)
    }
    let addon = Resource(
      AWS.EKSAddon.self, blockName(name), meta: MetaArguments(dependsOn: order)
    ) {
      $0.clusterName = cluster.name
      $0.addonName = Argument(name)
      $0.configurationValues = values
      $0.resolveConflictsOnCreate = "OVERWRITE"
      $0.resolveConflictsOnUpdate = "PRESERVE"
    }
    return component.add(addon, at: location).reference
  }
}

extension TerraformComponent {
  /// The control plane, with its role, its log group and the key that encrypts Kubernetes secrets.
  fileprivate mutating func addControlPlane(
    of cell: ResolvedCell, in environment: ResolvedEnvironment, _ network: NetworkComponent
  ) -> AWS.EKSCluster.Attributes {
    let location = cell.cluster.location
    let (role, policies) = addRole(
      "cluster", named: "\(cell.scope.prefix)-cluster", trusting: "eks",
      managedPolicies: ["AmazonEKSClusterPolicy"], at: location)
    let logs = add(
      Resource(AWS.CloudWatchLogGroup.self, "control_plane") {
        $0.name = Argument("/aws/eks/\(cell.scope.cluster)/cluster")
        $0.retentionInDays = 30
      }, at: location)
    let key = addKey(
      "cluster", for: "Kubernetes secrets of \(cell.name)", alias: "alias/\(cell.scope.cluster)",
      of: environment, at: location)
    let meta = environment.protecting(
      MetaArguments(dependsOn: policies + [logs.reference]))
    return add(
      Resource(AWS.EKSCluster.self, "main", meta: meta) {
        $0.name = Argument(cell.scope.cluster)
        $0.version = Argument(cell.cluster.version.value.description)
        $0.roleARN = role.arn
        $0.bootstrapSelfManagedAddons = false
        $0.enabledClusterLogTypes = [
          "api", "audit", "authenticator", "controllerManager", "scheduler",
        ]
        $0.accessConfig = .init {
          $0.authenticationMode = "API"
          $0.bootstrapClusterCreatorAdminPermissions = true
        }
        $0.encryptionConfig = .init {
          $0.resources = ["secrets"]
          $0.provider = .init { $0.keyARN = key.arn }
        }
        $0.vpcConfig = .init {
          $0.subnetIDs = Argument(network.privateSubnets.map(\.id))
          $0.endpointPrivateAccess = true
          $0.endpointPublicAccess = true
        }
        $0.zonalShiftConfig = .init { $0.enabled = true }
      }, at: cell.cluster.version.location)
  }
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
