import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// Every widget that the overview lists, in JSON that CloudWatch reads.
@Suite struct DashboardsTests {
  private let cell: WrittenRoot

  init() throws { cell = try WrittenFleet(twoCells())["sample", "cells/cell-b"] }

  @Test func `a cell has three dashboards, named after it because they have no region`() {
    let dashboards = cell.blocks("aws_cloudwatch_dashboard")
    #expect(
      dashboards.mapValues { $0["dashboard_name"] } == [
        "api": "bizcomms-cell-b-api", "worker": "bizcomms-cell-b-worker",
        "infrastructure": "bizcomms-cell-b-infrastructure",
      ])
  }

  @Test func `the API's shows requests by endpoint, latency, error rate and connections`() throws {
    let api = titles(of: "api")
    #expect(
      api == [
        "Requests per minute, by endpoint", "Latency", "Error rate", "Errors per minute",
        "Active connections", "Errors logged per minute",
      ])
    #expect(
      metrics("api", "Requests per minute, by endpoint") == [
        [
          [
            "expression": .string(
              #"SEARCH('{BizComms,Cell,Endpoint,Service} MetricName="RequestCount" "#
                + #"Cell="cell-b" Service="api"', 'Sum', 60)"#),
            "label": "$${PROP('Dim.Endpoint')}",
          ]
        ]
      ])
    #expect(
      metrics("api", "Latency") == [
        latency("p50"), latency("p95"), latency("p99"),
      ])
    let rate = metrics("api", "Error rate").elements
    #expect(
      rate.flatMap(\.elements).compactMap { $0["expression"].text } == [
        "100 * client / requests", "100 * server / requests",
      ])
    #expect(
      metrics("api", "Active connections") == [
        [
          "BizComms", "ActiveConnections", "Cell", "cell-b", "Service", "api",
          ["label": "all pods", "stat": "Sum"],
        ],
        [
          "AWS/ApplicationELB", "ActiveConnectionCount", "LoadBalancer",
          "${aws_lb.main.arn_suffix}", ["label": "load balancer", "stat": "Sum"],
        ],
      ])
    #expect(
      metrics("api", "Errors per minute").elements.map { $0.elements[1] } == [
        "ClientErrorCount", "ServerErrorCount", "HTTPCode_Target_5XX_Count",
        "HTTPCode_ELB_5XX_Count",
      ])
  }

  @Test func `the worker's shows queue, messages, duration and what Twilio delivered`() {
    #expect(
      titles(of: "worker") == [
        "SQS queue depth", "Age of the oldest message", "Messages processed per minute",
        "Processing duration", "Twilio delivery success rate", "Deliveries per minute, by channel",
        "Errors logged per minute",
      ])
    #expect(
      metrics("worker", "SQS queue depth").elements.map {
        $0.elements.dropLast().compactMap(\.text)
      }
        == [
          [
            "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName",
            "bizcomms-cell-b-alert-processing",
          ],
          [
            "AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "QueueName",
            "bizcomms-cell-b-alert-processing",
          ],
          [
            "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName",
            "bizcomms-cell-b-alert-processing-dlq",
          ],
        ])
    #expect(
      metrics("worker", "Twilio delivery success rate").elements.last == [
        [
          "expression": .string(
            "100 * FILL(delivered, 0) "
              + "/ (FILL(delivered, 0) + FILL(undelivered, 0) + FILL(failed, 0))"),
          "label": "delivered",
        ]
      ])
  }

  /// What Twilio has accepted may still not arrive.
  @Test func `the success rate counts what arrived, of all whose end is known`() {
    let lines = metrics("worker", "Twilio delivery success rate").elements.dropLast()
    #expect(
      lines.map { [$0.elements[1], $0.elements[5]] } == [
        ["DeliveriesDelivered", "api"], ["DeliveriesUndelivered", "api"],
        ["DeliveriesFailed", "worker"],
      ])
  }

  @Test func `lines of several searches in one graph say which search found them`() {
    let lines = metrics("worker", "Deliveries per minute, by channel").elements
    #expect(
      lines.flatMap(\.elements).map { $0["label"] } == [
        "sent $${PROP('Dim.Channel')}", "delivered $${PROP('Dim.Channel')}",
        "undelivered $${PROP('Dim.Channel')}", "failed $${PROP('Dim.Channel')}",
      ])
  }

  @Test func `the infrastructure's shows Aurora, DynamoDB and EKS`() {
    #expect(
      titles(of: "infrastructure") == [
        "Aurora alerts: CPU", "Aurora alerts: connections", "Aurora alerts: IOPS",
        "Aurora alerts: replication lag", "DynamoDB deliveries: capacity units per minute",
        "DynamoDB deliveries: throttles", "DynamoDB stories: capacity units per minute",
        "DynamoDB stories: throttles", "EKS: pods", "EKS: nodes", "EKS: node utilization",
      ])
    #expect(
      metrics("infrastructure", "Aurora alerts: replication lag") == [
        [
          "AWS/RDS", "AuroraReplicaLagMaximum", "DBClusterIdentifier", "bizcomms-cell-b-alerts",
          ["label": "readers of this region behind its writer", "stat": "Maximum"],
        ],
        [
          [
            "expression": .string(
              "SELECT MAX(AuroraGlobalDBReplicationLag) "
                + #"FROM SCHEMA("AWS/RDS", DBClusterIdentifier, SourceRegion) "#
                + "WHERE DBClusterIdentifier = 'bizcomms-cell-b-alerts'"),
            "label": "behind the primary's region",
          ]
        ],
      ])
    #expect(
      metrics("infrastructure", "EKS: node utilization").elements.map { $0.elements[1] } == [
        "node_cpu_utilization", "node_memory_utilization", "node_filesystem_utilization",
      ])
  }

  @Test func `every widget fits into 24 columns, and none lies on another`() throws {
    for (_, body) in try bodies() {
      var taken: Set<[Int]> = []
      for widget in body["widgets"].elements {
        guard case .integer(let x) = widget["x"], case .integer(let y) = widget["y"],
          case .integer(let width) = widget["width"], case .integer(let height) = widget["height"]
        else {
          Issue.record("a widget has no place: \(widget)")
          continue
        }
        #expect(x >= 0 && y >= 0 && x + width <= 24)
        for column in x..<x + width {
          for row in y..<y + height { #expect(taken.insert([column, row]).inserted) }
        }
      }
      #expect(!taken.isEmpty)
    }
  }

  @Test func `every widget has what CloudWatch asks for, and an ID only once`() throws {
    for (region, body) in try bodies() {
      for widget in body["widgets"].elements {
        #expect(widget["type"] == "metric")
        let properties = widget["properties"]
        #expect(properties["region"] == .string(region))
        #expect(properties["view"] == "timeSeries")
        #expect(properties["title"].text?.isEmpty == false)
        let lines = properties["metrics"].elements
        #expect(!lines.isEmpty)
        let options = lines.compactMap(\.elements.last)
        let ids = options.compactMap { $0["id"].text }
        #expect(Set(ids).count == ids.count)
        for (line, options) in zip(lines, options) {
          // A formula alone, or namespace, name and pairs of a dimension and its value.
          let isFormula = line.elements.count == 1 && options["expression"].text != nil
          #expect(
            isFormula
              || (line.elements.count.isMultiple(of: 2) == false && options["stat"].text != nil))
        }
      }
    }
  }

  /// The bodies of all dashboards of our fleet and of every choice, with their cell's region.
  private func bodies() throws -> [(String, TerraformJSON)] {
    var found: [(String, TerraformJSON)] = []
    for root in try [Cells.fleet, everyChoice].flatMap({ try WrittenFleet($0).all }) {
      let settings = root.files["terraform.tf.json"] ?? .null
      let region = settings["provider"]["aws"].elements.first?["region"].text ?? "?"
      for block in root.blocks("aws_cloudwatch_dashboard").values {
        found.append((region, root.document(block["dashboard_body"])))
      }
    }
    #expect(found.count >= 21)
    return found
  }

  private func titles(of dashboard: String) -> [String] {
    widgets(of: dashboard).compactMap { $0["properties"]["title"].text }
  }

  private func metrics(_ dashboard: String, _ title: String) -> TerraformJSON {
    widgets(of: dashboard).first { $0["properties"]["title"].text == title }?["properties"][
      "metrics"] ?? .null
  }

  private func widgets(of dashboard: String) -> [TerraformJSON] {
    cell.document(cell["aws_cloudwatch_dashboard", dashboard]["dashboard_body"])["widgets"].elements
  }

  private func latency(_ percentile: String) -> TerraformJSON {
    [
      "BizComms", "RequestDuration", "Cell", "cell-b", "Service", "api",
      ["label": .string(percentile), "stat": .string(percentile)],
    ]
  }
}
