import CellDescription
import CellModel
import Cells
import FleetOverview
import HTMLDocument
import Testing

/// The page as a document: names, links, and what words can't do to it.
@Suite struct PageTests {
  private func pages() throws -> [SamplePage] {
    try CompletenessTests.environments.map { try SamplePage(of: $0, in: Cells.fleet) }
      + [
        SamplePage(of: "sample", in: latencyFleet()), SamplePage(of: "sample", in: hostileFleet()),
      ]
  }

  @Test func `no name stands twice, and every link inside the page leads somewhere`() throws {
    for page in try pages() {
      #expect(page.document.duplicateIDs == [])
      let names = Set(page.values(of: .id))
      let links = page.values(of: .href).filter { $0.hasPrefix("#") }
      #expect(!links.isEmpty)
      #expect(links.filter { !names.contains(String($0.dropFirst())) } == [])
      let labels = page.values(of: .labelledBy) + page.values(of: .describedBy)
      #expect(labels.filter { !names.contains($0) } == [])
    }
  }

  @Test func `nothing is loaded and nothing runs`() throws {
    for page in try pages() {
      #expect(!page.file.contains(/<(?:script|img|iframe|link|object|embed)[\s>]/))
      #expect(!page.file.contains(/\s(?:src|srcset|style|on\w+)="/))
      #expect(page.values(of: .href).allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("./") })
    }
  }

  @Test func `hostile words are read as words`() throws {
    let page = try SamplePage(of: "sample", in: hostileFleet())
    let alarms = page.text(of: "alarms")
    #expect(alarms.contains("\(hostileText)\(hostileText)"))
    #expect(alarms.contains("LessThanLowerOrGreaterThanUpperThreshold"))
    #expect(page.text(of: "access").contains(hostileText))
    #expect(!page.file.contains("<script>"))
    #expect(!page.file.contains("<img"))
  }

  @Test func `where nobody can take over, no link says so`() throws {
    let page = try SamplePage(of: "staging", in: Cells.fleet)
    #expect(
      page.text(of: "first-steps").contains("There is one cell; nobody can take over from it."))
    #expect(!page.values(of: .id).contains("takeover"))
    #expect(!page.values(of: .id).contains("switchover"))
  }

  @Test func `an alarm leads on to what to do about it`() throws {
    let page = try SamplePage(of: "production", in: Cells.fleet)
    for (alarm, step) in [
      ("alarm.cell-use1-01.api_high_error_rate", "A release that fails"),
      ("alarm.cell-usw1-01.webhooks_dlq", "Messages that failed"),
      ("alarm.routing.takeover", "Move callers to the standby"),
      ("alarm.cell-usw1-01.alerts_aurora_global_replication_lag", "The database's region is lost"),
    ] {
      #expect(page.text(of: alarm).contains("Go on with \(step)"), "\(alarm)")
    }
  }

  /// Failed rounds go to no queue from which they could be handed out again.
  @Test func `failed rounds of a function are not redriven`() throws {
    let page = try SamplePage(of: "development", in: Cells.fleet)
    let alarm = page.text(of: "alarm.cell-use1-dev.poller_failures")
    #expect(alarm.contains("nothing repeats these rounds"))
    #expect(!alarm.contains("Go on with"))
  }

  @Test func `what only an apply tells is marked as such`() throws {
    let page = try SamplePage(of: "production", in: Cells.fleet)
    #expect(page.file.contains("class=\"later\">${aws_route53_health_check.takeover.id}</code>"))
  }

  @Test func `the same environment gives the same bytes`() throws {
    let first = try SamplePage(of: "production", in: Cells.fleet).document.bytes()
    for _ in 1...3 {
      #expect(try SamplePage(of: "production", in: Cells.fleet).document.bytes() == first)
    }
  }
}
