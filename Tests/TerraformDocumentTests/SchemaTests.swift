import TerraformDocument
import Testing

@Suite struct SchemaTests {
  @Test func `an argument that was set is read back, and nil removes it`() {
    var queue = Queue()
    queue.name = "orders"
    queue.delaySeconds = 5
    queue.fifoQueue = true
    queue.tags = ["a": "b"]
    queue.zones = ["z1", "z2"]
    #expect(
      queue.body == [
        "name": "orders", "delay_seconds": 5, "fifo_queue": true, "tags": ["a": "b"],
        "zones": ["z1", "z2"],
      ])
    #expect(queue.name == "orders")
    #expect(queue.delaySeconds == 5)
    #expect(queue.fifoQueue == true)
    #expect(queue.tags == ["a": "b"])
    #expect(queue.zones == ["z1", "z2"])
    queue.name = nil
    queue.tags = nil
    queue.zones = nil
    #expect(queue.body == ["delay_seconds": 5, "fifo_queue": true])
    #expect(queue.name == nil)
  }

  @Test func `a nested block that may stand once is an object, and nil removes it`() {
    var queue = Queue()
    #expect(queue.timeouts == nil)
    queue.timeouts = .init { $0.create = "10m" }
    #expect(queue.body == ["timeouts": ["create": "10m"]])
    queue.timeouts?.create = "20m"
    #expect(queue.timeouts?.create == "20m")
    queue.timeouts = nil
    #expect(queue.body == [:])
  }

  @Test func `nested blocks that repeat are a list, changed in place, and none is no argument`() {
    var queue = Queue()
    #expect(queue.rules == [])
    queue.rules = [.init { $0.priority = 1 }, .init { $0.priority = 2 }]
    queue.rules[1].priority = 3
    #expect(queue.body == ["rule": [["priority": 1], ["priority": 3]]])
    #expect(queue.rules.map(\.priority) == [1, 3])
    queue.rules = []
    #expect(queue.body == [:])
  }

  @Test func `a resource knows its address and mints references for its root`() {
    let resource = Resource(Queue.self, "orders") { $0.name = "orders" }
    #expect("\(resource.address)" == "aws_sqs_queue.orders")
    let attributes = resource.attributes(in: .cell)
    #expect(attributes.reference == TerraformReference(resource.address, in: .cell))
    #expect(
      attributes.arn.json
        == .expression(
          .init(template: "${aws_sqs_queue.orders.arn}", references: [attributes.reference])))
  }
}
