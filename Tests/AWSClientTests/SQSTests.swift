import AWSClient
import Testing

@Suite struct SQSTests {
  private func text(_ operation: some AWSOperation) throws -> String {
    String(decoding: try operation.body(), as: UTF8.self)
  }

  @Test func `writes requests as SQS wants them`() throws {
    #expect(
      try text(SQS.ReceiveMessage(queueURL: "https://q/1", maximum: 5, visibilitySeconds: 60))
        == """
        {"MaxNumberOfMessages":5,"MessageAttributeNames":["All"],"MessageSystemAttributeNames":\
        ["ApproximateReceiveCount","SentTimestamp"],"QueueUrl":"https://q/1","VisibilityTimeout":60,\
        "WaitTimeSeconds":20}
        """)
    #expect(
      try text(
        SQS.SendMessage(
          queueURL: "q", body: "b", attributes: ["a": .init(dataType: "Number", "1")],
          delaySeconds: 5)) == """
          {"DelaySeconds":5,"MessageAttributes":{"a":{"DataType":"Number","StringValue":"1"}},\
          "MessageBody":"b","QueueUrl":"q"}
          """)
    #expect(
      try text(SQS.SendMessageBatch(queueURL: "q", entries: [.init(id: "x", body: "b")])) == """
        {"Entries":[{"Id":"x","MessageAttributes":{},"MessageBody":"b"}],"QueueUrl":"q"}
        """)
    #expect(
      try text(SQS.DeleteMessage(queueURL: "q", receiptHandle: "r"))
        == #"{"QueueUrl":"q","ReceiptHandle":"r"}"#)
    #expect(
      try text(SQS.DeleteMessageBatch(queueURL: "q", receiptHandles: ["r", "s"])) == """
        {"Entries":[{"Id":"0","ReceiptHandle":"r"},{"Id":"1","ReceiptHandle":"s"}],"QueueUrl":"q"}
        """)
    #expect(
      try text(SQS.ChangeMessageVisibility(queueURL: "q", receiptHandle: "r", seconds: 0))
        == #"{"QueueUrl":"q","ReceiptHandle":"r","VisibilityTimeout":0}"#)
    #expect(
      try text(
        SQS.ChangeMessageVisibilityBatch(
          queueURL: "q", entries: [.init(receiptHandle: "r", seconds: 9)]))
        == #"{"Entries":[{"Id":"0","ReceiptHandle":"r","VisibilityTimeout":9}],"QueueUrl":"q"}"#)
    #expect(
      try text(SQS.GetQueueAttributes(queueURL: "q", names: ["All"]))
        == #"{"AttributeNames":["All"],"QueueUrl":"q"}"#)
  }

  @Test func `names the operation and the JSON version in its headers`() async throws {
    let test = try TestClient(.json(""))
    try await test.client.send(SQS.DeleteMessage(queueURL: "q", receiptHandle: "r"))
    let headers = try #require(test.transport.requests.first).headers
    #expect(headers.contains(HeaderField("x-amz-target", "AmazonSQS.DeleteMessage")))
    #expect(headers.contains(HeaderField("content-type", "application/x-amz-json-1.0")))
  }

  @Test func `reads messages with what travels beside them`() throws {
    let answer = try SQS.ReceiveMessage(queueURL: "q").answer(
      from: Array(
        """
        {"Messages":[{"MessageId":"m","ReceiptHandle":"r","MD5OfBody":"x","Body":"b",
        "Attributes":{"ApproximateReceiveCount":"3","SentTimestamp":"1795694400000"},
        "MessageAttributes":{"alert":{"DataType":"String","StringValue":"a"},
        "bytes":{"DataType":"Binary","BinaryValue":"AA=="}}}]}
        """.utf8))
    let message = try #require(answer.messages.first)
    #expect(message.id == "m" && message.receiptHandle == "r" && message.body == "b")
    #expect(message.attributes == ["alert": .init("a")])
    #expect(message.receiveCount == 3 && message.sentMilliseconds == 1_795_694_400_000)
    #expect(try SQS.ReceiveMessage(queueURL: "q").answer(from: []).messages.isEmpty)
  }

  @Test func `refuses a message that does not say how often it was received`() {
    #expect(throws: DecodingError.self) {
      try SQS.ReceiveMessage(queueURL: "q").answer(
        from: Array(
          #"{"Messages":[{"MessageId":"m","ReceiptHandle":"r","Body":"b","Attributes":{}}]}"#.utf8))
    }
  }

  @Test func `a batch tells of every entry, also of those that the answer forgets`() throws {
    let answer = try SQS.DeleteMessageBatch(queueURL: "q", receiptHandles: ["r", "s", "t"]).answer(
      from: Array(
        """
        {"Successful":[{"Id":"0"}],
        "Failed":[{"Id":"1","Code":"ReceiptHandleIsInvalid","SenderFault":true,"Message":"no"}]}
        """.utf8))
    #expect(Set(answer.successful.keys) == ["0"])
    #expect(answer.failed.map(\.id) == ["1", "2"])
    #expect(answer.failed.map(\.code) == ["ReceiptHandleIsInvalid", "NotAnswered"])
    #expect(answer.failed.map(\.isSenderFault) == [true, false])
    #expect(answer.failed.map(\.message) == ["no", "the answer does not say what became of it"])
    let sent = try SQS.SendMessageBatch(
      queueURL: "q", entries: [.init(id: "a", body: "1"), .init(id: "b", body: "2")]
    ).answer(from: Array(#"{"Successful":[{"Id":"a","MessageId":"m"}]}"#.utf8))
    #expect(sent.successful.mapValues(\.messageID) == ["a": "m"])
    #expect(sent.failed.map(\.id) == ["b"])
  }

  @Test func `reads a queue's attributes`() throws {
    let operation = SQS.GetQueueAttributes(queueURL: "q", names: [])
    #expect(
      try operation.answer(from: Array(#"{"Attributes":{"DelaySeconds":"0"}}"#.utf8)).attributes
        == ["DelaySeconds": "0"])
    #expect(try operation.answer(from: []).attributes.isEmpty)
  }
}
