import TerraformDocument

/// A graph on a dashboard.
struct DashboardWidget {
  /// A line of a graph, or several where a search finds several.
  struct Line {
    fileprivate let source: Source
    /// What the legend says.
    fileprivate let label: String
    /// What formulas call it.
    fileprivate var id: String?
    /// Whether it is drawn, or only there for a formula.
    fileprivate var isVisible = true
  }

  fileprivate enum Source {
    case metric(CloudWatchMetric)
    case search(CloudWatchMetric, String)
    case formula(String)
  }

  /// What stands above it.
  let title: String
  /// What is drawn.
  let lines: [Line]
  /// Seconds over which each point is taken.
  var period = 60
  /// What the numbers are: `ms`, `%`.
  var unit: String?
  /// A value to compare with, and what it is: an alarm's threshold.
  var mark: (value: Int, label: String)?
}

extension DashboardWidget.Line {
  /// One metric.
  static func metric(_ metric: CloudWatchMetric, _ label: String) -> Self {
    Self(source: .metric(metric), label: label)
  }

  /// One metric that is not drawn; ``formula(_:_:)`` calls it `id`.
  static func hidden(_ metric: CloudWatchMetric, as id: String) -> Self {
    Self(source: .metric(metric), label: id, id: id, isVisible: false)
  }

  /// A line for each value that the dimension `key` has, now and later; the legend says the value, after
  /// `label` where several searches share a graph.
  static func each(_ key: String, of metric: CloudWatchMetric, _ label: String? = nil) -> Self {
    let value = "${PROP('Dim.\(key)')}"
    return Self(source: .search(metric, key), label: label.map { "\($0) \(value)" } ?? value)
  }

  /// Metric math over the other lines' IDs.
  static func formula(_ text: String, _ label: String) -> Self {
    Self(source: .formula(text), label: label)
  }

  /// An element of the array `metrics`.
  fileprivate func json(period: Int) -> TerraformJSON {
    var options: TerraformBody = ["label": .string(label)]
    options["id"] = id.map(TerraformJSON.string)
    if !isVisible { options["visible"] = false }
    switch source {
    case .formula(let text):
      options["expression"] = .string(text)
      return [.object(options)]
    case .search(let metric, let key):
      options["expression"] = metric.search(by: key, period: period)
      return [.object(options)]
    case .metric(let metric):
      options["stat"] = .string(metric.statistic.text)
      let dimensions = metric.dimensions.sorted { $0.key < $1.key }
      return .array(
        [.string(metric.namespace), .string(metric.name)]
          + dimensions.flatMap { [.string($0.key), $0.value.json] } + [.object(options)])
    }
  }
}

extension CloudWatchMetric {
  /// A search for the metric under its dimensions and one more.
  ///
  /// Source: Amazon CloudWatch User Guide, "CloudWatch search expression syntax", 2026-11.
  fileprivate func search(by key: String, period: Int) -> TerraformJSON {
    let schema = ([namespace] + (dimensions.keys + [key]).sorted()).joined(separator: ",")
    let terms = dimensions.sorted { $0.key < $1.key }
    let filter = terms.reduce("MetricName=\"\(name)\"" as Argument<String>) { text, term in
      "\(text) \(term.key)=\"\(term.value)\""
    }
    let expression: Argument<String> =
      "SEARCH('{\(schema)} \(filter)', '\(statistic.text)', \(period))"
    return expression.json
  }
}

extension TerraformJSON {
  /// A dashboard's body: two widgets a row, each half of the 24 columns wide.
  ///
  /// Source: Amazon CloudWatch API Reference, "Dashboard Body Structure and Syntax", 2026-11.
  static func dashboard(_ widgets: [DashboardWidget], in region: String) -> TerraformJSON {
    let placed = widgets.enumerated().map { index, widget -> TerraformJSON in
      [
        "type": "metric", "x": .integer(index % 2 * 12), "y": .integer(index / 2 * 6),
        "width": 12, "height": 6, "properties": widget.properties(in: region),
      ]
    }
    return ["periodOverride": "inherit", "start": "-PT3H", "widgets": .array(placed)]
  }
}

extension DashboardWidget {
  fileprivate func properties(in region: String) -> TerraformJSON {
    var axis: TerraformBody = ["min": 0, "showUnits": false]
    axis["label"] = unit.map(TerraformJSON.string)
    var properties: TerraformBody = [
      "metrics": .array(lines.map { $0.json(period: period) }), "period": .integer(period),
      "region": .string(region), "stacked": false, "title": .string(title), "view": "timeSeries",
      "yAxis": ["left": .object(axis)],
    ]
    if let mark {
      properties["annotations"] = [
        "horizontal": [["label": .string(mark.label), "value": .integer(mark.value)]]
      ]
    }
    return .object(properties)
  }
}
