import AlertStores
import Alerts
import CellContract
import EmbeddedBackend
import Foundation
import ServiceRuntime
import ServiceTestSupport
import Testing

@Suite struct DeliveryStoreTests {
  let start = Date(timeIntervalSince1970: 1_764_158_400)

  private func withStore(_ body: (DeliveryStore) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let backend = try await EmbeddedBackend(folder: folder, apiURL: "")
      try await body(DeliveryStore(try backend.table(.deliveries)))
    }
  }

  private func delivery(
    _ recipient: String, status: DeliveryStatus = .pending, alert: String = "alert_1a"
  ) throws -> Delivery {
    Delivery(
      key: Delivery.Key(
        alertID: try #require(AlertID(alert)), recipientID: try #require(RecipientID(recipient)),
        channel: .sms),
      phoneNumber: try #require(PhoneNumber("+14155550123")), status: status, homeCell: "cell",
      updatedAt: start)
  }

  @Test func `a delivery exists once`() async throws {
    try await withStore { store in
      let delivery = try delivery("recip_1")
      #expect(try await store.add(delivery) != nil)
      #expect(try await store.add(delivery) == nil)
      #expect(try await store.delivery(delivery.key) == delivery)
    }
  }

  private func move(
    _ key: Delivery.Key, to status: DeliveryStatus, in store: DeliveryStore
  ) async throws -> Bool? {
    try await store.advance(key) { $0.status = status }?.changed
  }

  @Test func `news that come late say nothing new`() async throws {
    try await withStore { store in
      let key = try delivery("recip_1").key
      #expect(try await move(key, to: .sent, in: store) == nil)
      _ = try await store.add(delivery("recip_1"))
      let outcomes: [(DeliveryStatus, Bool)] = [
        (.sent, true), (.delivered, true), (.sent, false), (.delivered, false), (.failed, false),
      ]
      for (status, isNews) in outcomes {
        #expect(try await move(key, to: status, in: store) == isNews, "\(status)")
      }
      #expect(try await store.delivery(key)?.status == .delivered)
    }
  }

  @Test func `of many who bring the same news one does`() async throws {
    try await withStore { store in
      let key = try delivery("recip_1").key
      _ = try await store.add(delivery("recip_1"))
      let changes = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<10 {
          group.addTask { try await move(key, to: .sent, in: store) == true }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(changes == 1)
    }
  }

  @Test func `counts add up, and pages show each delivery once`() async throws {
    try await withStore { store in
      let statuses: [DeliveryStatus] = [
        .pending, .claimed, .unknown, .sent, .delivered, .delivered, .failed, .cancelled,
      ]
      for (index, status) in statuses.enumerated() {
        _ = try await store.add(delivery("recip_\(index)", status: status))
      }
      _ = try await store.add(delivery("recip_1", alert: "alert_2b"))
      let alert = try #require(AlertID("alert_1a"))
      let counts = try await store.counts(of: alert)
      #expect(counts.all == 8)
      #expect(counts.sent == 3)
      #expect(counts.delivered == 2)
      #expect(counts.pending(of: 10) == 5)
      var seen: [String] = []
      var cursor: String?
      repeat {
        let (all, page) = try await store.overview(of: alert, after: cursor, limit: 3)
        #expect(all == counts)
        seen += page.elements.map(\.key.recipientID.text)
        cursor = page.next
      } while cursor != nil
      #expect(seen == statuses.indices.map { "recip_\($0)" })
    }
  }
}
