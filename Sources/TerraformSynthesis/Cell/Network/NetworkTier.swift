import CellContract
import CellModel
import CellPrimitives
import SourceLocations

/// A tier of a cell's subnets, one subnet in each zone.
enum NetworkTier: String, CaseIterable {
  /// NAT gateways and load balancers.
  case `public`
  /// Nodes, pods and functions.
  case `private`
  /// Aurora.
  case database

  /// What its subnets are for.
  var purpose: String {
    switch self {
    case .public: "addresses of what the internet reaches: NAT gateways and load balancers"
    case .private: "addresses of nodes, pods and functions, which the internet does not reach"
    case .database: "addresses of databases, without any route to the internet"
    }
  }

  /// The tier's addresses in a zone by number from 0, cut from the cell's /16; nil past the third
  /// zone.
  ///
  /// `.1`–`.3` and `.21`–`.23` are the overview's; private subnets are /19 because the VPC CNI gives
  /// every pod an address of the VPC.
  /// Source: EKS User Guide, "VPC and subnet considerations", 2026-11.
  func block(_ zone: Int, of network: CIDRBlock) -> CIDRBlock? {
    switch self {
    case .public: network.subnet(prefixLength: 24, index: 1 + zone)
    case .private: network.subnet(prefixLength: 19, index: 1 + zone)
    case .database: network.subnet(prefixLength: 24, index: 21 + zone)
    }
  }

  /// The tier's addresses in every zone of `cell`.
  func blocks(in cell: ResolvedCell) -> [CIDRBlock] {
    cell.network.zoneIDs.indices.compactMap { block($0, of: cell.network.cidr.value) }
  }

  /// Tags by which controllers in the cluster find a tier's subnets.
  ///
  /// The load balancer controller goes by the role alone: since 2.1.2 it needs no
  /// `kubernetes.io/cluster/<name>`, and a VPC of ours has one cluster. Karpenter puts its machines
  /// into the subnets that its `EC2NodeClass` selects by the cluster's name.
  /// Sources: AWS Load Balancer Controller, "Subnet auto-discovery"; Karpenter, "NodeClasses",
  /// `spec.subnetSelectorTerms`; both 2026-11.
  func discoveryTags(in cell: ResolvedCell) -> [String: String] {
    switch self {
    case .public: ["kubernetes.io/role/elb": "1"]
    case .private:
      ["kubernetes.io/role/internal-elb": "1"].merging(
        cell.cluster.karpenter == nil ? [:] : ["karpenter.sh/discovery": cell.scope.cluster]
      ) { role, _ in role }
    case .database: [:]
    }
  }
}
