import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Resolution {
  mutating func cluster(of cell: Placed<Cell>, _ layers: CellLayers) -> ResolvedCluster {
    let elements = layers.all(\.clusters)
    if elements.isEmpty {
      report(
        "incomplete", at: cell.location, "\(cell.value.name) has no cluster",
        fix: .write(
          "EKS(version: \"1.35\") { NodeGroup(.t3Large, count: 2...6) }", in: cell.location,
          called: cell.value.name))
    }
    return ResolvedCluster(
      version: version(of: elements, in: cell),
      endpoint: elements.strongest(\.endpoint) ?? Placed(.public, at: cell.location),
      nodeGroups: nodeGroups(of: elements),
      karpenter: karpenter(of: elements), fargate: fargate(of: elements),
      services: services(of: elements),
      location: elements.last?.location ?? cell.location)
  }

  private mutating func version(
    of elements: [Placed<EKS>], in cell: Placed<Cell>
  ) -> Placed<KubernetesVersion> {
    guard let text = elements.strongest(\.version) else {
      if let cluster = elements.last {
        report(
          "incomplete", at: cluster.location, "the cluster has no Kubernetes version",
          fix: .write("EKS(version: \"1.35\")", at: cluster.location))
      }
      return Placed(
        standIn(StandIn.kubernetes, for: .kubernetesVersion, at: cell.location), at: cell.location)
    }
    let version = read(at: text.location, writing: { "EKS(version: \($0))" }) {
      () throws(InvalidValue) in
      try KubernetesVersion(parsing: text.value)
    }
    return Placed(
      version ?? standIn(StandIn.kubernetes, for: .kubernetesVersion, at: text.location),
      at: text.location)
  }

  private mutating func nodeGroups(
    of elements: [Placed<EKS>]
  ) -> [Placed<ResolvedNodeGroup>] {
    let groups = elements.flatMap { element -> [Placed<NodeGroup>] in
      let groups = element.value.nodeGroups
      reportDuplicates(
        of: groups.map { (ElementName(nodeGroup: $0.value.name), $0.location) }, in: "this EKS")
      return groups
    }
    if groups.isEmpty, let cluster = elements.last {
      report(
        "incomplete", at: cluster.location, "the cluster has no machines",
        fix: .write(
          "NodeGroup(.t3Large, count: 2...6)", in: cluster.location, called: "this EKS"))
    }
    let byName = Dictionary(grouping: groups, by: \.value.name)
    return byName.keys.sorted().compactMap { name in
      nodeGroup(name, byName[name] ?? [])
    }
  }

  private mutating func nodeGroup(
    _ name: String, _ layers: [Placed<NodeGroup>]
  ) -> Placed<ResolvedNodeGroup>? {
    guard let location = layers.last?.location else { return nil }
    let instance = layers.strongest(\.instance)
    let count = layers.strongest(\.count)
    for layer in layers {
      guard let text = layer.value.unreadInstance else { continue }
      report(
        "invalid-value", at: layer.location,
        "\(swiftLiteral(text)) is no type of machine; one is a family and a size, such as m7i.large",
        fix: .write("NodeGroup(.t3Large)", at: layer.location))
    }
    if instance == nil, layers.allSatisfy({ $0.value.unreadInstance == nil }) {
      report(
        "incomplete", at: location, "the node group \(name) has no instance type",
        fix: .write("NodeGroup(.t3Large)", at: location))
    }
    if count == nil {
      report(
        "incomplete", at: location, "the node group \(name) has no count",
        fix: .write("count: 2...6", at: location))
    }
    return Placed(
      ResolvedNodeGroup(
        name: name, instance: instance?.value ?? .t3Large, count: count?.value ?? 1),
      at: count?.location ?? location)
  }

  private mutating func karpenter(of elements: [Placed<EKS>]) -> Placed<ResolvedKarpenter>? {
    strongest("Karpenter", elements.map { $0.value.karpenters })?.map { element in
      ResolvedKarpenter(
        capacity: element.capacity.sorted { $0.rawValue < $1.rawValue }, limits: element.limits)
    }
  }

  private mutating func fargate(of elements: [Placed<EKS>]) -> Placed<ResolvedFargate>? {
    strongest("Fargate", elements.map { $0.value.fargates })?.map { element in
      ResolvedFargate(namespaces: Set(element.namespaces).sorted())
    }
  }

  /// The one of the strongest layer that has one; a layer has one at most.
  private mutating func strongest<Element>(
    _ type: String, _ layers: [[Placed<Element>]]
  ) -> Placed<Element>? {
    for elements in layers { _ = single(elements, type, in: "this EKS") }
    return layers.last { !$0.isEmpty }?.first
  }

  private mutating func services(
    of elements: [Placed<EKS>]
  ) -> [Placed<ResolvedService>] {
    let runs = elements.flatMap { element -> [Placed<Run>] in
      let runs = element.value.runs
      reportDuplicates(
        of: runs.map { (ElementName("Run", of: "\($0.value.service)"), $0.location) },
        in: "this EKS")
      return runs
    }
    let byName = Dictionary(grouping: runs, by: \.value.service)
    return byName.keys.sorted().compactMap { service in
      let layers = byName[service] ?? []
      guard let location = layers.last?.location else { return nil }
      let replicas = layers.strongest(\.replicas)
      let form = layers.strongest(\.form)
      reportPodsOfFunctions(layers)
      let standard = service.contract.replicas
      let place = place(of: form) ?? replicas?.location ?? location
      return Placed(
        ResolvedService(
          name: service,
          replicas: replicas?.value
            ?? CountRange(minimum: standard.lowerBound, maximum: standard.upperBound),
          placeOfReplicas: replicas?.location,
          disruption: disruption(of: service, layers, as: form?.value ?? .pods, at: place),
          form: form?.value ?? .pods),
        at: place)
    }
  }

  /// One pod after the other where nobody says; a service that runs once has none to spare.
  private func disruption(
    of service: ServiceName, _ layers: [Placed<Run>], as form: Run.Form, at place: SourceLocation
  ) -> Placed<DisruptionBudget>? {
    switch form {
    case .lambda: nil
    case .pods:
      layers.strongest(\.disruption)
        ?? (service.contract.isSingleton ? nil : Placed(.maxUnavailable(1), at: place))
    }
  }

  /// Where a service was made a function; nil where it runs as pods, whose number is what matters.
  private func place(of form: Placed<Run.Form>?) -> SourceLocation? {
    switch form?.value {
    case .lambda: form?.location
    case .pods, nil: nil
    }
  }

  /// What is said of pods beside the form has no meaning; what a weaker layer says, which made the
  /// service pods, is no mistake.
  private mutating func reportPodsOfFunctions(_ layers: [Placed<Run>]) {
    for run in layers {
      guard case .lambda = run.value.form else { continue }
      if let replicas = run.value.replicas {
        report(
          "invalid-value", at: run.location,
          "\(run.value.service) has \(replicas) replicas and runs as a function, of which one round "
            + "runs at a time",
          fix: .leaveOut("replicas: \(replicas)", at: run.location))
      }
      if run.value.disruption != nil {
        report(
          "invalid-value", at: run.location,
          "\(run.value.service) has a disruption budget and runs as a function, which has no pods",
          fix: .leaveOut("disruption:", at: run.location))
      }
    }
  }
}

extension EKS {
  fileprivate var nodeGroups: [Placed<NodeGroup>] {
    elements.compactMap { element in
      guard case .nodeGroup(let group) = element.value else { return nil }
      return Placed(group, at: element.location)
    }
  }

  fileprivate var karpenters: [Placed<Karpenter>] {
    elements.compactMap { element in
      guard case .karpenter(let karpenter) = element.value else { return nil }
      return Placed(karpenter, at: element.location)
    }
  }

  fileprivate var fargates: [Placed<Fargate>] {
    elements.compactMap { element in
      guard case .fargate(let fargate) = element.value else { return nil }
      return Placed(fargate, at: element.location)
    }
  }

  fileprivate var runs: [Placed<Run>] {
    elements.compactMap { element in
      guard case .run(let run) = element.value else { return nil }
      return Placed(run, at: element.location)
    }
  }
}
