import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's topics and queues: each queue subscribes to its topic and fails into one of its own.
///
/// One key encrypts them all. Whoever may use a topic or a queue may use the key through it, so no
/// service's policy has to name the key.
struct MessagingComponent {
  private(set) var component: TerraformComponent
  private let key: AWS.KMSKey.Attributes
  private let cell: ResolvedCell
  private var location: SourceLocation { cell.location }

  init(_ cell: ResolvedCell, of environment: ResolvedEnvironment) {
    self.cell = cell
    var component = TerraformComponent("messaging", of: .cell(cell), owner: cell.name)
    key = component.addKey(
      "messaging", for: "Messages of \(cell.name)", alias: cell.scope.messagingKeyAlias,
      users: cell.messagingKeyUsers, of: environment, at: cell.location)
    self.component = component
    var topics: [Topic: AWS.SNSTopic.Attributes] = [:]
    for topic in Topic.all { topics[topic] = add(topic) }
    for queue in Queue.all {
      guard let topic = topics[queue.subscription] else { continue }
      add(queue, of: topic)
    }
  }

  private mutating func add(_ topic: Topic) -> AWS.SNSTopic.Attributes {
    let name = blockName(topic.name)
    let attributes = component.add(
      Resource(AWS.SNSTopic.self, name) {
        $0.name = Argument(cell.scope.name(of: topic))
        $0.kmsMasterKeyID = key.arn
      }, because: "the topic \(topic.name) of the contract: publishers know it, not who listens",
      at: location)
    let policy = component.policy(
      "\(name)_topic_policy",
      IAMPolicy(
        .topicOwnership(of: attributes.arn, by: cell.scope.environment.account),
        .refusalWithoutTLS(of: ["sns:Publish"], on: attributes.arn)), at: location)
    component.add(
      Resource(AWS.SNSTopicPolicy.self, name) {
        $0.arn = attributes.arn
        $0.policy = policy
      }, because: "who may publish to the topic, and only over TLS",
      at: location)
    return attributes
  }

  private mutating func add(_ queue: Queue, of topic: AWS.SNSTopic.Attributes) {
    let name = blockName(queue.name)
    let deadLetters = addDeadLetters(of: queue, topic)
    let redrive = component.encoded(
      "\(name)_redrive",
      [
        "deadLetterTargetArn": deadLetters.arn.json,
        "maxReceiveCount": .integer(queue.maximumReceives),
      ], at: location)
    let attributes = component.add(
      Resource(AWS.SQSQueue.self, name) {
        $0.name = Argument(cell.scope.name(of: queue))
        $0.visibilityTimeoutSeconds = Argument(queue.visibilityTimeout.seconds)
        $0.messageRetentionSeconds = Argument(queue.retention.seconds)
        $0.receiveWaitTimeSeconds = 20
        $0.redrivePolicy = redrive
        encrypt(&$0)
      },
      because: "the queue \(queue.name) of the contract: keeps messages until a service has"
        + " dealt with them",
      at: location)
    addPolicy(of: attributes, name, topic)
    subscribe(name, attributes, deadLetters, to: topic)
    component.output(
      "\(name)_queue_url", attributes.url, description: "URL of the queue \(queue.name)",
      at: location)
  }

  private mutating func addDeadLetters(
    of queue: Queue, _ topic: AWS.SNSTopic.Attributes
  ) -> AWS.SQSQueue.Attributes {
    let name = blockName(queue.deadLetterName)
    let deadLetters = component.add(
      Resource(AWS.SQSQueue.self, name) {
        $0.name = Argument(cell.scope.deadLetterName(of: queue))
        $0.messageRetentionSeconds = Argument(queue.deadLetterRetention.seconds)
        encrypt(&$0)
      }, because: "keeps messages of \(queue.name) that failed too often, for people to look at",
      at: location)
    let source = cell.scope.queueARN(cell.scope.name(of: queue))
    let allow = component.encoded(
      "\(name)_redrive_allow",
      ["redrivePermission": "byQueue", "sourceQueueArns": [.string(source)]], at: location)
    component.add(
      Resource(AWS.SQSQueueRedriveAllowPolicy.self, name) {
        $0.queueURL = deadLetters.id
        $0.redriveAllowPolicy = allow
      }, because: "only the queue \(queue.name) may leave its failed messages here",
      at: location)
    addPolicy(of: deadLetters, name, topic)
    return deadLetters
  }

  /// A key that is taken away stops the queue as soon as the last data key is five minutes old.
  ///
  /// Five minutes are SQS's default; longer ones save calls of KMS that our traffic does not cost.
  /// Source: SQS Developer Guide, "Key management", data key reuse period, 2026-11.
  private func encrypt(_ queue: inout AWS.SQSQueue) {
    queue.kmsMasterKeyID = key.arn
    queue.kmsDataKeyReusePeriodSeconds = 300
  }

  /// Nobody but the topic gets in by this policy; a service that sends does so by its own role's.
  private mutating func addPolicy(
    of queue: AWS.SQSQueue.Attributes, _ name: String, _ topic: AWS.SNSTopic.Attributes
  ) {
    let delivery = IAMPolicy.Statement(
      principal: ("Service", "sns.amazonaws.com"), actions: ["sqs:SendMessage"],
      resources: [queue.arn],
      conditions: [.init("ArnEquals", "aws:SourceArn", topic.arn)])
    let policy = component.policy(
      "\(name)_policy",
      IAMPolicy(delivery, .refusalWithoutTLS(of: ["sqs:*"], on: queue.arn)), at: location)
    component.add(
      Resource(AWS.SQSQueuePolicy.self, name) {
        $0.queueURL = queue.id
        $0.policy = policy
      }, because: "who may put messages in, and only over TLS",
      at: location)
  }

  /// The topic's messages arrive as they were published, without SNS's envelope.
  ///
  /// What SNS can't deliver at all is kept where failed messages are looked for, instead of being
  /// lost. Source: SNS Developer Guide, "Amazon SNS dead-letter queues", 2026-11.
  private mutating func subscribe(
    _ name: String, _ queue: AWS.SQSQueue.Attributes, _ deadLetters: AWS.SQSQueue.Attributes,
    to topic: AWS.SNSTopic.Attributes
  ) {
    let undelivered = component.encoded(
      "\(name)_undelivered", ["deadLetterTargetArn": deadLetters.arn.json], at: location)
    component.add(
      Resource(AWS.SNSTopicSubscription.self, name) {
        $0.topicARN = topic.arn
        $0.protocol = "sqs"
        $0.endpoint = queue.arn
        $0.rawMessageDelivery = true
        $0.redrivePolicy = undelivered
      }, because: "puts a copy of each message of the topic into the queue",
      at: location)
  }
}
