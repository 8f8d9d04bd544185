import CellPrimitives
import Foundation
import ServiceRuntime
import Synchronization
import Testing

@testable import CellContract
@testable import DeliveryWorker

/// How long a message is held before it is hidden anew.
@Suite struct RenewalTests {
  /// A queue that counts how often a message is hidden.
  private final class CountingQueue: QueueConsumer {
    private let durations = Mutex<[Duration]>([])
    var hidden: [Duration] { durations.withLock { $0 } }

    func receive(maximum: Int, wait: Duration) async throws -> [QueueMessage] { [] }
    func delete(_ message: QueueMessage) async throws {}
    func hide(_ message: QueueMessage, for duration: Duration) async throws {
      durations.withLock { $0.append(duration) }
    }
  }

  @Test func `the worker takes its pace from its declaration, and from nothing else`() async throws
  {
    try await Workshop.with { shop in
      #expect(shop.lane.declared == WorkerResources().work)
      let queue = CountingQueue()
      let lane = QueueLane(
        work: queue, declared: .consume(.alertProcessing, handling: .seconds(1)),
        fanOut: shop.lane.fanOut, deadLetters: shop.lane.deadLetters,
        batchWork: shop.lane.batchWork, services: shop.lane.services)
      let message = QueueMessage(id: "1", receipt: "1", text: "", receiveCount: 1)
      let began = ContinuousClock.now
      try await lane.hiding(message) {
        while queue.hidden.count < 2 { try await Task.sleep(for: .milliseconds(20)) }
      }
      let time = began.duration(to: .now)
      #expect(time >= .seconds(2) && time < .seconds(9), "a renewal every second took \(time)")
      #expect(Set(queue.hidden) == [.seconds(30)])
    }
  }
}
