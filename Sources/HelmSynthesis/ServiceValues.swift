import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import YAMLDocument

/// The values of one service in one cell.
struct ServiceValues {
  private let service: ResolvedService
  private let contract: ServiceContract
  private let cell: ResolvedCell
  private let hostName: String
  private let migration: MigrationContract?

  init(
    _ service: ResolvedService, in cell: ResolvedCell, hostName: String,
    migration: MigrationContract?
  ) {
    self.hostName = hostName
    self.migration = migration
    self.service = service
    contract = service.name.contract
    self.cell = cell
  }

  var yaml: YAMLValue {
    .mapping(
      [
        YAMLMember("name", .string(contract.workload)),
        YAMLMember("labels", ["app": .string(contract.workload)]),
        YAMLMember("image", image),
        YAMLMember(
          "serviceAccount",
          account(contract.workload, role: cell.scope.roleARN(of: service.name))),
      ] + scaling + disruption + [
        YAMLMember("port", .integer(contract.port)),
        YAMLMember(
          "env",
          environment(
            contract.environment, and: [RuntimeVariable.port.rawValue: String(contract.port)])),
        YAMLMember("resources", resources),
        YAMLMember(
          "livenessProbe",
          probe(contract.health.liveness, initialDelaySeconds: 30, periodSeconds: 10)),
        YAMLMember(
          "readinessProbe",
          probe(contract.health.readiness, initialDelaySeconds: 10, periodSeconds: 5)),
      ] + migrating)
  }

  /// The job that runs before a release, from the service's image and with its resources.
  private var migrating: [YAMLMember] {
    guard let migration else { return [] }
    return [
      YAMLMember(
        "migration",
        [
          "name": .string(migration.workload),
          "args": .sequence(migration.arguments.map(YAMLValue.string)),
          "serviceAccount": account(
            migration.workload, role: cell.scope.roleARN(of: migration)),
          "env": environment(migration.environment),
        ])
    ]
  }

  private var image: YAMLValue {
    [
      "repository": .string(cell.scope.imageRepository(of: service.name)),
      "tag": .string(cell.release.value),
    ]
  }

  /// The annotation by which EKS hands the role's credentials to the pod.
  /// Source: EKS User Guide, "Assign IAM roles to Kubernetes service accounts", 2026-11.
  private func account(_ name: String, role: String) -> YAMLValue {
    ["name": .string(name), "annotations": ["eks.amazonaws.com/role-arn": .string(role)]]
  }

  /// Either a number of replicas or an autoscaler, never both: the two would fight.
  private var scaling: [YAMLMember] {
    let replicas = service.replicas
    guard replicas.minimum < replicas.maximum, let target = contract.autoscaling else {
      return [YAMLMember("replicas", .integer(replicas.maximum))]
    }
    let bounds = [
      YAMLMember("minReplicas", .integer(replicas.minimum)),
      YAMLMember("maxReplicas", .integer(replicas.maximum)),
    ]
    switch target {
    case .utilization(let cpu, let memory):
      return [
        YAMLMember(
          "autoscaling",
          .mapping(
            bounds + [
              YAMLMember("targetCPUUtilizationPercentage", .integer(cpu)),
              YAMLMember("targetMemoryUtilizationPercentage", .integer(memory)),
            ]))
      ]
    case .queueDepth(let queue, let messages):
      return [
        YAMLMember(
          "autoscaling",
          .mapping(
            bounds + [
              YAMLMember("queueURL", .string(cell.scope.url(of: queue))),
              YAMLMember("targetMessagesPerReplica", .integer(messages)),
            ]))
      ]
    }
  }

  /// Pods that don't get ready are moved all the same: a service that is broken anyhow would keep
  /// machines from being drained.
  /// Source: Kubernetes documentation, "Specifying a Disruption Budget for your Application", "Unhealthy
  /// Pod Eviction Policy", 2026-11.
  private var disruption: [YAMLMember] {
    guard let budget = service.disruption?.value else { return [] }
    let bound =
      switch budget {
      case .minAvailable(let count): YAMLMember("minAvailable", yaml(of: count))
      case .maxUnavailable(let count): YAMLMember("maxUnavailable", yaml(of: count))
      }
    let policy = YAMLMember("unhealthyPodEvictionPolicy", .string("AlwaysAllow"))
    return [YAMLMember("podDisruptionBudget", .mapping([bound, policy]))]
  }

  /// A number, or a percentage, which Kubernetes takes as text.
  private func yaml(of count: PodCount) -> YAMLValue {
    switch count {
    case .pods(let number): .integer(Int(number))
    case .percent: .string(count.description)
    }
  }

  private func environment(
    _ variables: [EnvironmentVariable], and own: [String: String] = [:]
  ) -> YAMLValue {
    let declared = variables.map {
      (
        $0.key,
        cell.scope.text(of: $0.value, callingFrom: .cluster, hostName: hostName)
      )
    }
    let all =
      Array(cell.commonVariables) + [("AWS_REGION", cell.region.name)] + Array(own) + declared
    return .sequence(
      all.sorted { $0.0 < $1.0 }.map { key, value in
        ["name": .string(key), "value": .string(value)]
      })
  }

  private var resources: YAMLValue {
    let compute = contract.compute
    return [
      "requests": [
        "cpu": .string(compute.cpuRequest.description),
        "memory": .string(compute.memoryRequest.description),
      ],
      "limits": [
        "cpu": .string(compute.cpuLimit.description),
        "memory": .string(compute.memoryLimit.description),
      ],
    ]
  }

  private func probe(
    _ path: String, initialDelaySeconds: Int, periodSeconds: Int
  ) -> YAMLValue {
    [
      "httpGet": ["path": .string(path), "port": .integer(contract.port)],
      "initialDelaySeconds": .integer(initialDelaySeconds),
      "periodSeconds": .integer(periodSeconds),
    ]
  }
}
