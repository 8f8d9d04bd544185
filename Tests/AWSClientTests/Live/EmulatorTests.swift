import AWSClient
import Foundation
import TestSupport
import Testing

/// The client against a server that behaves as AWS does: what our own fakes would only repeat.
@Suite(.awsEmulator) struct EmulatorTests {
  /// A queue that gets what is published to a topic.
  private func makeTopicAndQueue(
    _ client: AWSClient, _ name: String
  ) async throws -> (topicARN: String, queueURL: String) {
    let queue = try await client.send(
      RawCreateQueue(
        json: #"{"QueueName":"\#(name)","Attributes":{"VisibilityTimeout":"30"}}"#))
    let queueURL = try #require(queue["QueueUrl"])
    let attributes = try await client.send(
      SQS.GetQueueAttributes(queueURL: queueURL, names: ["QueueArn"]))
    let queueARN = try #require(attributes.attributes["QueueArn"])
    let topicARN = try await client.send(CreateTopic(name: name))
    _ = try await client.send(Subscribe(topicARN: topicARN, queueARN: queueARN))
    return (topicARN, queueURL)
  }

  private func receive(_ client: AWSClient, _ queueURL: String) async throws -> [SQS.Message] {
    try await client.send(SQS.ReceiveMessage(queueURL: queueURL, waitSeconds: 1)).messages
  }

  @Test func `what is published arrives, is given back, comes again and is deleted`() async throws {
    try await withLiveClient { client in
      let (topicARN, queueURL) = try await makeTopicAndQueue(client, "alerts")
      let published = try await client.send(
        SNS.Publish(
          topicARN: topicARN, message: "a & b <c> é 🚨",
          attributes: ["priority": .init("high")]))
      #expect(!published.messageID.isEmpty)
      let first = try #require(try await receive(client, queueURL).first)
      #expect(first.body == "a & b <c> é 🚨")
      #expect(first.attributes["priority"] == .init("high"))
      #expect(first.receiveCount == 1)
      #expect(try await receive(client, queueURL).isEmpty)

      try await client.send(
        SQS.ChangeMessageVisibility(
          queueURL: queueURL, receiptHandle: first.receiptHandle, seconds: 0))
      let again = try #require(try await receive(client, queueURL).first)
      #expect(again.id == first.id && again.receiveCount == 2)
      try await client.send(
        SQS.DeleteMessage(queueURL: queueURL, receiptHandle: again.receiptHandle))
      let left = try await client.send(
        SQS.GetQueueAttributes(
          queueURL: queueURL,
          names: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]))
      #expect(Set(left.attributes.values) == ["0"])
    }
  }

  @Test func `batches are sent, given back and deleted, and tell which entries failed`()
    async throws
  {
    try await withLiveClient { client in
      let (topicARN, queueURL) = try await makeTopicAndQueue(client, "batches")
      let published = try await client.send(
        SNS.PublishBatch(
          topicARN: topicARN,
          entries: [.init(id: "a", message: "1"), .init(id: "b", message: "2")]))
      #expect(Set(published.successful.keys) == ["a", "b"] && published.failed.isEmpty)
      let sent = try await client.send(
        SQS.SendMessageBatch(
          queueURL: queueURL,
          entries: [.init(id: "c", body: "3", attributes: ["n": .init(dataType: "Number", "3")])]))
      #expect(Set(sent.successful.keys) == ["c"] && sent.failed.isEmpty)
      let single = try await client.send(SQS.SendMessage(queueURL: queueURL, body: "4"))
      #expect(!single.messageID.isEmpty)

      let messages = try await receive(client, queueURL)
      #expect(Set(messages.map(\.body)) == ["1", "2", "3", "4"])
      let changed = try await client.send(
        SQS.ChangeMessageVisibilityBatch(
          queueURL: queueURL,
          entries: messages.map { .init(receiptHandle: $0.receiptHandle, seconds: 0) }))
      #expect(changed.successful.count == 4 && changed.failed.isEmpty)
      let again = try await receive(client, queueURL)
      let deleted = try await client.send(
        SQS.DeleteMessageBatch(queueURL: queueURL, receiptHandles: again.map(\.receiptHandle)))
      #expect(deleted.successful.count == 4 && deleted.failed.isEmpty)
    }
  }

  @Test func `a queue that is not there is an error with AWS's name for it`() async throws {
    try await withLiveClient { client in
      let endpoint = try #require(EmulatorTrait.emulator).endpoint
      let error = await failure { () async throws(AWSError) in
        try await client.send(
          SQS.ReceiveMessage(queueURL: "\(endpoint)/\(AWSEmulator.account)/none", waitSeconds: 0))
      }
      #expect(error?.code == "QueueDoesNotExist")
      #expect(error?.status == 400 && error?.attempts == 1 && error?.isRetryable == false)
      let topic = await failure { () async throws(AWSError) in
        try await client.send(
          SNS.Publish(
            topicARN: "arn:aws:sns:\(AWSEmulator.region):\(AWSEmulator.account):none", message: "m")
        )
      }
      #expect(topic?.code == "NotFound" && topic?.status == 404)
    }
  }

  private func makeTable(_ client: AWSClient, _ name: String) async throws {
    _ = try await client.send(
      RawCreateTable(
        json: """
          {"TableName":"\(name)","BillingMode":"PAY_PER_REQUEST",
          "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
          "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
          {"AttributeName":"sk","AttributeType":"S"}]}
          """))
  }

  @Test func `one of two conditional writes wins, and the other gets the winner's item`()
    async throws
  {
    try await withLiveClient { client in
      try await makeTable(client, "claims")
      func claim(by owner: String) -> DynamoDB.PutItem {
        DynamoDB.PutItem(
          table: "claims", item: ["pk": "alert-1", "sk": "sms", "owner": .string(owner)],
          condition: .init("attribute_not_exists(pk)"))
      }
      _ = try await client.send(claim(by: "first"))
      let lost = await failure { () async throws(DynamoDB.WriteFailure) in
        try await client.send(claim(by: "second"))
      }
      #expect(
        lost == .conditionFailed(item: ["pk": "alert-1", "sk": "sms", "owner": "first"]))

      let key: DynamoDB.Item = ["pk": "alert-1", "sk": "sms"]
      let updated = try await client.send(
        DynamoDB.UpdateItem(
          table: "claims", key: key,
          update: .init(
            "SET #s = :sent ADD attempts :one", names: ["#s": "status"],
            values: [":sent": "SENT", ":one": 1]),
          condition: .init("#o = :first", names: ["#o": "owner"], values: [":first": "first"]),
          returnValues: .allNew))
      #expect(updated.attributes?["status"] == "SENT" && updated.attributes?["attempts"] == 1)
      let deleted = try await client.send(
        DynamoDB.DeleteItem(table: "claims", key: key, returnValues: .allOld))
      #expect(deleted.attributes?["owner"] == "first")
      let read = try await client.send(
        DynamoDB.GetItem(table: "claims", key: key, isConsistent: true))
      #expect(read.item == nil)
    }
  }

  @Test func `a query reads page after page, and a batch reads by keys`() async throws {
    try await withLiveClient { client in
      try await makeTable(client, "deliveries")
      for number in 1...7 {
        _ = try await client.send(
          DynamoDB.PutItem(
            table: "deliveries",
            item: [
              "pk": "alert-1", "sk": .string("r\(number)"), "n": .number(number),
              "bytes": .binary([UInt8(number)]), "tags": .strings(["a", "b"]),
              "nested": .map(["list": .list([.null, true])]),
            ]))
      }
      let query = DynamoDB.Query(
        table: "deliveries",
        keyCondition: .init(
          "pk = :pk AND begins_with(sk, :r)", values: [":pk": "alert-1", ":r": "r"]),
        filter: .init("n <> :four", values: [":four": 4]),
        projection: .init("sk, n"), isConsistent: true, limit: 3)
      var pages: [[Int?]] = []
      for try await page in client.pages(of: query) {
        pages.append(page.items.map { $0["n"]?.integer })
      }
      #expect(pages.flatMap { $0 } == [1, 2, 3, 5, 6, 7])
      #expect(pages.count >= 3)
      let batch = try await client.send(
        DynamoDB.BatchGetItem(
          table: "deliveries",
          keys: [["pk": "alert-1", "sk": "r2"], ["pk": "alert-1", "sk": "none"]]))
      #expect(
        batch.items == [
          [
            "pk": "alert-1", "sk": "r2", "n": 2, "bytes": .binary([2]),
            "tags": .strings(["a", "b"]), "nested": .map(["list": .list([.null, true])]),
          ]
        ])
      #expect(batch.unprocessedKeys.isEmpty)
    }
  }

  @Test func `a transaction is done whole or not at all`() async throws {
    try await withLiveClient { client in
      try await makeTable(client, "transactions")
      func put(_ key: String, _ condition: String) -> DynamoDB.TransactWriteItems.Action {
        .put(
          .init(
            table: "transactions", item: ["pk": "p", "sk": .string(key)],
            condition: .init(condition)))
      }
      try await client.send(
        DynamoDB.TransactWriteItems([put("1", "attribute_not_exists(pk)")], token: "t1"))
      let failure = await failure { () async throws(DynamoDB.TransactionFailure) in
        try await client.send(
          DynamoDB.TransactWriteItems(
            [put("2", "attribute_not_exists(pk)"), put("1", "attribute_not_exists(pk)")],
            token: "t2"))
      }
      guard case .cancelled(let reasons) = failure else {
        Issue.record("not cancelled: \(String(describing: failure))")
        return
      }
      #expect(reasons.map { $0?.code } == [nil, "ConditionalCheckFailed"])
      let read = try await client.send(
        DynamoDB.GetItem(table: "transactions", key: ["pk": "p", "sk": "2"]))
      #expect(read.item == nil)
    }
  }

  @Test func `a secret is read, and its next version too`() async throws {
    try await withLiveClient { client in
      _ = try await client.send(
        RawCreateSecret(json: #"{"Name":"bizcomms/test/keys","SecretString":"one"}"#))
      let get = SecretsManager.GetSecretValue(secretID: "bizcomms/test/keys")
      let one = try await client.send(get)
      #expect(one.text.text == "one")
      _ = try await client.send(
        RawPutSecretValue(json: #"{"SecretId":"bizcomms/test/keys","SecretString":"two"}"#))
      let two = try await client.send(get)
      #expect(two.text.text == "two" && two.versionID != one.versionID && two.arn == one.arn)
      var previous = get
      previous.versionStage = "AWSPREVIOUS"
      #expect(try await client.send(previous).versionID == one.versionID)
      let missing = await failure { () async throws(AWSError) in
        try await client.send(SecretsManager.GetSecretValue(secretID: "none"))
      }
      #expect(missing?.code == "ResourceNotFoundException")
    }
  }

  @Test func `parameters below a path come on several pages`() async throws {
    try await withLiveClient { client in
      for number in 1...12 {
        _ = try await client.send(
          RawPutParameter(
            json: """
              {"Name":"/bizcomms/live/p\(number)","Value":"v\(number)",
              "Type":"\(number == 1 ? "SecureString" : "String")"}
              """))
      }
      var values: [String: String] = [:]
      var pages = 0
      for try await page in client.pages(of: SSM.GetParametersByPath(path: "/bizcomms/live")) {
        pages += 1
        for parameter in page.parameters { values[parameter.name] = parameter.value.text }
      }
      #expect(pages == 2)
      #expect(values.count == 12 && values["/bizcomms/live/p1"] == "v1")
    }
  }

  @Test func `a role for a service account gets credentials of the token service`() async throws {
    let token = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID())")
    try Data("a.b.c".utf8).write(to: token)
    defer { try? FileManager.default.removeItem(at: token) }
    let role = [
      "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "",
      "AWS_ROLE_ARN": "arn:aws:iam::\(AWSEmulator.account):role/worker",
      "AWS_WEB_IDENTITY_TOKEN_FILE": token.path,
    ]
    try await withLiveClient(environment: role) { client in
      let credentials = try await client.send(
        STS.AssumeRoleWithWebIdentity(
          roleARN: "arn:aws:iam::\(AWSEmulator.account):role/worker", sessionName: "test",
          webIdentityToken: SecretText("a.b.c")))
      #expect(credentials.sessionToken?.isEmpty == false)
      #expect(try #require(credentials.expiration) > Date())
      #expect(try await client.send(CreateTopic(name: "by-role")).hasSuffix(":by-role"))
    }
  }
}
