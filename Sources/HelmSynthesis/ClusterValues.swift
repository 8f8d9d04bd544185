import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import YAMLDocument

/// The values of what the chart installs in a cell's cluster beside the services.
///
/// What AWS draws is not among them: the API's address and the VPC's ID are found by name and tag.
struct ClusterValues {
  private let cell: ResolvedCell
  private let environment: ResolvedEnvironment
  private var scope: CellScope { cell.scope }

  init(_ cell: ResolvedCell, in environment: ResolvedEnvironment) {
    self.cell = cell
    self.environment = environment
  }

  var members: [YAMLMember] {
    [
      YAMLMember("cluster", ["name": .string(scope.cluster)]),
      YAMLMember("loadBalancer", loadBalancer),
    ] + keda
      + (cell.cluster.karpenter.map { [YAMLMember("karpenter", karpenter($0.value))] } ?? [])
  }

  /// The API's pods join the target group by its name; where it runs as no pods, nothing does.
  ///
  /// The controller finds its VPC by the tag: the metadata service, which it would ask otherwise,
  /// answers no pod.
  /// Source: AWS Load Balancer Controller 3, chart, `vpcTags`; CRD `TargetGroupBinding` v1beta1,
  /// `spec.targetGroupName`, 2026-11.
  private var loadBalancer: YAMLValue {
    let controller = YAMLMember(
      "controller",
      [
        "serviceAccount": account(.loadBalancer),
        "vpcTags": ["Name": .string(scope.prefix)],
      ])
    guard let api = pods.first(where: { $0.name == .api })?.name.contract else {
      return .mapping([controller])
    }
    let targetGroup: YAMLValue = [
      "name": .string(scope.targetGroup), "targetType": "ip",
      "service": .string(api.workload), "port": .integer(api.port),
    ]
    return .mapping([controller, YAMLMember("targetGroup", targetGroup)])
  }

  /// While the cluster's traffic is shifted away from a zone, Karpenter starts no machine there
  /// (`settings.enableZonalShift` of its chart, from 1.12 on).
  /// Sources: Karpenter 1, "NodePools" and "NodeClasses"; Karpenter 1.14.1, "Zonal Shift Onboarding",
  /// 2026-11.
  private func karpenter(_ karpenter: ResolvedKarpenter) -> YAMLValue {
    let architectures = Set(cell.cluster.nodeGroups.map(\.value.instance.architecture.rawValue))
    return [
      "serviceAccount": account(.karpenter),
      "interruptionQueue": .string(scope.interruptionQueue),
      "enableZonalShift": true,
      "instanceProfile": .string(scope.karpenterNodeRole),
      "discovery": .mapping([YAMLMember(CellScope.discoveryTag, .string(scope.discovery))]),
      "capacityTypes": texts(karpenter.capacity.map(\.rawValue)),
      "architectures": texts(architectures.sorted()),
      "limits": limits(of: karpenter),
      "volume": [
        "device": .string(NodeVolume.device), "type": .string(NodeVolume.type),
        "size": .string("\(NodeVolume.gibibytes)Gi"), "key": .string(scope.nodesKeyAlias),
      ],
      "tags": .mapping(
        environment.machineTags(in: cell).sorted { $0.key < $1.key }
          .map { YAMLMember($0.key, .string($0.value)) }),
    ]
  }

  private func limits(of karpenter: ResolvedKarpenter) -> YAMLValue {
    let members = karpenter.limits.map { limit in
      switch limit {
      case .cpu(let cores): YAMLMember("cpu", .string("\(cores)"))
      case .memory(let memory): YAMLMember("memory", .string(memory.description))
      }
    }
    return .mapping(members.sorted { $0.key < $1.key })
  }

  /// The service account of a controller, with the annotation that gives it its role.
  private func account(_ account: ClusterAccount) -> YAMLValue {
    [
      "namespace": .string(account.namespace),
      "name": .string(account.name),
      "annotations": ["eks.amazonaws.com/role-arn": .string(scope.roleARN(of: account))],
    ]
  }

  private var pods: [ResolvedService] { cell.cluster.services.map(\.value).filter(\.isPods) }

  private var keda: [YAMLMember] {
    cell.queuesThatScale.isEmpty
      ? [] : [YAMLMember("keda", ["serviceAccount": account(.keda)])]
  }

  private func texts(_ texts: [String]) -> YAMLValue { .sequence(texts.map(YAMLValue.string)) }
}
