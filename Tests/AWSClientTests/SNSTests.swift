import AWSClient
import Testing

@Suite struct SNSTests {
  @Test func `writes a form, with attributes sorted by name`() {
    let publish = SNS.Publish(
      topicARN: "arn:aws:sns:us-east-1:1:t", message: "a b&é",
      attributes: ["priority": .init(dataType: "Number", "1"), "kind": .init("alert")])
    #expect(
      String(decoding: publish.body(), as: UTF8.self)
        == "Action=Publish&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A1%3At"
        + "&Message=a%20b%26%C3%A9"
        + "&MessageAttributes.entry.1.Name=kind&MessageAttributes.entry.1.Value.DataType=String"
        + "&MessageAttributes.entry.1.Value.StringValue=alert"
        + "&MessageAttributes.entry.2.Name=priority&MessageAttributes.entry.2.Value.DataType=Number"
        + "&MessageAttributes.entry.2.Value.StringValue=1")
    let batch = SNS.PublishBatch(
      topicARN: "t", entries: [.init(id: "x", message: "m", attributes: ["k": .init("v")])])
    let entry = "PublishBatchRequestEntries.member.1"
    #expect(
      String(decoding: batch.body(), as: UTF8.self)
        == "Action=PublishBatch&Version=2010-03-31&TopicArn=t&\(entry).Id=x&\(entry).Message=m"
        + "&\(entry).MessageAttributes.entry.1.Name=k"
        + "&\(entry).MessageAttributes.entry.1.Value.DataType=String"
        + "&\(entry).MessageAttributes.entry.1.Value.StringValue=v")
  }

  @Test func `reads the message's id`() throws {
    let publish = SNS.Publish(topicARN: "t", message: "m")
    let answer = try publish.answer(
      from: Array(
        """
        <PublishResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>
        <MessageId>id-1</MessageId></PublishResult></PublishResponse>
        """.utf8))
    #expect(answer.messageID == "id-1")
    #expect(throws: XMLFailure.self) { try publish.answer(from: Array("<Other/>".utf8)) }
  }

  @Test func `a batch tells of every entry`() throws {
    let answer = try SNS.PublishBatch(
      topicARN: "t", entries: ["a", "b", "c"].map { .init(id: $0, message: "m") }
    ).answer(
      from: Array(
        """
        <PublishBatchResponse><PublishBatchResult>
        <Successful><member><Id>a</Id><MessageId>1</MessageId></member></Successful>
        <Failed><member><Id>b</Id><Code>InternalError</Code><SenderFault>false</SenderFault></member>
        </Failed></PublishBatchResult></PublishBatchResponse>
        """.utf8))
    #expect(answer.successful.mapValues(\.messageID) == ["a": "1"])
    #expect(answer.failed.map(\.id) == ["b", "c"])
    #expect(answer.failed.map(\.code) == ["InternalError", "NotAnswered"])
  }

  @Test func `reads errors in XML, and those that are none`() async throws {
    let test = try TestClient(
      .answer(
        TransportResponse(
          status: 404,
          body: Array(
            """
            <ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code>
            <Message>Topic does not exist</Message></Error><RequestId>r-1</RequestId></ErrorResponse>
            """.utf8))),
      .answer(TransportResponse(status: 413, body: Array("<html>too large</html>".utf8))))
    var texts: [String] = []
    for _ in 1...2 {
      let error = await failure { () async throws(AWSError) in
        try await test.client.send(SNS.Publish(topicARN: "t", message: "m"))
      }
      texts.append(error?.description ?? "")
    }
    #expect(
      texts == [
        "SNS Publish: NotFound: Topic does not exist (HTTP 404, request r-1)",
        "SNS Publish: HTTP413 (HTTP 413)",
      ])
  }
}
