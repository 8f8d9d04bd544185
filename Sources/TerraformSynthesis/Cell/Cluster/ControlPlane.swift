import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// The control plane, with its role, its log group and the key that encrypts Kubernetes secrets.
  ///
  /// - Only access entries open it: the mode `API` ignores the `aws-auth` config map, which anybody
  ///   who may edit it could lock everybody out with.
  /// - It stays in standard support: without `STANDARD`, a version that nobody raised in time would
  ///   cost six times as much instead of being raised by AWS.
  /// - Who creates it gets in as administrator only where no repository deploys. Another value would
  ///   build the cluster anew, so the first one stays.
  /// - Its role serves this cluster only.
  ///
  /// Source: EKS User Guide, "Grant IAM users access to Kubernetes with EKS access entries",
  /// "Cluster upgrade policy" and "Cross-service confused deputy prevention"; AWS provider 5.100, `aws_eks_cluster`, `access_config`, 2026-11.
  mutating func addControlPlane(
    of cell: ResolvedCell, in environment: ResolvedEnvironment, _ network: NetworkComponent,
    logsKey: AWS.KMSKey.Attributes
  ) -> AWS.EKSCluster.Attributes {
    let location = cell.cluster.location
    let (role, policies) = addRole(
      "cluster", named: cell.scope.clusterRole, trusting: "eks",
      onlyIf: [
        .init(
          "StringEquals", "aws:SourceAccount", Argument(cell.scope.environment.account.digits)),
        .init("ArnEquals", "aws:SourceArn", Argument(cell.scope.clusterARN)),
      ],
      managedPolicies: ["AmazonEKSClusterPolicy"],
      because: "the role that EKS takes to run the control plane",
      at: location)
    let logs = addLogGroup(
      "control_plane", named: cell.scope.controlPlaneLogGroup, of: cell, key: logsKey)
    let key = addKey(
      "cluster", for: "Kubernetes secrets of \(cell.name)", alias: "alias/\(cell.scope.cluster)",
      of: environment, at: location)
    let meta = environment.protecting(
      MetaArguments(
        dependsOn: policies + [logs],
        ignoreChanges: ["access_config[0].bootstrap_cluster_creator_admin_permissions"]))
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
          $0.bootstrapClusterCreatorAdminPermissions = Argument(environment.repository == nil)
        }
        $0.encryptionConfig = .init {
          $0.resources = ["secrets"]
          $0.provider = .init { $0.keyARN = key.arn }
        }
        $0.upgradePolicy = .init { $0.supportType = "STANDARD" }
        $0.vpcConfig = .init {
          $0.subnetIDs = Argument(network.privateSubnets.map(\.id))
          $0.endpointPrivateAccess = true
          $0.setPublicAccess(cell.cluster.endpoint.value)
        }
        $0.zonalShiftConfig = .init { $0.enabled = true }
      }, because: "the Kubernetes cluster that runs the cell's services",
      at: cell.cluster.version.location)
  }

  /// A log group of the cluster's own, which would come about without retention and key if it were
  /// not there when the first line arrives.
  mutating func addLogGroup(
    _ block: String, named name: String, of cell: ResolvedCell, key: AWS.KMSKey.Attributes
  ) -> TerraformReference {
    let retention = cell.observability.logRetention
    return add(
      Resource(AWS.CloudWatchLogGroup.self, block) {
        $0.name = Argument(name)
        $0.retentionInDays = Argument(retention.value.daysOfRetention)
        $0.kmsKeyID = key.arn
      },
      because: "keeps what the control plane and the agents on the machines log, as long as"
        + " cells/ says",
      at: retention.location
    ).reference
  }
}

extension AWS.EKSCluster.VPCConfig {
  /// From where the API is reached beside the VPC.
  ///
  /// `0.0.0.0/0` is written out: a block that is left out stays as it was.
  /// Source: AWS provider 5.100, `aws_eks_cluster`, `public_access_cidrs`.
  fileprivate mutating func setPublicAccess(_ access: EKS.EndpointAccess) {
    switch access {
    case .public:
      endpointPublicAccess = true
      publicAccessCIDRs = ["0.0.0.0/0"]
    case .publicFrom(let blocks):
      endpointPublicAccess = true
      publicAccessCIDRs = Argument(Set(blocks).sorted())
    case .private:
      endpointPublicAccess = false
    }
  }
}
