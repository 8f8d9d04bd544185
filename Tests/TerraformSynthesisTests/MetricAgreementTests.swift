import CellContract
import CellDescription
import Cells
import TerraformDocument
import Testing

/// What dashboards, alarms and filters call ours is what the contract calls so.
@Suite struct MetricAgreementTests {
  @Test(arguments: ["our fleet", "every choice"])
  func `every metric of ours is one that the contract publishes so`(_ name: String) throws {
    let uses = try uses(in: name == "our fleet" ? Cells.fleet : everyChoice)
    #expect(uses.count >= 15)
    #expect(uses.filter { !isPublished($0) } == [])
  }

  @Test func `the check knows a name, a service and dimensions that nobody publishes`() {
    #expect(
      isPublished(Use(name: "RequestCount", service: "api", dimensions: ["Cell", "Service"])))
    #expect(!isPublished(Use(name: "Requests", service: "api", dimensions: ["Cell", "Service"])))
    #expect(
      !isPublished(Use(name: "RequestCount", service: "worker", dimensions: ["Cell", "Service"])))
    #expect(!isPublished(Use(name: "RequestCount", service: "api", dimensions: ["Service"])))
    #expect(
      isPublished(Use(name: "LogErrors", service: "poller", dimensions: ["Cell", "Service"])))
  }

  @Test func `a value is published for the service as a whole and by its own dimensions`() {
    #expect(Metric.serverErrorCount.dimensionSets == [["Cell", "Service"]])
    #expect(
      Metric.requestDuration.dimensionSets == [
        ["Cell", "Service"], ["Cell", "Service", "Endpoint"],
      ])
  }

  private struct Use: Hashable {
    let name: String
    let service: String
    let dimensions: Set<String>
  }

  private func isPublished(_ use: Use) -> Bool {
    guard let service = ServiceName(rawValue: use.service) else { return false }
    return (service.contract.metrics + [.logErrors]).contains { metric in
      metric.name == use.name && metric.dimensionSets.contains { Set($0) == use.dimensions }
    }
  }

  private func uses(in fleet: Fleet) throws -> Set<Use> {
    var found: Set<Use> = []
    for root in try WrittenFleet(fleet).all {
      for alarm in root.blocks("aws_cloudwatch_metric_alarm").values
      where alarm["namespace"].text == Metric.namespace {
        let dimensions = alarm["dimensions"].members
        found.insert(
          Use(
            name: alarm["metric_name"].text ?? "?", service: dimensions["Service"]?.text ?? "?",
            dimensions: Set(dimensions.keys)))
      }
      for dashboard in root.blocks("aws_cloudwatch_dashboard").values {
        let widgets = root.document(dashboard["dashboard_body"])["widgets"].elements
        for line in widgets.flatMap({ $0["properties"]["metrics"].elements }) {
          if let use = try use(in: line) { found.insert(use) }
        }
      }
    }
    return found
  }

  /// What a line of a graph uses of ours: a metric, or the one that a search looks for.
  private func use(in line: TerraformJSON) throws -> Use? {
    let texts = line.elements.compactMap(\.text)
    if texts.first == Metric.namespace {
      let pairs = stride(from: 2, to: texts.count, by: 2).map { (texts[$0], texts[$0 + 1]) }
      let dimensions = Dictionary(uniqueKeysWithValues: pairs)
      return Use(
        name: texts[1], service: dimensions["Service"] ?? "?", dimensions: Set(dimensions.keys))
    }
    let expression = line.elements.last?["expression"].text ?? ""
    guard expression.contains(Metric.namespace) else { return nil }
    let search = /SEARCH\('{BizComms,([A-Za-z,]+)} MetricName="(\w+)" .*Service="(\w+)"'/
    let match = try #require(expression.firstMatch(of: search))
    return Use(
      name: String(match.2), service: String(match.3),
      dimensions: Set(match.1.split(separator: ",").map(String.init)))
  }
}
