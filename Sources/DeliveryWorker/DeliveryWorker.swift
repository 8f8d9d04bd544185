import AlertStores
public import CellContract
public import Foundation
public import Logging
public import ServiceLifecycle
public import ServiceRuntime
public import Twilio

/// The delivery worker: takes alerts from the queue, divides them into batches, and sends what is in
/// these, each delivery once.
///
/// The queue says that there is something to do and brings as many workers as it takes; the database
/// says what is next, and each delivery's item says how far it is.
public struct DeliveryWorker: Service {
  let services: WorkerServices
  let lane: QueueLane

  /// The worker on its resources; `now` is the clock.
  public init(
    _ live: Live<WorkerResources>, cell: String, twilio: TwilioClient,
    limits: WorkerLimits = WorkerLimits(), metrics: MetricRecorder, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    let database = try live.database
    services = WorkerServices(
      cell: cell, alerts: AlertStore(database, cell: cell), recipients: RecipientStore(database),
      deliveries: DeliveryStore(try live.deliveries), plans: DeliveryPlans(database, cell: cell),
      batches: DeliveryBatches(database, cell: cell), pace: SenderPace(database),
      status: try live.deliveryStatus, account: Account(secret: try live.twilio), twilio: twilio,
      callbacks: try live.callbacks + CallbackPath.twilioStatus, limits: limits, metrics: metrics,
      logger: logger, stop: Stop(), now: now)
    let deadLetters = DeadLetters(queue: try live.deadLetters, logger: logger)
    lane = QueueLane(
      work: try live.work, declared: WorkerResources().work, fanOut: try live.fanOut,
      deadLetters: deadLetters,
      batchWork: BatchWork(services: services, deadLetters: deadLetters), services: services)
  }

  /// Works until the service ends; what was begun is brought to an end before.
  public func run() async throws {
    await withGracefulShutdownHandler {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<services.limits.lanes { group.addTask { await lane.run() } }
        group.addTask { await DatabaseLane(lane: lane, services: services).run() }
      }
    } onGracefulShutdown: {
      services.stop.ask()
    }
  }
}
