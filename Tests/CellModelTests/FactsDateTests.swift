import Testing

@testable import CellModel

struct FactsDateTests {
  @Test func `takes days of the calendar and no others`() {
    #expect(FactDate(year: 2028, month: 2, day: 29)?.description == "2028-02-29")
    #expect(FactDate(year: 2000, month: 2, day: 29) != nil)
    #expect(FactDate(year: 2026, month: 2, day: 29) == nil)
    #expect(FactDate(year: 2100, month: 2, day: 29) == nil)
    #expect(FactDate(year: 2026, month: 13, day: 1) == nil)
    #expect(FactDate(year: 2026, month: 0, day: 1) == nil)
    #expect(FactDate(year: 2026, month: 11, day: 31) == nil)
    #expect(FactDate(year: 2026, month: 11, day: 0) == nil)
  }

  @Test func `sorts by time`() {
    let days = [FactDate(2027, 1, 1), FactDate(2026, 12, 31), FactDate(2026, 2, 28)]
    #expect(days.sorted().map(\.description) == ["2026-02-28", "2026-12-31", "2027-01-01"])
  }

  @Test func `counts days, leap days among them`() {
    #expect(FactDate(2026, 11, 23).days(until: FactDate(2026, 11, 26)) == 3)
    #expect(FactDate(2026, 11, 26).days(until: FactDate(2026, 11, 23)) == -3)
    #expect(FactDate(2027, 12, 31).days(until: FactDate(2029, 1, 1)) == 367)
    #expect(FactDate(2100, 2, 28).days(until: FactDate(2100, 3, 1)) == 1)
    #expect(FactDate(1999, 1, 1).days(until: FactDate(2026, 11, 26)) == 10_191)
  }

  @Test func `a day is older than a year from the day after its anniversary`() {
    #expect(!FactDate(2025, 11, 26).isOlderThanAYear(on: FactDate(2026, 11, 26)))
    #expect(FactDate(2025, 11, 25).isOlderThanAYear(on: FactDate(2026, 11, 26)))
    #expect(FactDate(2024, 2, 29).isOlderThanAYear(on: FactDate(2025, 3, 1)))
  }

  @Test func `every day in the tables is in the calendar`() {
    let kubernetes = EKSVersionFacts.releases.value
      .flatMap { [$0.endOfStandardSupport, $0.endOfExtendedSupport] }
    let aurora = AuroraVersionFacts.majorVersions.value
      .flatMap { [$0.endOfStandardSupport, $0.endOfExtendedSupport] }
    for date in kubernetes + aurora + [FactDate.tablesChecked] {
      #expect(FactDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }
}
