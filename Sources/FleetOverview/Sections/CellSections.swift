import CellContract
import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// What runs where: the fleet as a picture, then each cell with its sizes and names.
  var cells: Chapter {
    Chapter("cells", "What runs where") {
      paragraph(
        """
        A cell is one deployment in one region, with a network, a cluster, queues and a Terraform state \
        of its own. Cells share the domain, the tables, the secrets and what follows from \
        \(code: "terraform/global").
        """)
      fleetDiagram
      atAGlance
      for cell in environment.cellsInOrderOfApplication { section(of: cell) }
      sharedSection
    }
  }

  private var atAGlance: HTMLElement {
    DataTable(
      HTMLID("at-a-glance"), "The cells at a glance",
      columns: ["Cell", "Role", "Region", "Network", "Machines", "Databases"],
      rows: environment.cellsInOrderOfApplication.map { cell in
        [
          "\(link: cell.name, to: .place(id(of: cell)))", "\(cell.role.value.word)",
          "\(code: cell.region.name)", "\(code: cell.network.cidr.value.description)",
          .list(groups(of: cell)), .list(databases(of: cell).map(\.size)),
        ]
      }
    ).element
  }

  func id(of cell: ResolvedCell) -> HTMLID { HTMLID("cell", cell.name) }

  @HTMLBuilder private func section(of cell: ResolvedCell) -> [HTMLNode] {
    HTMLElement(.heading3, .id(id(of: cell))) { "\(cell.name): \(cell.role.value.word)" }
    facts(sizes(of: cell))
    DataTable(
      HTMLID("services", cell.name), "Services of \(cell.name)",
      columns: ["Service", "Runs as", "One of it takes", "Image", "Role", "Log group"],
      rows: cell.cluster.services.map { row(of: $0.value, in: cell) }
    ).element
    DataTable(
      HTMLID("names", cell.name), "Names in \(cell.name), as AWS shows them",
      columns: ["What", "Name"], rows: names(in: cell)
    ).element
  }

  private func sizes(of cell: ResolvedCell) -> [(name: String, value: Prose)] {
    let observability = cell.observability
    var sizes: [(name: String, value: Prose)] = [
      ("Region", "\(code: cell.region.name), zones \(Prose.codes(cell.network.zoneIDs))"),
      ("Host name", "\(code: environment.hostName(of: cell))"),
      ("Kubernetes", "\(cell.cluster.version.value.description), \(endpoint(of: cell))"),
      ("Machines", .list(machines(of: cell))),
    ]
    if let fargate = cell.cluster.fargate {
      sizes.append(("Fargate", "pods of \(Prose.codes(fargate.value.namespaces))"))
    }
    sizes += databases(of: cell).map { ("Database", "\(code: $0.name): \($0.detail)") }
    sizes += [
      (
        "Firewall",
        """
        \(cell.firewall.value.rateLimit.words); to \(code: CallbackPath.prefix) \
        \(cell.firewall.value.callbackRateLimit.words)
        """
      ),
      (
        "Logs",
        """
        kept \(observability.logRetention.value.description), debug lines \
        \(observability.debugRetention.value.description); archived lines move to Glacier after \
        \(observability.archiveAfter.value.description); services write \
        \(code: observability.logLevel.value.rawValue) and above, and of lines below \
        \(code: LogLevel.info.rawValue) \(observability.debugSampling.value.description)
        """
      ),
      ("Helm values", valuesLink(of: cell)),
      ("Terraform", "\(code: "terraform/cells/\(cell.name)"), state in \(code: state(of: cell))"),
    ]
    return sizes
  }

  private func state(of cell: ResolvedCell) -> String {
    environment.scope.stateBucket(in: cell.region)
  }

  private func valuesLink(of cell: ResolvedCell) -> Prose {
    let path = "helm/values-\(cell.name).yaml"
    return "\(link: path, to: .file(path))"
  }

  private func endpoint(of cell: ResolvedCell) -> Prose {
    switch cell.cluster.endpoint.value {
    case .public: "API reached from anywhere"
    case .publicFrom(let blocks): "API reached from the network and \(Prose.codes(blocks))"
    case .private: "API reached from the network only"
    }
  }

  /// Machines that are always there.
  private func groups(of cell: ResolvedCell) -> [Prose] {
    cell.cluster.nodeGroups.map { group in
      "\(group.value.count.minimum) × \(code: group.value.instance.name)"
    }
  }

  private func machines(of cell: ResolvedCell) -> [Prose] {
    let groups: [Prose] = cell.cluster.nodeGroups.map { group in
      let most =
        group.value.count.minimum == group.value.count.maximum
        ? "" : ", by hand up to \(group.value.count.maximum)"
      return """
        \(group.value.count.minimum) × \(code: group.value.instance.name) \
        (\(group.value.name)\(most))
        """
    }
    guard let karpenter = cell.cluster.karpenter else { return groups }
    let capacity = karpenter.value.capacity.map(\.rawValue).joined(separator: " and ")
    let limits = karpenter.value.limits.map(\.words).joined(separator: " and ")
    return groups + [
      limits.isEmpty
        ? "Karpenter's as pods need them, \(capacity)"
        : "Karpenter's as pods need them, \(capacity), at most \(limits)"
    ]
  }

  private func row(of service: ResolvedService, in cell: ResolvedCell) -> [Prose] {
    let contract = service.name.contract
    let form: Prose =
      switch service.form {
      case .pods: "\(pods(of: service))\(budget(of: service))"
      case .lambda(let every): "function, every \(every.description)"
      }
    let compute = contract.compute
    return [
      "\(code: contract.workload)", form,
      """
      \(compute.cpuRequest.description) to \(compute.cpuLimit.description) CPU, \
      \(compute.memoryRequest.description) to \(compute.memoryLimit.description)
      """,
      "\(code: "\(cell.scope.imageRepository(of: service.name)):\(cell.release.value)")",
      "\(code: cell.scope.role(of: service.name))",
      "\(code: cell.scope.logGroup(of: service.name))",
    ]
  }

  /// What may be taken away of the pods while machines are drained.
  private func budget(of service: ResolvedService) -> String {
    switch service.disruption?.value {
    case .minAvailable(let count): "; at least \(count) stay while machines are drained"
    case .maxUnavailable(let count): "; at most \(count) away while machines are drained"
    case nil: ""
    }
  }

  private func pods(of service: ResolvedService) -> String {
    let count = span(service.replicas)
    guard service.replicas.minimum < service.replicas.maximum else {
      return counted(service.replicas.minimum, "pod")
    }
    return switch service.name.contract.autoscaling {
    case .utilization(let cpu, let memory):
      "\(count) pods, by CPU (\(cpu)%) and memory (\(memory)%)"
    case .queueDepth(let queue, let messages):
      "\(count) pods, one for every \(messages) messages of \(queue.name)"
    case nil: "\(count) pods"
    }
  }
}
