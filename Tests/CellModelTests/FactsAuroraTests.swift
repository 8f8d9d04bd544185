import CellPrimitives
import Testing

@testable import CellModel

struct FactsAuroraTests {
  private let today = FactDate(2026, 11, 23)

  @Test func `judges engine versions by the day`() throws {
    #expect(try status("16.8") == .standard(until: FactDate(2029, 2, 28)))
    #expect(try status("13.23") == .extended(until: FactDate(2029, 2, 28)))
    #expect(try status("12.22") == .unknown(available: []))
    #expect(try status("17.8") == .unknown(available: versions("17", [4, 5, 6, 7, 9, 10, 11])))
    #expect(
      try status("16.6") == .deprecated(available: versions("16", [8, 9, 10, 11, 13, 14, 15])))
    #expect(
      try status("14.17", on: FactDate(2030, 2, 28)) == .ended(since: FactDate(2030, 2, 28)))
    #expect(
      try status("14.17", on: FactDate(2027, 2, 27)) == .standard(until: FactDate(2027, 2, 28)))
  }

  @Test func `no version is both available and deprecated, and all are of their major version`() {
    for major in AuroraVersionFacts.majorVersions.value {
      #expect(Set(major.available).isDisjoint(with: major.deprecated))
      #expect((major.available + major.deprecated).allSatisfy { $0.major == major.major })
      #expect(major.available == major.available.sorted() && !major.available.isEmpty)
      #expect(major.endOfStandardSupport < major.endOfExtendedSupport)
    }
  }

  @Test func `writes are forwarded from 14.9, 15.4 and 16 on`() throws {
    for text in ["14.9", "14.24", "15.4", "16.1", "17.4", "18.3"] {
      #expect(try AuroraVersionFacts.supportsWriteForwarding(EngineVersion(parsing: text)))
    }
    for text in ["13.23", "14.6", "15.3"] {
      #expect(try !AuroraVersionFacts.supportsWriteForwarding(EngineVersion(parsing: text)))
    }
  }

  @Test func `a global database refuses burstable, general and old classes`() throws {
    #expect(
      AuroraClassFacts.problemInGlobalDatabase(with: .t4gMedium)
        == "db.t4g.medium is refused in an Aurora Global Database "
        + "(memory-optimised classes only, db.r5 or newer)")
    for name in ["db.r4.large", "db.m5.large", "db.t3.large"] {
      let value = try #require(DatabaseInstanceClass(name))
      #expect(AuroraClassFacts.problemInGlobalDatabase(with: value) != nil)
    }
    for name in ["db.r5.large", "db.r6g.large", "db.r8g.large", "db.x2g.large", "db.serverless"] {
      let value = try #require(DatabaseInstanceClass(name))
      #expect(AuroraClassFacts.problemInGlobalDatabase(with: value) == nil)
    }
  }

  @Test func `says why a class cannot be had`() throws {
    #expect(
      try problem("db.m5.large", .usEast1) == "db.m5.large is not a class of Aurora PostgreSQL")
    #expect(
      try problem("db.t4g.small", .usEast1)
        == "db.t4g.small is not a class of Aurora PostgreSQL; db.t4g comes in medium, large")
    #expect(
      try problem("db.x2g.large", .usWest1)
        == "db.x2g.large is not on offer for Aurora PostgreSQL in us-west-1")
    #expect(try problem("db.x2g.large", .usEast1) == nil)
    #expect(try problem("db.serverless", .saEast1) == nil)
  }

  @Test func `every class that has a name of its own can be had in every region`() {
    let classes: [DatabaseInstanceClass] = [
      .t4gMedium, .t4gLarge, .t3Medium, .r5Large, .r6gLarge, .r6gXLarge, .r6g2XLarge, .r6iLarge,
      .r7gLarge, .r7gXLarge, .r8gLarge, .serverless,
    ]
    for region in Region.allCases {
      for value in classes { #expect(AuroraClassFacts.problem(with: value, in: region) == nil) }
    }
  }

  private func status(_ text: String, on date: FactDate? = nil) throws -> AuroraSupport {
    AuroraVersionFacts.status(of: try EngineVersion(parsing: text), on: date ?? today)
  }

  private func versions(_ major: String, _ minors: [Int]) throws -> [EngineVersion] {
    try minors.map { try EngineVersion(parsing: "\(major).\($0)") }
  }

  private func problem(_ name: String, _ region: Region) throws -> String? {
    AuroraClassFacts.problem(with: try #require(DatabaseInstanceClass(name)), in: region)
  }
}
