import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's EKS cluster, its add-ons and machines, who may enter it and how its pods log in to AWS.
///
/// Order matters: network add-ons, then machines, then what runs on machines. A node that finds no
/// CNI never gets ready. Source: EKS User Guide, "Amazon EKS add-ons", 2026-11.
struct ClusterComponent {
  let component: TerraformComponent
  let cluster: AWS.EKSCluster.Attributes
  /// How pods take roles.
  let login: PodLogin
  /// The security group that EKS gives to the control plane, to every machine and so to every pod.
  var securityGroupID: Argument<String> { cluster.vpcConfig[0].clusterSecurityGroupID }

  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment, in network: NetworkComponent,
    with encryption: EncryptionComponent
  ) {
    let location = cell.cluster.location
    var component = TerraformComponent("cluster", of: .cell(cell), owner: cell.name)
    cluster = component.addControlPlane(
      of: cell, in: environment, network, logsKey: encryption.logsKey)
    login = component.addPodLogin(of: cluster, at: location)
    component.addAccessEntries(of: environment, to: cluster)
    let networking = component.addNetworkAddons(of: cell, in: cluster, login)
    let groups = component.addNodeGroups(
      of: cell, in: environment, cluster, network, after: networking)
    component.addFargateProfile(of: cell, in: cluster, network)
    component.addAddons(
      of: cell, tagged: environment.machineTags(in: cell), in: cluster, login,
      logsKey: encryption.logsKey, after: groups)
    component.output(
      "cluster_name", cluster.name, description: "Name of the EKS cluster, for kubectl and helm",
      at: location)
    self.component = component
  }
}
