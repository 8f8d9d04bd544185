import CellPrimitives

extension ServiceContract {
  /// The alert API: figures of the overview, "API Service".
  static let api = ServiceContract(
    name: .api, uses: APIResources.declared, port: 8000, health: .standard,
    compute: ComputeResources(
      cpuRequest: .millicores(250), cpuLimit: .millicores(500),
      memoryRequest: .mebibytes(256), memoryLimit: .mebibytes(512)),
    replicas: 2...10, isSingleton: false,
    autoscaling: .utilization(cpuPercent: 70, memoryPercent: 80),
    metrics: [
      .requestCount, .requestDuration, .clientErrorCount, .serverErrorCount, .activeConnections,
      .deliveriesDelivered, .deliveriesUndelivered,
    ],
    migration: MigrationContract(of: .api, using: MigrationResources.self))

  /// The delivery worker; it scales by the depth of its queue, not by CPU.
  ///
  /// A pod for every 50 messages: at ``Queue/backlog`` the two that always run have their share, and
  /// what is above it asks for a third.
  static let worker = ServiceContract(
    name: .worker, uses: WorkerResources.declared, port: 8000, health: .standard,
    compute: ComputeResources(
      cpuRequest: .millicores(250), cpuLimit: .millicores(500),
      memoryRequest: .mebibytes(256), memoryLimit: .mebibytes(512)),
    replicas: 2...20, isSingleton: false,
    autoscaling: .queueDepth(.alertProcessing, messagesPerPod: 50),
    metrics: [.messagesProcessed, .processingDuration, .deliveriesSent, .deliveriesFailed])

  /// The Hacker News poller: one pod, because a second would only wait for the lease.
  static let poller = ServiceContract(
    name: .poller, uses: PollerResources.declared, port: 8000, health: .standard,
    compute: ComputeResources(
      cpuRequest: .millicores(100), cpuLimit: .millicores(250),
      memoryRequest: .mebibytes(128), memoryLimit: .mebibytes(256)),
    replicas: 1...1, isSingleton: true, autoscaling: nil,
    metrics: [.storiesPosted, .pollDuration, .pollFailures])
}
