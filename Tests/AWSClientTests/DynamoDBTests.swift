import AWSClient
import Foundation
import Testing

@Suite struct DynamoDBTests {
  private func text(_ operation: some AWSOperation) throws -> String {
    String(decoding: try operation.body(), as: UTF8.self)
  }

  @Test func `writes and reads every type of value`() throws {
    let item: DynamoDB.Item = [
      "s": "é", "n": 5, "big": .number("12345678901234567890.5"), "b": .binary([0, 255]),
      "bool": true, "null": .null, "l": .list(["a", 1]), "m": .map(["x": .list([])]),
      "ss": .strings(["b", "a"]),
    ]
    let put = DynamoDB.PutItem(table: "t", item: item)
    #expect(
      try text(put) == """
        {"Item":{"b":{"B":"AP8="},"big":{"N":"12345678901234567890.5"},"bool":{"BOOL":true},\
        "l":{"L":[{"S":"a"},{"N":"1"}]},"m":{"M":{"x":{"L":[]}}},"n":{"N":"5"},"null":{"NULL":true},\
        "s":{"S":"é"},"ss":{"SS":["a","b"]}},"ReturnValues":"NONE","TableName":"t"}
        """)
    let read = try DynamoDB.GetItem(table: "t", key: [:]).answer(from: put.body())
    #expect(read.item == item)
    #expect(item["n"]?.integer == 5 && item["s"]?.string == "é" && item["bool"]?.boolean == true)
    #expect(item["s"]?.integer == nil && item["n"]?.string == nil && item["n"]?.boolean == nil)
  }

  @Test(arguments: [#"{"NS":["1"]}"#, #"{"S":"a","N":"1"}"#, "{}", #"{"B":"*"}"#, #"{"S":1}"#])
  func `refuses a value of a type that it does not read`(value: String) {
    #expect(throws: DecodingError.self) {
      try DynamoDB.GetItem(table: "t", key: [:]).answer(
        from: Array(#"{"Item":{"a":\#(value)}}"#.utf8))
    }
  }

  @Test func `writes expressions with all their names and values, and leaves empty lists out`()
    throws
  {
    let condition = DynamoDB.Expression(
      "#s = :old", names: ["#s": "status"], values: [":old": "NEW"])
    #expect(
      try text(
        DynamoDB.UpdateItem(
          table: "t", key: ["id": "1"],
          update: .init("SET #s = :new", names: ["#s": "status"], values: [":new": "SENT"]),
          condition: condition, returnValues: .allNew)) == """
          {"ConditionExpression":"#s = :old","ExpressionAttributeNames":{"#s":"status"},\
          "ExpressionAttributeValues":{":new":{"S":"SENT"},":old":{"S":"NEW"}},"Key":{"id":{"S":"1"}},\
          "ReturnValues":"ALL_NEW","ReturnValuesOnConditionCheckFailure":"ALL_OLD","TableName":"t",\
          "UpdateExpression":"SET #s = :new"}
          """)
    #expect(
      try text(
        DynamoDB.PutItem(
          table: "t", item: [:], condition: .init("attribute_not_exists(id)"),
          returnsItemOnFailure: false)) == """
          {"ConditionExpression":"attribute_not_exists(id)","Item":{},"ReturnValues":"NONE",\
          "TableName":"t"}
          """)
    #expect(
      try text(DynamoDB.DeleteItem(table: "t", key: ["id": "1"], returnValues: .allOld))
        == #"{"Key":{"id":{"S":"1"}},"ReturnValues":"ALL_OLD","TableName":"t"}"#)
    #expect(
      try text(
        DynamoDB.GetItem(
          table: "t", key: ["id": "1"], isConsistent: true,
          projection: .init("#a", names: ["#a": "a"]))) == """
          {"ConsistentRead":true,"ExpressionAttributeNames":{"#a":"a"},"Key":{"id":{"S":"1"}},\
          "ProjectionExpression":"#a","TableName":"t"}
          """)
  }

  @Test func `two expressions that mean different things by one name are not sent`() async throws {
    let test = try TestClient(.json("{}"))
    var update = DynamoDB.UpdateItem(
      table: "t", key: ["id": "1"], update: .init("SET #s = :s", values: [":s": "SENT"]),
      condition: .init("#s = :s", values: [":s": "CLAIMED"]))
    let error = await failure { () async throws(DynamoDB.WriteFailure) in
      try await test.client.send(update)
    }
    #expect(
      error?.description == """
        DynamoDB UpdateItem: unwritableRequest: :s means two things in the expressions of one request; \
        give one of them another name (0 attempts)
        """)
    #expect(test.transport.requests.isEmpty)
    update.condition = .init("#s = :s", values: [":s": "SENT"])
    _ = try await test.client.send(update)
  }

  @Test func `a query goes from page to page by the last key`() throws {
    let query = DynamoDB.Query(
      table: "t", index: "i", keyCondition: .init("pk = :pk", values: [":pk": "a"]),
      filter: .init("n > :n", values: [":n": 1]), projection: .init("n"), isAscending: false,
      limit: 2)
    let page = try query.answer(
      from: Array(#"{"Items":[{"n":{"N":"2"}}],"LastEvaluatedKey":{"pk":{"S":"a"}}}"#.utf8))
    #expect(page.items == [["n": 2]])
    let next = try #require(query.following(page))
    #expect(
      try text(next) == """
        {"ConsistentRead":false,"ExclusiveStartKey":{"pk":{"S":"a"}},"ExpressionAttributeValues":\
        {":n":{"N":"1"},":pk":{"S":"a"}},"FilterExpression":"n > :n","IndexName":"i",\
        "KeyConditionExpression":"pk = :pk","Limit":2,"ProjectionExpression":"n",\
        "ScanIndexForward":false,"TableName":"t"}
        """)
    #expect(query.following(try query.answer(from: Array(#"{"Items":[]}"#.utf8))) == nil)
  }

  @Test func `a batch of keys tells which were not looked up`() throws {
    let batch = DynamoDB.BatchGetItem(table: "t", keys: [["id": "1"], ["id": "2"]])
    #expect(
      try text(batch) == """
        {"RequestItems":{"t":{"ConsistentRead":false,"Keys":[{"id":{"S":"1"}},{"id":{"S":"2"}}]}}}
        """)
    let answer = try batch.answer(
      from: Array(
        """
        {"Responses":{"t":[{"id":{"S":"1"}}]},"UnprocessedKeys":{"t":{"Keys":[{"id":{"S":"2"}}]}}}
        """.utf8))
    #expect(answer.items == [["id": "1"]] && answer.unprocessedKeys == [["id": "2"]])
    #expect(try batch.answer(from: []).items.isEmpty)
  }

  @Test func `a condition that does not hold is an error of its own, with the item`() async throws {
    let put = DynamoDB.PutItem(
      table: "t", item: ["id": "1"], condition: .init("attribute_not_exists(id)"))
    let body = #"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","#
    let test = try TestClient(
      .json(body + #""Item":{"id":{"S":"1"},"owner":{"S":"me"}}}"#, status: 400),
      .json(body + #""Message":"The conditional request failed"}"#, status: 400),
      .refusal("ResourceNotFoundException"))
    var failures: [DynamoDB.WriteFailure?] = []
    for _ in 1...3 {
      failures.append(
        await failure { () async throws(DynamoDB.WriteFailure) in try await test.client.send(put) })
    }
    #expect(failures[0] == .conditionFailed(item: ["id": "1", "owner": "me"]))
    #expect(failures[1] == .conditionFailed(item: nil))
    #expect(
      failures.map { "\($0.map(String.init(describing:)) ?? "")" } == [
        "DynamoDB: the condition does not hold; the item is at hand",
        "DynamoDB: the condition does not hold",
        "DynamoDB PutItem: ResourceNotFoundException (HTTP 400, request request-1)",
      ])
  }

  @Test func `a transaction is written with its token, and says why each action was refused`()
    async throws
  {
    let condition = DynamoDB.Expression("attribute_exists(id)")
    let transaction = DynamoDB.TransactWriteItems(
      [
        .put(.init(table: "t", item: ["id": "1"])),
        .update(.init(table: "t", key: ["id": "2"], update: .init("REMOVE a"))),
        .delete(.init(table: "t", key: ["id": "3"])),
        .check(table: "t", key: ["id": "4"], condition: condition),
      ], token: "token-1")
    #expect(
      try text(transaction) == """
        {"ClientRequestToken":"token-1","TransactItems":[{"Put":{"Item":{"id":{"S":"1"}},\
        "TableName":"t"}},{"Update":{"Key":{"id":{"S":"2"}},"TableName":"t",\
        "UpdateExpression":"REMOVE a"}},{"Delete":{"Key":{"id":{"S":"3"}},"TableName":"t"}},\
        {"ConditionCheck":{"ConditionExpression":"attribute_exists(id)","Key":{"id":{"S":"4"}},\
        "ReturnValuesOnConditionCheckFailure":"ALL_OLD","TableName":"t"}}]}
        """)
    let test = try TestClient(
      .json(
        """
        {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","CancellationReasons":
        [{"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"no","Item":{"id":{"S":"2"}}}]}
        """, status: 400), .refusal("ValidationException"))
    let cancelled = await failure { () async throws(DynamoDB.TransactionFailure) in
      try await test.client.send(transaction)
    }
    guard case .cancelled(let reasons) = cancelled else {
      Issue.record("not cancelled: \(String(describing: cancelled))")
      return
    }
    #expect(reasons.count == 2 && reasons[0] == nil && reasons[1]?.item == ["id": "2"])
    #expect(
      cancelled?.description
        == "DynamoDB: the transaction was cancelled: None, ConditionalCheckFailed")
    let failed = await failure { () async throws(DynamoDB.TransactionFailure) in
      try await test.client.send(transaction)
    }
    #expect(
      failed?.description
        == "DynamoDB TransactWriteItems: ValidationException (HTTP 400, request request-1)")
  }
}
