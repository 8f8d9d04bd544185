import CellContract
import CellDescription
import CellModel
import Cells
import TerraformDocument
import Testing

/// Alarms and dashboards look at metrics of AWS that there are, and alarms at values that they can have.
@Suite struct AWSMetricTests {
  @Test(arguments: ["our fleet", "every choice"])
  func `every metric of AWS is one that it publishes with these dimensions`(_ name: String) throws {
    let roots = try WrittenFleet(name == "our fleet" ? Cells.fleet : everyChoice).all
    let found = Set(roots.flatMap { root in uses(in: root) })
    #expect(found.count >= 15)
    #expect(found.compactMap { $0.problem }.sorted() == [])
  }

  @Test func `finds a name, dimensions and a threshold that no value has`() {
    func problem(_ name: String, _ dimensions: Set<String>, _ bound: Bound? = nil) -> String? {
      Use(namespace: "AWS/RDS", name: name, dimensions: dimensions, bound: bound).problem
    }
    let cluster: Set = ["DBClusterIdentifier"]
    #expect(problem("CPUUtilization", cluster, Bound(threshold: 80, isLower: false)) == nil)
    #expect(problem("CPUUtilization", cluster, Bound(threshold: 100, isLower: true)) == nil)
    #expect(problem("DatabaseConnections", cluster, Bound(threshold: 5_000, isLower: false)) == nil)
    #expect(
      problem("CPUUtilisation", cluster)
        == "AWS/RDS publishes no CPUUtilisation by DBClusterIdentifier that MetricFacts knows")
    #expect(
      problem("CPUUtilization", ["DBInstance"])
        == "AWS/RDS publishes no CPUUtilization by DBInstance that MetricFacts knows")
    for (name, bound) in [
      ("CPUUtilization", Bound(threshold: 100, isLower: false)),
      ("CPUUtilization", Bound(threshold: 101, isLower: true)),
      ("DatabaseConnections", Bound(threshold: -1, isLower: false)),
      ("DatabaseConnections", Bound(threshold: 0, isLower: true)),
    ] {
      #expect(
        problem(name, cluster, bound)
          == "an alarm of \(name) at \(bound.threshold) is always or never on")
    }
  }

  /// Where an alarm goes on.
  private struct Bound: Hashable {
    let threshold: Double
    /// Whether below it, and not above.
    let isLower: Bool

    init(threshold: Double, isLower: Bool) {
      self.threshold = threshold
      self.isLower = isLower
    }

    /// The bound of an alarm on one metric; nil for an alarm on a formula.
    init?(of alarm: TerraformJSON) {
      let threshold: Double
      switch alarm["threshold"] {
      case .integer(let number): threshold = Double(number)
      case .number(let number): threshold = number
      case .null, .bool, .string, .array, .object, .templatedObject, .expression: return nil
      }
      self.init(
        threshold: threshold,
        isLower: alarm["comparison_operator"].text?.hasPrefix("LessThan") ?? false)
    }
  }

  /// A metric in an alarm or a line of a dashboard.
  private struct Use: Hashable {
    let namespace: String
    let name: String
    let dimensions: Set<String>
    /// Of an alarm that looks at this metric alone.
    var bound: Bound?

    var problem: String? {
      let published = MetricFacts.all.map(\.value).first { fact in
        fact.namespace == namespace && fact.dimensions == dimensions
          && fact.percentages.union(fact.amounts).contains(name)
      }
      guard let published else {
        return
          "\(namespace) publishes no \(name) by \(dimensions.sorted().joined(separator: ", ")) "
          + "that MetricFacts knows"
      }
      guard let bound else { return nil }
      let most = published.percentages.contains(name) ? 100 : Double.infinity
      let isReachable =
        bound.isLower
        ? bound.threshold > 0 && bound.threshold <= most
        : bound.threshold >= 0 && bound.threshold < most
      return isReachable
        ? nil : "an alarm of \(name) at \(bound.threshold) is always or never on"
    }
  }

  private func uses(in root: WrittenRoot) -> [Use] {
    let alarms = root.blocks("aws_cloudwatch_metric_alarm").values.flatMap(uses(of:))
    let lines = root.blocks("aws_cloudwatch_dashboard").values.flatMap { dashboard in
      root.document(dashboard["dashboard_body"])["widgets"].elements
        .flatMap { $0["properties"]["metrics"].elements }
    }
    return (alarms + lines.compactMap(use(in:))).filter {
      !$0.namespace.hasPrefix(Metric.namespace)
    }
  }

  /// What an alarm looks at: one metric, or those that its formula is made of.
  private func uses(of alarm: TerraformJSON) -> [Use] {
    let parts = [alarm] + alarm["metric_query"].elements.map { $0["metric"] }
    return parts.compactMap { part in
      guard let namespace = part["namespace"].text, let name = part["metric_name"].text else {
        return nil
      }
      return Use(
        namespace: namespace, name: name, dimensions: Set(part["dimensions"].members.keys),
        bound: Bound(of: part))
    }
  }

  /// A line with a metric, or with a search of what a namespace has by these dimensions.
  private func use(in line: TerraformJSON) -> Use? {
    let texts = line.elements.compactMap(\.text)
    if texts.count >= 2 {
      return Use(
        namespace: texts[0], name: texts[1],
        dimensions: Set(stride(from: 2, to: texts.count, by: 2).map { texts[$0] }))
    }
    let search = /SEARCH\('{([\w\/]+),([A-Za-z,]+)} MetricName="(\w+)"/
    guard let expression = line.elements.last?["expression"].text,
      let match = expression.firstMatch(of: search)
    else { return nil }
    return Use(
      namespace: String(match.1), name: String(match.3),
      dimensions: Set(match.2.split(separator: ",").map(String.init)))
  }
}
