import CellContract
import CellPrimitives
import Testing

@Suite struct ServiceContractTests {
  @Test(arguments: ServiceName.allCases)
  func `a service answers on port 8000, and its liveness is a path of its own`(
    service: ServiceName
  ) {
    let contract = service.contract
    #expect(contract.name == service)
    #expect(contract.port == 8000)
    #expect(contract.health.liveness == "/livez")
    #expect(contract.health.readiness == "/readyz")
    #expect(contract.health.health == "/health")
  }

  @Test func `the API has the figures of the overview`() {
    let contract = ServiceName.api.contract
    #expect("\(contract.compute.cpuRequest) \(contract.compute.cpuLimit)" == "250m 500m")
    #expect("\(contract.compute.memoryRequest) \(contract.compute.memoryLimit)" == "256Mi 512Mi")
    #expect(contract.replicas == 2...10)
    #expect(contract.autoscaling == .utilization(cpuPercent: 70, memoryPercent: 80))
  }

  @Test func `the worker scales by its queue, and the poller not at all`() {
    #expect(
      ServiceName.worker.contract.autoscaling
        == .queueDepth(.alertProcessing, messagesPerPod: 50))
    #expect(ServiceName.worker.contract.replicas == 2...20)
    #expect(ServiceName.poller.contract.autoscaling == nil)
    #expect(ServiceName.poller.contract.replicas == 1...1)
  }

  /// The overview's alarm tells people and adds workers at the same depth.
  @Test func `a backlog asks for more workers than always run`() throws {
    let contract = ServiceName.worker.contract
    guard case .queueDepth(.alertProcessing, let messages) = contract.autoscaling else {
      Issue.record("the worker does not scale by its queue")
      return
    }
    func asked(at depth: Int) -> Int { (depth + messages - 1) / messages }
    #expect(asked(at: Queue.backlog) <= contract.replicas.lowerBound)
    #expect(asked(at: Queue.backlog + 1) > contract.replicas.lowerBound)
  }

  @Test func `only what may run once at a time is a singleton`() {
    #expect(ServiceName.allCases.filter(\.contract.isSingleton) == [.poller])
  }

  @Test(arguments: ServiceName.allCases)
  func `requests fit into limits, and what scales has room to`(service: ServiceName) {
    let contract = service.contract
    #expect(contract.compute.cpuRequest <= contract.compute.cpuLimit)
    #expect(contract.compute.memoryRequest <= contract.compute.memoryLimit)
    #expect((contract.replicas.count > 1) == (contract.autoscaling != nil))
    if contract.isSingleton { #expect(contract.replicas == 1...1) }
    if case .queueDepth(let queue, _) = contract.autoscaling {
      #expect(contract.environment.map(\.value).contains(.queueURL(queue)))
    }
  }

  @Test func `only the poller is ever done with its work`() {
    #expect(ServiceName.allCases.filter(\.contract.worksInRounds) == [.poller])
  }

  @Test func `no metric stands twice, for a dashboard reads it by its name`() {
    let names = ServiceName.allCases.flatMap { $0.contract.metrics.map(\.name) }
    #expect(Set(names).count == names.count)
    #expect(Metric.namespace == "BizComms")
  }

  @Test func `services come in the order of their names`() {
    #expect(ServiceName.allCases.sorted().map(\.rawValue) == ["api", "poller", "worker"])
  }
}
