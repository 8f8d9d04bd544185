import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's topics and queues: each queue subscribes to its topic and fails into one of its own.
struct MessagingComponent {
  private(set) var component: TerraformComponent
  private let cell: ResolvedCell
  private var location: SourceLocation { cell.location }

  init(_ cell: ResolvedCell) {
    self.cell = cell
    component = TerraformComponent("messaging", of: .cell(cell), owner: cell.name)
    var topics: [Topic: AWS.SNSTopic.Attributes] = [:]
    for topic in Topic.all { topics[topic] = add(topic) }
    for queue in Queue.all {
      let attributes = add(queue)
      if let topic = topics[queue.subscription] { subscribe(queue, attributes, to: topic) }
      component.output(
        blockName(queue.name, "queue_url"), attributes.url,
        description: "URL of the queue \(queue.name)", at: location)
    }
  }

  private mutating func add(_ topic: Topic) -> AWS.SNSTopic.Attributes {
    component.add(
      Resource(AWS.SNSTopic.self, blockName(topic.name)) {
        $0.name = Argument(cell.scope.name(of: topic))
        $0.kmsMasterKeyID = "alias/aws/sns"
      }, at: location)
  }

  private mutating func add(_ queue: Queue) -> AWS.SQSQueue.Attributes {
    let name = blockName(queue.name)
    let deadLetters = addDeadLetters(of: queue)
    let redrive = component.encoded(
      "\(name)_redrive",
      [
        "deadLetterTargetArn": deadLetters.arn.json,
        "maxReceiveCount": .integer(queue.maximumReceives),
      ], at: location)
    return component.add(
      Resource(AWS.SQSQueue.self, name) {
        $0.name = Argument(cell.scope.name(of: queue))
        $0.visibilityTimeoutSeconds = Argument(queue.visibilityTimeout.seconds)
        $0.messageRetentionSeconds = Argument(queue.retention.seconds)
        $0.receiveWaitTimeSeconds = 20
        $0.sqsManagedSSEEnabled = true
        $0.redrivePolicy = redrive
      }, at: location)
  }

  private mutating func addDeadLetters(of queue: Queue) -> AWS.SQSQueue.Attributes {
    let name = blockName(queue.deadLetterName)
    let deadLetters = component.add(
      Resource(AWS.SQSQueue.self, name) {
        $0.name = Argument(cell.scope.deadLetterName(of: queue))
        $0.messageRetentionSeconds = Argument(queue.deadLetterRetention.seconds)
        $0.sqsManagedSSEEnabled = true
      }, at: location)
    let source = cell.scope.queueARN(cell.scope.name(of: queue))
    let allow = component.encoded(
      "\(name)_redrive_allow",
      ["redrivePermission": "byQueue", "sourceQueueArns": [.string(source)]], at: location)
    component.add(
      Resource(AWS.SQSQueueRedriveAllowPolicy.self, name) {
        $0.queueURL = deadLetters.id
        $0.redriveAllowPolicy = allow
      }, at: location)
    return deadLetters
  }

  /// The topic's messages arrive as they were published, without SNS's envelope.
  private mutating func subscribe(
    _ queue: Queue, _ attributes: AWS.SQSQueue.Attributes, to topic: AWS.SNSTopic.Attributes
  ) {
    let name = blockName(queue.name)
    let delivery = IAMPolicy.Statement(
      principal: ("Service", "sns.amazonaws.com"), actions: ["sqs:SendMessage"],
      resources: [attributes.arn],
      conditions: [.init("ArnEquals", "aws:SourceArn", topic.arn)])
    let policy = component.policy("\(name)_policy", IAMPolicy(delivery), at: location)
    component.add(
      Resource(AWS.SQSQueuePolicy.self, name) {
        $0.queueURL = attributes.id
        $0.policy = policy
      }, at: location)
    component.add(
      Resource(AWS.SNSTopicSubscription.self, name) {
        $0.topicARN = topic.arn
        $0.protocol = "sqs"
        $0.endpoint = attributes.arn
        $0.rawMessageDelivery = true
      }, at: location)
  }
}
