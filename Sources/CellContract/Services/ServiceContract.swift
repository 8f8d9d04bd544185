public import CellPrimitives

/// What infrastructure and a service agree on.
public struct ServiceContract: Sendable {
  /// The Kubernetes namespace of all services.
  public static let namespace = "bizcomms"

  /// Which service.
  public let name: ServiceName
  /// What it may use.
  public let uses: [DeclaredUse]
  /// TCP port of its HTTP server; services without an API answer health checks there.
  public let port: Int
  /// Paths of the health checks.
  public let health: HealthPaths
  /// CPU and memory of one pod.
  public let compute: ComputeResources
  /// Replicas where the cells don't say: a fixed number or what the autoscaler may choose from.
  public let replicas: ClosedRange<Int>
  /// Whether two pods may run at once.
  public let isSingleton: Bool
  /// What the autoscaler watches, for services that scale.
  public let autoscaling: AutoscalingTarget?
  /// Metrics that the service emits itself.
  public let metrics: [Metric]
  /// What its program does to the database before a release; nil for most.
  public let migration: MigrationContract?
  /// Variables that the chart sets, each key once, sorted by key.
  public let environment: [EnvironmentVariable]
  /// Statements of the service's role: one for each resource, with the actions of all its uses.
  public let statements: [PolicyStatement]

  init(
    name: ServiceName, uses: [DeclaredUse], port: Int, health: HealthPaths,
    compute: ComputeResources, replicas: ClosedRange<Int>, isSingleton: Bool,
    autoscaling: AutoscalingTarget?, metrics: [Metric], migration: MigrationContract? = nil
  ) {
    self.name = name
    self.uses = uses
    self.port = port
    self.health = health
    self.compute = compute
    self.replicas = replicas
    self.isSingleton = isSingleton
    self.autoscaling = autoscaling
    self.metrics = metrics
    self.migration = migration
    environment = uses.environment
    statements = uses.statements
  }

  /// Name of image, deployment, service account and label `app`: `bizcomms-api`.
  public var workload: String { "bizcomms-\(name.rawValue)" }

  /// Where other pods of the cluster reach the service.
  public var clusterURL: String {
    "http://\(workload).\(Self.namespace).svc.cluster.local:\(port)"
  }
}

/// What one statement of a policy is about.
private struct Subject: Hashable {
  let resource: ResourceName
  let viaService: String?
}

extension [DeclaredUse] {
  /// Each variable once, sorted by key.
  var environment: [EnvironmentVariable] {
    Set(flatMap(\.access.environment)).sorted { $0.key < $1.key }
  }

  /// One for each resource, with the actions of all uses.
  var statements: [PolicyStatement] {
    var subjects: [Subject] = []
    var actions: [Subject: Set<String>] = [:]
    for statement in flatMap(\.access.statements) {
      let subject = Subject(resource: statement.resource, viaService: statement.viaService)
      if actions[subject] == nil { subjects.append(subject) }
      actions[subject, default: []].formUnion(statement.actions)
    }
    return subjects.map { subject in
      PolicyStatement(
        (actions[subject] ?? []).sorted(), on: subject.resource, viaService: subject.viaService)
    }
  }
}

/// Paths on which a service says how it is.
public struct HealthPaths: Sendable, Hashable {
  /// The process works; says nothing about its database, or a database failure would restart pods.
  public let liveness: String
  /// The service can do its work; a pod that can't gets no traffic.
  public let readiness: String
  /// For people and Route 53: 200 while the service as a whole is of use.
  public let health: String

  static let standard = HealthPaths(
    liveness: "/livez", readiness: "/readyz", health: "/health")
}

/// CPU and memory of one pod.
public struct ComputeResources: Sendable, Hashable {
  /// What the scheduler sets aside.
  public let cpuRequest: CPU
  /// Where the kernel throttles.
  public let cpuLimit: CPU
  /// What the scheduler sets aside.
  public let memoryRequest: Memory
  /// Where the kernel kills.
  public let memoryLimit: Memory
}

/// What the autoscaler of a service watches.
public enum AutoscalingTarget: Sendable, Hashable {
  /// Mean utilization of the pods, in percent of what they request.
  case utilization(cpuPercent: Int, memoryPercent: Int)
  /// Messages that wait in a queue, for each pod.
  case queueDepth(Queue, messagesPerPod: Int)
}
