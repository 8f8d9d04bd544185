import CellContract
import EmbeddedBackend
import Foundation
import HTTPTypes
import HummingbirdTesting
import JSONText
import ServiceRuntime
import ServiceTestSupport
import Testing

@testable import AlertAPI

@Suite(.runningPostgreSQL) struct AlertAPITests {
  let person =
    #"{"name":"John Doe","phone_number":"+1234567890","preferences":{"sms_enabled":true,"voice_enabled":false},"tags":["tech","news"],"active":true}"#
  let story =
    #"{"title":"New HackerNews Story","message":"Check out this awesome article!","priority":"high","delivery_method":"sms","recipient_filters":{"tags":["tech","news"],"active_only":true}}"#

  @Test(arguments: TestDatabase.allCases)
  func `the requests of the overview get its answers`(backing: TestDatabase) async throws {
    try await RunningAPI.with(backing) { api in
      let created = try await api.send(.post, "/v1/recipients", person)
      #expect(created.status == 201)
      let recipient = try #require(created.json)
      #expect(recipient["recipient_id"]?.text?.hasPrefix("recip_") == true)
      #expect(recipient["name"] == "John Doe")
      #expect(recipient["phone_number"] == "+1234567890")
      #expect(recipient["created_at"]?.text?.hasSuffix("Z") == true)

      let accepted = try await api.send(.post, "/v1/alerts", story)
      #expect(accepted.status == 202)
      let alert = try #require(accepted.json)
      let id = try #require(alert["alert_id"]?.text)
      #expect(alert["status"] == "queued")
      #expect(alert["estimated_recipients"] == 1)

      let status = try await api.send(.get, "/v1/alerts/\(id)/status", key: RunningAPI.readKey)
      #expect(status.status == 200)
      #expect(
        status.json == [
          "alert_id": .string(id), "status": "queued", "total_recipients": 1,
          "delivery_status": [
            "sent": 0, "delivered": 0, "failed": 0, "pending": 1, "cancelled": 0,
          ],
          "deliveries": [], "next_cursor": nil,
        ])

      let health = try await api.send(.get, "/health", key: nil)
      #expect(health.status == 200)
      #expect(health.json?["status"] == "ok")
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `everything that is wrong stands in one answer`(backing: TestDatabase) async throws {
    try await RunningAPI.with(backing) { api in
      let answer = try await api.send(
        .post, "/v1/recipients",
        #"{"name":"","phone_number":"12","preferences":{"sms":1},"tags":["a",7,"x\ny"],"activ":true}"#
      )
      #expect(answer.status == 400)
      #expect(answer.json?["error"]?["code"] == "invalid_request")
      #expect(
        api.problems(answer) == [
          "name": "must not be empty",
          "phone_number": "must be a number in E.164 form, like `+14155550123`",
          "preferences.sms": "is unknown; known are `sms_enabled`, `voice_enabled`",
          "tags[1]": "must be a string, not a number", "tags[2]": "must be one line",
          "activ":
            "is unknown; known are `active`, `name`, `phone_number`, `preferences`, `tags`",
        ])
      let alert = try await api.send(.post, "/v1/alerts", #"{"priority":"low"}"#)
      #expect(
        api.problems(alert) == [
          "title": "is missing", "message": "is missing", "delivery_method": "is missing",
          "priority": "must be `high` or `normal`",
        ])
      let list = try await api.send(.get, "/v1/alerts?limit=0&cursor=x&status=new&what=1")
      #expect(list.status == 400)
      #expect(Set(api.problems(list).keys) == ["limit", "cursor", "status", "what"])
      let text = try await api.send(.post, "/v1/alerts", "{")
      #expect(text.status == 400)
      #expect(api.problems(text).keys.contains("body"))
      let array = try await api.send(.post, "/v1/alerts", "[]")
      #expect(api.problems(array)["body"] == "must be an object, not a list")
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `each mistake has its status`(backing: TestDatabase) async throws {
    try await RunningAPI.with(backing) { api in
      #expect(try await api.send(.get, "/v1/alerts", key: nil).status == 401)
      #expect(try await api.send(.get, "/v1/alerts", key: "bzc_writewri_wrong").status == 401)
      #expect(try await api.send(.post, "/v1/alerts", story, key: RunningAPI.readKey).status == 403)
      #expect(try await api.send(.get, "/v1/alerts/alert_none").status == 404)
      #expect(try await api.send(.get, "/v1/alerts/nonsense").status == 404)
      #expect(try await api.send(.get, "/v1/nothing").status == 404)
      let method = try await api.send(.patch, "/v1/alerts")
      #expect(method.status == 405)
      #expect(method.headers[.allow] == "GET, POST")
      #expect(try await api.send(.post, "/v1/recipients", person).status == 201)
      let taken = try await api.send(.post, "/v1/recipients", person)
      #expect(taken.status == 409)
      #expect(api.problems(taken).keys.contains("phone_number"))
      let large = String(repeating: "x", count: 70_000)
      #expect(try await api.send(.post, "/v1/alerts", "\"\(large)\"").status == 413)
      let type = try await api.send(
        .post, "/v1/alerts", story, headers: ["Content-Type": "text/plain"])
      #expect(type.status == 415)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a change is conditional where its sender asks for it`(backing: TestDatabase) async throws {
    try await RunningAPI.with(backing) { api in
      let id = try #require(
        try await api.send(.post, "/v1/alerts", story).json?["alert_id"]?.text)
      let path = "/v1/alerts/\(id)"
      let read = try await api.send(.get, path)
      #expect(read.headers[.eTag] == "\"1\"")
      let changed = story.replacing("awesome", with: "fine")
      let first = try await api.send(.put, path, changed, headers: ["If-Match": "\"1\""])
      #expect(first.status == 200)
      #expect(first.headers[.eTag] == "\"2\"")
      #expect(first.json?["message"] == "Check out this fine article!")
      #expect(try await api.send(.put, path, story, headers: ["If-Match": "\"1\""]).status == 412)
      #expect(try await api.send(.delete, path, headers: ["If-Match": "\"1\""]).status == 412)
      #expect(try await api.send(.put, path, story, headers: ["If-Match": "1"]).status == 400)
      #expect(try await api.send(.put, path, story, headers: ["If-Match": "*"]).status == 200)
      #expect(try await api.send(.delete, path).status == 204)
      #expect(try await api.send(.delete, path).status == 204)
      #expect(try await api.send(.put, path, story).status == 409)
      let status = try await api.send(.get, "\(path)/status")
      #expect(status.json?["status"] == "cancelled")
      #expect(status.json?["delivery_status"]?["pending"] == 0)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a request with a key is done once`(backing: TestDatabase) async throws {
    try await RunningAPI.with(backing) { api in
      let headers = ["Idempotency-Key": "hn-42"]
      let first = try await api.send(.post, "/v1/alerts", story, headers: headers)
      // The order of members is no difference.
      let again = try await api.send(
        .post, "/v1/alerts",
        #"{"delivery_method":"sms","title":"New HackerNews Story","message":"Check out this awesome article!","priority":"high","recipient_filters":{"active_only":true,"tags":["tech","news"]}}"#,
        headers: headers)
      #expect(again.status == 202)
      #expect(again.text == first.text)
      #expect(again.headers[.idempotencyReplayed] == "true")
      let other = try await api.send(
        .post, "/v1/alerts", story.replacing("high", with: "normal"), headers: headers)
      #expect(other.status == 409)
      #expect(api.problems(other).keys.contains("Idempotency-Key"))
      let list = try await api.send(.get, "/v1/alerts")
      #expect(list.json?["alerts"]?.elements?.count == 1)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `lists go on where they ended`(backing: TestDatabase) async throws {
    try await RunningAPI.with(backing) { api in
      for _ in 0..<5 { _ = try await api.send(.post, "/v1/alerts", story) }
      var ids: [String] = []
      var path = "/v1/alerts?limit=2"
      while true {
        let page = try #require(try await api.send(.get, path).json)
        ids += (page["alerts"]?.elements ?? []).compactMap { $0["alert_id"]?.text }
        guard let cursor = page["next_cursor"]?.text else { break }
        path = "/v1/alerts?limit=2&cursor=\(cursor)"
      }
      #expect(ids.count == 5)
      #expect(ids == ids.sorted(by: >))
      let high = try await api.send(.get, "/v1/alerts?priority=normal")
      #expect(high.json?["alerts"] == [])
    }
  }

  @Test func `a key that is used too often is told when to come again`() async throws {
    try await RunningAPI.with(.sqlite) { api in
      for _ in 0..<2 {
        #expect(try await api.send(.get, "/v1/alerts", key: RunningAPI.slowKey).status == 200)
      }
      let refused = try await api.send(.get, "/v1/alerts", key: RunningAPI.slowKey)
      #expect(refused.status == 429)
      let wait = Int(refused.headers[.retryAfter] ?? "") ?? 0
      #expect((1...30).contains(wait))
      #expect(try await api.send(.get, "/v1/alerts").status == 200)
    }
  }

  @Test func `no line of the log holds a number or a key`() async throws {
    try await RunningAPI.with(.sqlite) { api in
      _ = try await api.send(.post, "/v1/recipients", person)
      _ = try await api.send(.post, "/v1/recipients", person)
      _ = try await api.send(.get, "/v1/recipients?phone_number=%2B1234567890")
      let log = api.lines.all
      #expect(log.contains("\"route\":\"/v1/recipients\""))
      #expect(!log.contains("1234567890"))
      #expect(!log.contains(RunningAPI.writeKey))
    }
  }

  @Test func `what is not served has one name in logs and metrics, however it is called`()
    async throws
  {
    try await RunningAPI.with(.sqlite) { api in
      for path in ["/nothing", "/v1/alerts/a/b/c", "/v1/alerts"] {
        _ = try await api.send(.init("BREW") ?? .trace, path)
      }
      #expect(api.lines.all.matches(of: /"route":"unknown"/).count == 3)
    }
  }

  @Test func `the whole service publishes what was accepted`() async throws {
    try await RunningAPI.with(.postgreSQL, testing: .live) { api in
      let answer = try await api.send(.post, "/v1/alerts", story)
      let id = try #require(answer.json?["alert_id"]?.text)
      let deadline = ContinuousClock.now + .seconds(20)
      while !api.backend.messages(on: .alertEvents).contains(where: { $0.contains(id) }) {
        try #require(ContinuousClock.now < deadline)
        await Task.yield()
      }
      let received = try await api.backend.embedded.queue(.alertProcessing)
        .receive(maximum: 10, wait: .seconds(5))
      #expect(received.count == 1)
      #expect(received.first?.text.contains(id) == true)
    }
  }
}
