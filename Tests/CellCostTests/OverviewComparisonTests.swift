import CellPrimitives
import TerraformDocument
import Testing

@testable import CellCost

struct OverviewComparisonTests {
  @Test func `the figures are the overview's`() {
    #expect(OverviewFigures.of("production")?.total == Dollars(cents: 991_40))
    #expect(OverviewFigures.of("staging")?.total == Dollars(cents: 400_00))
    #expect(OverviewFigures.of("development")?.total == Dollars(cents: 180_00))
    #expect(OverviewFigures.of("elsewhere") == nil)
  }

  @Test(
    arguments: ["production", "staging", "development"],
    [
      [], ["hours=720", "karpenter-machines=7", "spot-share=0"],
      ["nat-gigabytes=0", "table-reads=123.456789", "spot-saving=90", "log-gigabytes=0.000001"],
    ])
  func `the parts of every difference add up to it`(environment: String, usage: [String]) throws {
    var assumptions = UsageAssumptions()
    for text in usage { try assumptions.assume(text) }
    let bill = Bill(of: try fleetResources(), assuming: assumptions, on: today)
    let figures = try #require(OverviewFigures.of(environment))
    let comparison = OverviewComparison(of: bill, with: figures, assuming: assumptions)
    for row in comparison.rows {
      #expect(row.isExplained, "\(row.title)")
      for part in row.parts { #expect(!part.explanation.isEmpty && part.amount != .zero) }
    }
    // Nothing of the bill is in two rows or in none.
    let own = bill.filtered { $0.environment == environment }
    #expect(comparison.here == own.total.known)
    #expect(comparison.overview == figures.total)
    let parts = Dollars.sum(comparison.rows.flatMap(\.parts).map(\.amount))
    #expect(parts == comparison.here - comparison.overview)
  }

  @Test func `they add up too where prices are missing`() throws {
    let prices = PriceBook([.karpenterOfJuly2026, .northernCaliforniaOfSeptember2026])
    let bill = Bill(of: try fleetResources(), prices: prices, on: today)
    for figures in OverviewFigures.all {
      let comparison = OverviewComparison(of: bill, with: figures, prices: prices)
      #expect(comparison.rows.allSatisfy { $0.isExplained })
      #expect(comparison.isLowerBound)
      #expect(
        comparison.here == bill.filtered { $0.environment == figures.environment }.total.known)
    }
  }

  @Test func `notices a difference that is not explained`() {
    let row = OverviewComparison.Row(
      title: "ALB", configuration: "2 load balancers", overview: Dollars(cents: 33_00),
      here: Bill(of: [resource("aws_eip")], on: today).total,
      parts: [.init(amount: Dollars(cents: -29_34), explanation: "one cent is missing")],
      unknown: [])
    #expect(!row.isExplained)
  }

  @Test func `tells figure, quantity and region apart`() throws {
    let instance = { (name: String, region: Region) in
      resource(
        "aws_rds_cluster_instance", name, ["instance_class": "db.r6g.large"], in: region,
        root: "cells/cell-\(name)")
    }
    let bill = Bill(
      of: [instance("a", .usEast1), instance("b", .usEast1), instance("c", .usWest1)], on: today)
    let figures = try #require(OverviewFigures.of("production"))
    let row = try #require(
      OverviewComparison(of: bill, with: figures).rows.first { $0.title.hasPrefix("Aurora") })
    #expect(
      row.parts.map { "\($0.amount) \($0.explanation)" } == [
        "-$58.40 its own words cost $379.60: its figure takes $0.30 an hour, which is not what AWS "
          + "asks",
        "$189.80 db.r6g.large instances, by the hour: 2,190 here and 1,460 in the overview; each "
          + "cell's cluster has a second instance in another zone, which takes over within the region",
        "$18.98 db.r6g.large instances: us-west-1 asks $0.286 for us-east-1's $0.26",
      ])
    #expect(row.isExplained)
  }
}
