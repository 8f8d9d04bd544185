import CellContract
import CellDescription
import CellModel
import CellPrimitives
import Foundation
import SourceLocations

/// What a cell is made of, for `list` and `show`.
struct CellSummary: Encodable {
  let name: String
  let environment: String
  let account: String
  let region: String
  let role: String
  let network: String
  let zones: [String]
  let hostName: String
  let cluster: String
  let kubernetes: String
  let nodeGroups: [NodeGroup]
  let karpenter: Karpenter?
  let fargateNamespaces: [String]
  let release: String
  let services: [Service]
  let databases: [Database]
  let queues: [String]
  let topics: [String]
  let rateLimit: RateLimit
  /// Of the paths where providers report.
  let callbackRateLimit: RateLimit
  let logRetentionDays: Int?
  let debugRetentionDays: Int?
  /// The least that services write.
  let logLevel: String
  /// How many of the lines below `INFO` they write.
  let debugSamplingPercent: Int
  let place: Report.Place

  /// Machines of the cluster.
  struct NodeGroup: Encodable {
    let name: String
    let instance: String
    let minimum: Int
    let maximum: Int
  }

  /// Machines that come and go.
  struct Karpenter: Encodable {
    let capacity: [String]
    let limits: [String]
  }

  /// The most requests of one address that the firewall lets through.
  struct RateLimit: Encodable {
    let requests: Int
    let seconds: Int

    init(_ limit: WAF.RateLimit) {
      requests = limit.requests
      seconds = limit.period.seconds
    }

    var text: String { "\(requests) requests in \(seconds) s from one address" }
  }

  /// A service that runs in the cell.
  struct Service: Encodable {
    let name: String
    /// Seconds between two runs of a function; nil for pods.
    let everySeconds: Int?
    let image: String
    let roleARN: String
    let minimumReplicas: Int
    let maximumReplicas: Int
    /// How many pods may be moved at once, or have to stay; nil where nothing says.
    let disruptionBudget: DisruptionBudget?
  }

  /// One of the two: a number of pods, or a part of all: `1`, `25%`.
  struct DisruptionBudget: Encodable {
    let minAvailable: String?
    let maxUnavailable: String?

    var text: String {
      [
        minAvailable.map { "at least \($0) available" },
        maxUnavailable.map { "at most \($0) unavailable" },
      ].compactMap { $0 }.joined()
    }
  }

  /// The cell's cluster of a database.
  struct Database: Encodable {
    let name: String
    let engine: String
    let instance: String
    let instances: Int
    /// Whether its data is the environment's and not only the cell's.
    let isShared: Bool
    let backups: Backups
    let maintenance: Maintenance
  }

  /// When a database is backed up every day, in UTC: `07:00`.
  struct Backups: Encodable {
    let start: String
    let end: String
    /// How long a point in time can be restored; nil where the environment decides.
    let retentionDays: Int?
  }

  /// When a database is maintained every week, in UTC.
  struct Maintenance: Encodable {
    /// `monday`; the window may end on the day after it.
    let day: String
    let start: String
    let end: String
  }

  /// Summarizes `cell`, with its place relative to `directory`.
  init(
    _ cell: ResolvedCell, in environment: ResolvedEnvironment, relativeTo directory: String
  ) {
    name = cell.name
    self.environment = environment.name
    account = environment.scope.account.digits
    region = cell.region.name
    role = cell.role.value.word
    network = cell.network.cidr.value.description
    zones = cell.network.zoneIDs
    hostName = environment.hostName(of: cell)
    cluster = cell.scope.cluster
    kubernetes = cell.cluster.version.value.description
    nodeGroups = cell.cluster.nodeGroups.map { group in
      NodeGroup(
        name: group.value.name, instance: group.value.instance.name,
        minimum: group.value.count.minimum, maximum: group.value.count.maximum)
    }
    karpenter = cell.cluster.karpenter.map { karpenter in
      Karpenter(
        capacity: karpenter.value.capacity.map(\.rawValue),
        limits: karpenter.value.limits.map(said(of:)))
    }
    fargateNamespaces = cell.cluster.fargate?.value.namespaces ?? []
    release = cell.release.value
    services = cell.cluster.services.map { service in
      Service(
        name: service.value.name.contract.workload,
        everySeconds: service.value.form.interval?.seconds,
        image: "\(cell.scope.imageRepository(of: service.value.name)):\(cell.release.value)",
        roleARN: cell.scope.roleARN(of: service.value.name),
        minimumReplicas: service.value.replicas.minimum,
        maximumReplicas: service.value.replicas.maximum,
        disruptionBudget: service.value.disruption.map { DisruptionBudget($0.value) })
    }
    let shared = environment.databases.map(\.value).filter { cell.shares($0.database) }
    databases =
      shared.map { Database($0, of: cell, in: environment, isShared: true) }
      + cell.databases.map { Database($0.value, of: cell, in: environment, isShared: false) }
    queues = Queue.all.flatMap { [cell.scope.name(of: $0), cell.scope.deadLetterName(of: $0)] }
    topics = Topic.all.map { cell.scope.name(of: $0) }
    rateLimit = RateLimit(cell.firewall.value.rateLimit)
    callbackRateLimit = RateLimit(cell.firewall.value.callbackRateLimit)
    logRetentionDays = cell.observability.logRetention.value.wholeDays
    debugRetentionDays = cell.observability.debugRetention.value.wholeDays
    logLevel = cell.observability.logLevel.value.rawValue
    debugSamplingPercent = cell.observability.debugSampling.value.percent
    place = Report.Place(cell.location, relativeTo: directory)
  }

  /// The cell in lines of `label  value`.
  var text: String {
    var lines = [
      ("cell", name), ("declared at", "\(place.file):\(place.line)"),
      ("environment", "\(environment), account \(account)"), ("region", region), ("role", role),
      ("host name", hostName), ("network", "\(network) in \(zones.joined(separator: ", "))"),
      ("cluster", "\(cluster), Kubernetes \(kubernetes)"),
    ]
    lines += nodeGroups.map { group in
      ("machines", "\(group.name): \(span(group.minimum, group.maximum)) \(group.instance)")
    }
    if let karpenter {
      let capacity = karpenter.capacity.joined(separator: ", ")
      let limits = karpenter.limits.map { ", at most \($0)" }.joined()
      lines.append(("machines", "Karpenter: \(capacity)\(limits)"))
    }
    if !fargateNamespaces.isEmpty {
      lines.append(("fargate", fargateNamespaces.joined(separator: ", ")))
    }
    for service in services {
      let replicas = span(service.minimumReplicas, service.maximumReplicas)
      let budget = service.disruptionBudget.map { ", \($0.text)" } ?? ""
      let form =
        service.everySeconds.map { "a function every \($0) s" } ?? "replicas \(replicas)\(budget)"
      lines += [
        ("service", "\(service.name), \(form)"), ("  image", service.image),
        ("  role", service.roleARN),
      ]
    }
    for database in databases {
      let instances = counted(database.instances, "\(database.instance) instance")
      let kind = "\(database.engine), \(instances)\(database.isShared ? ", shared" : "")"
      lines += [
        ("database", "\(database.name): \(kind)"), ("  backups", database.backups.text),
        ("  maintenance", database.maintenance.text),
      ]
    }
    lines += queues.map { ("queue", $0) } + topics.map { ("topic", $0) }
    lines += [
      ("firewall", rateLimit.text),
      ("firewall", "\(callbackRateLimit.text) to \(CallbackPath.prefix)"),
    ]
    if let logRetentionDays, let debugRetentionDays {
      let debug = counted(debugRetentionDays, "day")
      lines.append(("logs", "kept \(counted(logRetentionDays, "day")), debug lines \(debug)"))
    }
    lines.append(
      (
        "logs",
        "\(logLevel) and above, and of lines below \(LogLevel.info.rawValue) \(debugSamplingPercent) %"
      ))
    return TextTable(rows: lines.map { [$0.0, $0.1] }).text
  }
}

/// `1000 cores`
private func said(of limit: Karpenter.Limit) -> String {
  switch limit {
  case .cpu(let cores): counted(Int(cores), "core")
  case .memory(let memory): memory.description
  }
}

extension Run.Form {
  fileprivate var interval: Period? {
    switch self {
    case .pods: nil
    case .lambda(let interval): interval
    }
  }
}

/// `2–6`, or `2` for a range of one number.
private func span(_ minimum: Int, _ maximum: Int) -> String {
  minimum == maximum ? "\(maximum)" : "\(minimum)–\(maximum)"
}

extension CellSummary.DisruptionBudget {
  fileprivate init(_ budget: DisruptionBudget) {
    switch budget {
    case .minAvailable(let count):
      self.init(minAvailable: count.description, maxUnavailable: nil)
    case .maxUnavailable(let count):
      self.init(minAvailable: nil, maxUnavailable: count.description)
    }
  }
}

extension CellSummary.Database {
  fileprivate init(
    _ database: ResolvedDatabase, of cell: ResolvedCell, in environment: ResolvedEnvironment,
    isShared: Bool
  ) {
    let windows = database.windows
    self.init(
      name: cell.scope.name(of: database.database),
      engine: "Aurora PostgreSQL \(database.version)", instance: database.instance.name,
      instances: database.instanceCount, isShared: isShared,
      backups: CellSummary.Backups(
        start: windows.backup.start.description, end: windows.backup.end.description,
        retentionDays: database.backupRetention?.wholeDays),
      maintenance: CellSummary.Maintenance(
        day: environment.maintenanceDay(of: database, in: cell).rawValue,
        start: windows.maintenance.start.description, end: windows.maintenance.end.description))
  }
}

extension CellSummary.Backups {
  fileprivate var text: String {
    let kept = retentionDays.map { ", kept \(counted($0, "day"))" } ?? ""
    return "every day \(start)–\(end) UTC\(kept)"
  }
}

extension CellSummary.Maintenance {
  fileprivate var text: String { "every \(day.capitalized) \(start)–\(end) UTC" }
}
