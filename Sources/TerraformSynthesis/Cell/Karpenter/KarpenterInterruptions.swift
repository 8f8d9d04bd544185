import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// The queue from which Karpenter learns that a machine is taken back, and what fills it.
  ///
  /// Source: Karpenter 1, "CloudFormation", "Interruption Handling", 2026-11: a message is of use for
  /// five minutes.
  mutating func addInterruptions(
    of cell: ResolvedCell, at location: SourceLocation
  ) -> AWS.SQSQueue.Attributes {
    let queue = add(
      Resource(AWS.SQSQueue.self, "interruptions") {
        $0.name = Argument(cell.scope.interruptionQueue)
        $0.messageRetentionSeconds = 300
        $0.sqsManagedSSEEnabled = true
      }, because: "tells Karpenter of machines that AWS takes back, so that pods move in time",
      at: location)
    let policy = policy(
      "interruptions_policy", .interruptions(into: queue, of: cell), at: location)
    add(
      Resource(AWS.SQSQueuePolicy.self, "interruptions") {
        $0.queueURL = queue.id
        $0.policy = policy
      }, because: "events of this account may enter the queue, and only over TLS",
      at: location)
    for interruption in Interruption.allCases {
      add(interruption, of: cell, into: queue, at: location)
    }
    return queue
  }

  private mutating func add(
    _ interruption: Interruption, of cell: ResolvedCell, into queue: AWS.SQSQueue.Attributes,
    at location: SourceLocation
  ) {
    let (source, detailType) = interruption.event
    let block = blockName(interruption.rawValue)
    let pattern = encoded(
      "\(block)_pattern",
      ["detail-type": [.string(detailType)], "source": [.string(source)]], at: location)
    let rule = add(
      Resource(AWS.CloudWatchEventRule.self, block) {
        $0.name = Argument(cell.scope.rule(of: interruption))
        $0.description = Argument("\(detailType): for Karpenter in \(cell.name)")
        $0.eventPattern = pattern
      }, because: "picks the events of one kind that Karpenter acts on",
      at: location)
    add(
      Resource(AWS.CloudWatchEventTarget.self, block) {
        $0.rule = rule.name
        $0.targetID = "karpenter"
        $0.arn = queue.arn
      }, because: "puts these events into Karpenter's queue",
      at: location)
  }
}

extension IAMPolicy {
  /// The cell's own rules may send, and SQS what it moves by itself; nobody does anything in clear
  /// text.
  ///
  /// `sqs:*` and anybody stand in the statement that denies: there they leave no gap.
  /// Source: Karpenter 1, "CloudFormation", `KarpenterInterruptionQueuePolicy`; SQS Developer Guide,
  /// "Enforce encryption of data in transit", 2026-11.
  fileprivate static func interruptions(
    into queue: AWS.SQSQueue.Attributes, of cell: ResolvedCell
  ) -> Self {
    let account = cell.scope.environment.account.digits
    let rules = Interruption.allCases.map { interruption -> Argument<String> in
      let name = cell.scope.rule(of: interruption)
      return Argument("arn:aws:events:\(cell.region.name):\(account):rule/\(name)")
    }
    return IAMPolicy(
      Statement(
        effect: "Deny", principal: ("AWS", "*"), actions: ["sqs:*"], resources: [queue.arn],
        conditions: [.init("Bool", "aws:SecureTransport", "false")]),
      Statement(
        principal: ("Service", "events.amazonaws.com"), actions: ["sqs:SendMessage"],
        resources: [queue.arn],
        conditions: [.init("ArnEquals", "aws:SourceArn", anyOf: rules)]),
      Statement(
        principal: ("Service", "sqs.amazonaws.com"), actions: ["sqs:SendMessage"],
        resources: [queue.arn],
        conditions: [.init("StringEquals", "aws:SourceAccount", Argument(account))]))
  }
}
