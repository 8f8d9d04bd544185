import CellContract
import CellPrimitives
import SourceLocations

extension Rule {
  /// A queue hides a message for twice as long as whoever received it holds it.
  ///
  /// A message that comes back while it is worked on is worked on twice, and counted as failed at last.
  /// With half of the time to spare, one renewal may be late; a queue that hides for a second leaves room
  /// for none, because `handling` is a second at least. Source: SQS Developer Guide, "Processing messages
  /// in a timely manner", 2026-11: two minutes, renewed every minute
  /// (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/best-practices-processing-messages-timely-manner.html).
  /// A function that Lambda feeds from a queue would need six times its time limit ("Configuring a queue
  /// to use with Lambda", docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html, 2026-11);
  /// functions here work in rounds and are fed by none.
  static let visibility = Rule(
    "visibility", "queues hide messages for twice as long as their services hold them",
    guards: [
      GuardedArgument(
        "aws_sqs_queue", "visibility_timeout_seconds",
        instead: "`visibilityTimeout:` of the queue, in CellContract")
    ]
  ) { fleet, _ in
    visibilityProblems(in: fleet) { $0.contract.uses }
  }
}

/// Messages that services of `fleet` hold for too long, each as `uses` says that it declares.
///
/// The declaration is no part of `cells/`, and a queue that hides messages for longer may be what is
/// wanted: so the fix is in words.
func visibilityProblems(
  in fleet: ResolvedFleet, uses: (ServiceName) -> [DeclaredUse]
) -> [Diagnostic] {
  let running = fleet.environments.flatMap(\.cells).flatMap(\.cluster.services).map(\.value.name)
  return Set(running).sorted().flatMap { service in
    uses(service).compactMap { problem(with: $0, of: service) }
  }
}

private func problem(with use: DeclaredUse, of service: ServiceName) -> Diagnostic? {
  guard let access = use.access as? ConsumeAccess else { return nil }
  let handling = access.handling.seconds
  let visibility = access.queue.visibilityTimeout
  let most = visibility.seconds / 2
  guard handling < 1 || handling > most else { return nil }
  let nearest = min(max(1, handling), most)
  let fix: Fix =
    most < 1
    ? "let the queue hide messages for 2 seconds or longer"
    : "declare `handling: .seconds(\(nearest))` here, or let the queue hide messages for longer"
  return Diagnostic(
    .error, rule: "visibility", at: use.location,
    "\(service) holds messages of \(access.queue.name) for \(access.handling), and the queue hides "
      + "them for \(visibility); it takes 1 second to half of that",
    fix: fix)
}
