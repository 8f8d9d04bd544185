import CellModel
import CellPrimitives
import TerraformDocument

/// A control plane, and what the services on it publish.
///
/// Extended support is not paid for by a cluster whose upgrade policy is `STANDARD`: AWS raises its
/// version instead.
/// Source: Amazon EKS User Guide, "View current cluster upgrade policy", 2026-11.
let meterCluster: Meter = { cluster, context in
  var usages = [
    cluster.uses(.clusterHour, context.hours, assuming: .hours),
    cluster.shares(.metric, .serviceMetrics, context),
  ]
  let version = cluster.arguments["version"]?.text.flatMap { try? KubernetesVersion(parsing: $0) }
  let staysInStandardSupport =
    cluster.arguments["upgrade_policy"]?["support_type"]?.text == "STANDARD"
  if !staysInStandardSupport, let version,
    case .extended = EKSVersionFacts.status(of: version, on: context.today)
  {
    usages.append(
      cluster.uses(.clusterExtendedSupportHour, context.hours, assuming: .hours))
  }
  return usages
}

/// What an add-on sends somewhere else; the add-ons themselves cost nothing.
let meterAddon: Meter = { addon, context in
  addon.arguments["addon_name"]?.text == "amazon-cloudwatch-observability"
    ? [addon.shares(.insightsObservations, .insightsObservations, context)] : []
}

/// The machines that are always there, their disks, and their detailed monitoring.
let meterNodeGroup: Meter = { group, context in
  let scaling = group.arguments["scaling_config"]
  let least = scaling?["min_size"]?.integer ?? 0
  let most = Quantity(scaling?["max_size"]?.integer ?? least)
  let machines = min(
    Quantity(least) + context.assumed(.machinesAboveMinimum), max(most, Quantity(least)))
  let template = context.resource(
    of: "aws_launch_template", in: group.arguments["launch_template"]?["id"])
  let isSpot = group.arguments["capacity_type"]?.text == "SPOT"
  return [machineHours(of: group, machines, isSpot: isSpot, context)]
    + volumes(of: group, machines, template) + monitoring(of: group, machines, template)
}

/// The machines that Karpenter adds, which no root holds: they carry its instance profile.
///
/// Which types they have shows only when they run; they are priced like the first node group's.
let meterInstanceProfile: Meter = { profile, context in
  guard profile.component == "karpenter" else { return [] }
  let machines = context.assumed(.karpenterMachines)
  let spot = machines.percent(context.assumed(.spotShare))
  let groups = context.resources(of: "aws_eks_node_group")
    .sorted { $0.address.name < $1.address.name }
  let type = groups.first?.machineType
  let item = type.map(PriceItem.machineHour) ?? .unlisted("machines of Karpenter")
  let spotItem = type.map(PriceItem.spotMachineHour) ?? .unlisted("spot machines of Karpenter")
  return [
    profile.uses(
      item, (machines - spot) * context.hours, assuming: .karpenterMachines, .spotShare, .hours),
    profile.uses(
      spotItem, spot * context.hours, assuming: .karpenterMachines, .spotShare, .spotSaving,
      .hours),
    profile.uses(
      .volumeMonth(NodeVolume.type), machines * NodeVolume.gibibytes,
      assuming: .karpenterMachines),
  ]
}

/// Pods under a profile; what starts there, and how large, shows only when it runs.
let meterFargateProfile: Meter = { profile, context in
  let hours = context.assumed(.fargatePods) * context.hours
  return [
    profile.uses(.fargateCPUHour, hours.percent(Quantity(25)), assuming: .fargatePods, .hours),
    profile.uses(.fargateMemoryHour, hours.percent(Quantity(50)), assuming: .fargatePods, .hours),
  ]
}

extension BilledResource {
  /// The first type of a node group's machines.
  fileprivate var machineType: InstanceType? {
    arguments["instance_types"]?.elements.first?.text.flatMap { InstanceType($0) }
  }
}

private func machineHours(
  of group: BilledResource, _ machines: Quantity, isSpot: Bool, _ context: MeterContext
) -> Usage {
  guard let type = group.machineType else {
    return group.uses(.unlisted("machines of an unknown type"), machines)
  }
  return isSpot
    ? group.uses(
      .spotMachineHour(type), machines * context.hours, assuming: .machinesAboveMinimum,
      .spotSaving, .hours)
    : group.uses(
      .machineHour(type), machines * context.hours, assuming: .machinesAboveMinimum, .hours)
}

private func volumes(
  of group: BilledResource, _ machines: Quantity, _ template: BilledResource?
) -> [Usage] {
  let disks = template?.arguments["block_device_mappings"]?.elements.compactMap { $0["ebs"] } ?? []
  guard !disks.isEmpty else { return [group.uses(.unlisted("disks of machines"), machines)] }
  return disks.map { disk in
    guard let size = disk["volume_size"]?.integer, let type = disk["volume_type"]?.text else {
      return group.uses(.unlisted("disks of machines"), machines)
    }
    return group.uses(.volumeMonth(type), machines * size, assuming: .machinesAboveMinimum)
  }
}

/// Seven metrics for each machine.
/// Source: Amazon CloudWatch pricing, "EC2 Detailed Monitoring"; Infracost's test of
/// `aws_instance`, 2026-08-21.
private func monitoring(
  of group: BilledResource, _ machines: Quantity, _ template: BilledResource?
) -> [Usage] {
  guard template?.arguments["monitoring"]?["enabled"]?.isTrue == true else { return [] }
  return [group.uses(.metric, machines * 7, assuming: .machinesAboveMinimum)]
}
