import CellPrimitives
import HTMLDocument
import TerraformDocument

/// An alarm as its block says it.
struct Alarm {
  let block: EnvironmentDocuments.Block
  /// Its name in CloudWatch.
  let name: Phrase
  /// What is wrong and what to do, in the words that the alarm is sent with.
  let description: String
  /// When it goes off.
  let condition: Prose
  /// The topics that it tells, by name; none for what is a switch and no alarm for people.
  let tells: [String]

  /// The alarms of all roots: composite ones, then those on metrics.
  static func all(in documents: EnvironmentDocuments) -> [Alarm] {
    let composite = documents.resources("aws_cloudwatch_composite_alarm")
    let single = documents.resources("aws_cloudwatch_metric_alarm")
    return (composite + single).map(Alarm.init)
  }

  init(_ block: EnvironmentDocuments.Block) {
    self.block = block
    let root = block.root
    let body = block.body
    name = Phrase(body["alarm_name"], in: root)
    description = Phrase(body["alarm_description"], in: root).text
    tells = (body["alarm_actions"]?.elements ?? []).map { action in
      root.referenced(by: action)?.body["name"]?.literal ?? Phrase(action, in: root).text
    }
    if let rule = body["alarm_rule"] {
      condition = Phrase(rule, in: root).prose
    } else {
      condition = "\(Self.subject(of: body, in: root)) \(Self.bounds(of: body))"
    }
  }

  /// Where a link to it leads.
  var id: HTMLID { HTMLID("alarm", block.owner, block.declaration.address.name) }

  /// What is watched.
  private static func subject(of body: TerraformBody, in root: DocumentRoot) -> Prose {
    let queries = body["metric_query"]?.elements ?? []
    guard !queries.isEmpty else {
      let statistic = body["statistic"] ?? body["extended_statistic"]
      return metric(body, statistic, in: root)
    }
    let formulas = queries.compactMap { $0["expression"] }
    let named = queries.compactMap { query -> Prose? in
      guard let part = query["metric"], case .object(let members) = part else { return nil }
      let id = query["id"]?.literal ?? ""
      return "\(code: id) is \(metric(members, part["stat"], in: root))"
    }
    let formula = Prose.list(formulas.map { Phrase($0, in: root).prose })
    return named.isEmpty ? formula : "\(formula), where \(Prose.list(named)),"
  }

  private static func metric(
    _ body: TerraformBody, _ statistic: TerraformJSON?, in root: DocumentRoot
  ) -> Prose {
    let dimensions = body["dimensions"].map { Phrase($0, in: root).prose }
    let name = Phrase(body["metric_name"], in: root).text
    let namespace = Phrase(body["namespace"], in: root).text
    let start: Prose =
      "\(Phrase(statistic, in: root).text) of \(code: name) in \(code: namespace)"
    return dimensions.map { "\(start) with \($0)" } ?? start
  }

  /// The threshold, how often it must be passed, and what silence means.
  private static func bounds(of body: TerraformBody) -> Prose {
    let threshold = body["threshold"]?.literal ?? "a threshold that is not written down"
    let periods = body["evaluation_periods"]?.whole ?? 1
    let bad = body["datapoints_to_alarm"]?.whole ?? periods
    let inner = body["metric_query"]?.elements.lazy.compactMap { query in
      (query["period"] ?? query["metric"]?["period"])?.whole
    }.first
    let seconds = body["period"]?.whole ?? inner
    let comparison = Self.words(of: body["comparison_operator"]?.literal)
    let each = seconds.map { " of \(period($0))" } ?? ""
    let span =
      periods == 1 && bad == 1
      ? "in one period\(each)" : "in \(bad) of \(counted(periods, "period"))\(each)"
    let silence = Self.words(ofSilence: body["treat_missing_data"]?.literal)
    return "\(comparison) \(strong: threshold) \(span); \(silence)"
  }

  /// Source: Amazon CloudWatch API Reference, `PutMetricAlarm`, `ComparisonOperator`, 2026-11.
  private static func words(of comparison: String?) -> String {
    switch comparison {
    case "GreaterThanThreshold": "above"
    case "GreaterThanOrEqualToThreshold": "at or above"
    case "LessThanThreshold": "below"
    case "LessThanOrEqualToThreshold": "at or below"
    case .some(let other): other
    case .none: "beyond"
    }
  }

  /// Source: Amazon CloudWatch API Reference, `PutMetricAlarm`, `TreatMissingData`, 2026-11.
  private static func words(ofSilence treatment: String?) -> String {
    switch treatment {
    case "notBreaching": "no values are taken for good"
    case "breaching": "no values are as bad"
    case "ignore": "without values it stays as it was"
    case .some, .none: "without values its state is not known"
    }
  }
}
