import AlertStores
import Foundation
import SQL
import ServiceTestSupport
import Testing

/// What holds on both databases.
@Suite(.runningPostgreSQL) struct LeaseTests {
  let start = Date(timeIntervalSince1970: 1_764_158_400)
  typealias Lease = LeaseStore.Lease

  private func withLeases(
    _ backing: TestDatabase, _ body: (LeaseStore) async throws -> Void
  ) async throws {
    try await backing.withRunning { database in
      _ = try await Schema.migrate(database)
      try await body(LeaseStore(database))
    }
  }

  private func take(
    _ leases: LeaseStore, by holder: String, of cell: String = "cell-a", after seconds: Double = 0
  ) async throws -> LeaseStore.Outcome {
    try await leases.acquire(
      "news", by: holder, keptFor: cell, for: 60, at: start + seconds)
  }

  private func lease(_ outcome: LeaseStore.Outcome) throws -> Lease {
    guard case .acquired(let lease) = outcome else { throw NotAcquired(outcome: outcome) }
    return lease
  }

  struct NotAcquired: Error { let outcome: LeaseStore.Outcome }

  @Test(arguments: TestDatabase.allCases)
  func `a lease is one holder's until it ends, and its fence grows`(
    backing: TestDatabase
  ) async throws {
    try await withLeases(backing) { leases in
      let first = try lease(try await take(leases, by: "a1"))
      #expect(first.fence == 1)
      #expect(first.expiresAt == start + 60)
      let refused = try await take(leases, by: "b1", of: "cell-b", after: 59)
      #expect(refused == .taken(by: "a1", until: start + 60))
      // A second round of the same cell is somebody else, too.
      #expect(try await take(leases, by: "a2", after: 59) == refused)
      let second = try lease(try await take(leases, by: "b1", of: "cell-b", after: 60))
      #expect(second.fence == 2)
      #expect(try await leases.renew(first, for: 60, at: start + 61) == nil)
      #expect(try await leases.release(first, at: start + 61) == false)
      #expect(try await take(leases, by: "a2", after: 61) == .taken(by: "b1", until: start + 120))
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a lease that is renewed in time goes on, and one that has ended does not`(
    backing: TestDatabase
  ) async throws {
    try await withLeases(backing) { leases in
      let lease = try lease(try await take(leases, by: "a1"))
      let renewed = try #require(try await leases.renew(lease, for: 60, at: start + 30))
      #expect(renewed.expiresAt == start + 90)
      #expect(renewed.fence == lease.fence)
      #expect(try await take(leases, by: "b1", after: 80) == .taken(by: "a1", until: start + 90))
      #expect(try await leases.renew(renewed, for: 60, at: start + 90) == nil)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a lease that is given back is anybody's, or whose it is kept for`(
    backing: TestDatabase
  ) async throws {
    try await withLeases(backing) { leases in
      let first = try lease(try await take(leases, by: "a1"))
      #expect(try await leases.release(first, at: start + 1))
      let second = try lease(try await take(leases, by: "b1", of: "cell-b", after: 1))
      #expect(try await leases.release(second, keptFor: "cell-b", until: start + 300))
      #expect(
        try await take(leases, by: "a2", after: 299) == .taken(by: "cell-b", until: start + 300))
      let third = try lease(try await take(leases, by: "b2", of: "cell-b", after: 200))
      #expect(third.fence == 3)
      #expect(try await leases.release(third, keptFor: "cell-b", until: start + 500))
      // The keeper has not come.
      #expect(try lease(try await take(leases, by: "a3", after: 500)).fence == 4)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `of many who want a lease at once one gets it`(backing: TestDatabase) async throws {
    try await withLeases(backing) { leases in
      let outcomes = try await withThrowingTaskGroup(of: LeaseStore.Outcome.self) { group in
        for number in 0..<8 {
          group.addTask {
            try await leases.acquire(
              "news", by: "h\(number)", keptFor: "cell-\(number)", for: 60, at: start)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let winners = outcomes.filter { if case .acquired = $0 { true } else { false } }
      #expect(winners.count == 1)
      #expect(outcomes.count == 8)
    }
  }
}
