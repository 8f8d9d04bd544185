import CellPrimitives
import Testing

@testable import CellModel

struct FactsEKSVersionTests {
  private let today = FactDate(2026, 11, 23)

  @Test func `judges each version by the day`() {
    #expect(status(1, 35, on: today) == .standard(until: FactDate(2027, 3, 27)))
    #expect(status(1, 33, on: today) == .extended(until: FactDate(2027, 7, 29)))
    #expect(status(1, 28, on: today) == .ended(since: FactDate(2025, 11, 26)))
    #expect(status(1, 27, on: today) == .unknown)
    #expect(status(1, 99, on: today) == .unknown)
  }

  @Test func `extended support begins on the day that ends the standard one`() {
    #expect(status(1, 34, on: FactDate(2026, 12, 1)) == .standard(until: FactDate(2026, 12, 2)))
    #expect(status(1, 34, on: FactDate(2026, 12, 2)) == .extended(until: FactDate(2027, 12, 2)))
    #expect(status(1, 34, on: FactDate(2027, 12, 1)) == .extended(until: FactDate(2027, 12, 2)))
    #expect(status(1, 34, on: FactDate(2027, 12, 2)) == .ended(since: FactDate(2027, 12, 2)))
  }

  @Test func `offers the versions in standard support`() {
    #expect(
      EKSVersionFacts.versionsInStandardSupport(on: today).map(\.description)
        == ["1.34", "1.35", "1.36"])
  }

  @Test func `each version is supported longer than the one before and extended for a year`() {
    let releases = EKSVersionFacts.releases.value
    for (older, newer) in zip(releases, releases.dropFirst()) {
      #expect(newer.version.minor == older.version.minor + 1)
      #expect(older.endOfStandardSupport < newer.endOfStandardSupport)
    }
    for release in releases {
      #expect(release.endOfExtendedSupport.year == release.endOfStandardSupport.year + 1)
    }
  }

  private func status(_ major: UInt16, _ minor: UInt16, on date: FactDate) -> EKSSupport {
    EKSVersionFacts.status(of: KubernetesVersion(major: major, minor: minor), on: date)
  }
}
