import CellPrimitives
import Testing

@testable import CellModel

struct FactsSourceTests {
  @Test func `every fact says where and when it was read`() {
    let sources =
      Region.allCases.map { RegionFacts.zones(of: $0) }.map { ($0.source, $0.date) }
      + NameLimits.all.map { ($0.source, $0.date) } + [
        read(RegionFacts.zonesRefusedByEKS), read(EKSVersionFacts.releases),
        read(AuroraVersionFacts.majorVersions), read(InstanceTypeFacts.families),
        read(QuotaFacts.networks), read(QuotaFacts.addresses),
        read(AuroraVersionFacts.writeForwarding), read(AuroraClassFacts.families),
        read(LogRetentionFacts.days),
        read(AuroraClassFacts.globalDatabaseRequirement), read(AuroraClassFacts.maximumSecondaries),
        read(AuroraLimits.backupRetentionInDays), read(AuroraLimits.serverlessCapacity),
        read(AuroraLimits.serverlessCapacityStep), read(AuroraLimits.leastServerlessMaximum),
      ]
    for (source, date) in sources {
      #expect(source.count > 20)
      #expect(date >= FactDate(2026, 11, 1) && date <= FactDate(2026, 11, 26))
    }
  }

  private func read<Known>(_ fact: Fact<Known>) -> (String, FactDate) { (fact.source, fact.date) }
}
