import CellContract
import CellDescription
import CellModel
import CellPrimitives
import Cells
import FleetOverview
import HTMLDocument
import SourceLocations
import TerraformDocument
import Testing

/// What the fleet and its roots hold is on the page, each thing in the chapter in which it is looked for.
@Suite struct CompletenessTests {
  static let environments = ["production", "staging", "development"]

  @Test(arguments: environments)
  func `every chapter holds everything that belongs there`(_ name: String) throws {
    let page = try SamplePage(of: name, in: Cells.fleet)
    for (chapter, things) in expected(page) {
      #expect(!things.isEmpty, "\(chapter)")
      #expect(missing(things, in: page.text(of: chapter)) == [], "\(chapter)")
    }
  }

  @Test func `so it is for three cells under latency routing, with databases of their own`() throws
  {
    let page = try SamplePage(of: "sample", in: latencyFleet())
    for (chapter, things) in expected(page) {
      #expect(missing(things, in: page.text(of: chapter)) == [], "\(chapter)")
    }
  }

  /// The check itself: a chapter that is left out, or one of another environment, has gaps.
  @Test func `a chapter that is left out is noticed`() throws {
    let production = try SamplePage(of: "production", in: Cells.fleet)
    let staging = try SamplePage(of: "staging", in: Cells.fleet)
    for (chapter, things) in expected(production) {
      #expect(missing(things, in: "") == things, "\(chapter)")
      #expect(!missing(things, in: staging.text(of: chapter)).isEmpty, "\(chapter)")
    }
  }

  @Test func `the check knows every chapter of the page`() throws {
    let page = try SamplePage(of: "production", in: Cells.fleet)
    var chapters: [String] = []
    for node in page.document.body {
      node.forEach { node in
        if case .element(let element) = node, element.name == .section, let id = element.id {
          chapters.append(id)
        }
      }
    }
    #expect(
      chapters == [
        "first-steps", "cells", "alarms", "runbook", "network", "data-flow", "access", "unknown",
      ])
    #expect(expected(page).keys.sorted() == chapters.sorted())
  }

  private func missing(_ things: [String], in text: String) -> [String] {
    things.filter { !text.contains($0) }
  }

  private func expected(_ page: SamplePage) -> [String: [String]] {
    [
      "first-steps": firstSteps(page), "cells": cells(page), "alarms": alarms(page),
      "runbook": runbook(page), "network": network(page), "data-flow": dataFlow(page),
      "access": access(page), "unknown": unknown(page),
    ]
  }

  private func firstSteps(_ page: SamplePage) -> [String] {
    let environment = page.environment
    return environment.regions.map { "describe-alarms --region \($0.name)" }
      + environment.cells.map { "https://\(environment.hostName(of: $0))/health" }
      + ["https://\(environment.domain.name)/health"]
  }

  private func cells(_ page: SamplePage) -> [String] {
    let environment = page.environment
    let own = environment.cells.flatMap { cell -> [String] in
      let services = cell.cluster.services.map(\.value.name)
      return [
        cell.name, cell.region.name, environment.hostName(of: cell), cell.scope.cluster,
        cell.network.cidr.value.description, cell.scope.alarmTopic,
        cell.cluster.version.value.description, cell.scope.logArchiveBucket,
      ]
        + cell.network.zoneIDs
        + cell.cluster.nodeGroups.map { "\($0.value.count.minimum) × \($0.value.instance.name)" }
        + services.flatMap {
          [
            $0.contract.workload, cell.scope.role(of: $0), cell.scope.logGroup(of: $0),
            "\(cell.scope.imageRepository(of: $0)):\(cell.release.value)",
          ]
        }
        + Queue.all.flatMap { [cell.scope.name(of: $0), cell.scope.deadLetterName(of: $0)] }
        + Topic.all.map { cell.scope.name(of: $0) }
        + Dashboard.allCases.map { cell.scope.name(of: $0) }
    }
    return own + environment.tables.map { environment.scope.name(of: $0.value) }
      + Secret.all.map { environment.scope.name(of: $0) }
      + literals("cluster_identifier", of: "aws_rds_cluster", page)
      + literals("instance_class", of: "aws_rds_cluster_instance", page)
      + literals("global_cluster_identifier", of: "aws_rds_global_cluster", page)
  }

  /// Name, words, metric and threshold of every alarm, as Terraform has them.
  private func alarms(_ page: SamplePage) -> [String] {
    let single = "aws_cloudwatch_metric_alarm"
    return literals("alarm_name", of: single, page)
      + literals("alarm_description", of: single, page)
      + literals("metric_name", of: single, page)
      + literals("threshold", of: single, page).map { " \($0) in " }
      + literals("alarm_name", of: "aws_cloudwatch_composite_alarm", page)
      + literals("alarm_description", of: "aws_cloudwatch_composite_alarm", page)
  }

  private func runbook(_ page: SamplePage) -> [String] {
    let environment = page.environment
    let roots = page.roots.map { "terraform -chdir=terraform/\($0.path.folder) apply" }
    let queues = environment.cells.flatMap { cell in
      Queue.all.map { "--source-arn \(cell.scope.queueARN(cell.scope.deadLetterName(of: $0)))" }
    }
    let global = literals("global_cluster_identifier", of: "aws_rds_global_cluster", page)
      .flatMap { name in
        ["switchover", "failover"].map { verb in
          let region = verb == "failover" ? "us-west-1" : "us-east-1"
          return """
            \(verb)-global-cluster --region \(region) \\
              --global-cluster-identifier \(name)
            """
        }
      }
    let takeover =
      environment.routing.value == .failover && environment.cells.count > 1
      ? ["--dimensions Cell=cell-usw1-01 --value 1", "--dimensions Cell=cell-usw1-01 --value 0"]
      : []
    return roots + queues + global + takeover
      + Secret.all.map { "--secret-id \(environment.scope.name(of: $0)) " }
      + environment.accessEntries.map { "--role-arn \($0.value.role)" }
      + literals("endpoint", of: "aws_sns_topic_subscription", page)
      + environment.cells.map { "--topic-arn \($0.scope.alarmTopicARN)" }
      + environment.cells.flatMap { cell in
        cell.cluster.services.map { "aws logs tail \(cell.scope.logGroup(of: $0.value.name)) " }
      }
  }

  private func network(_ page: SamplePage) -> [String] {
    literals("cidr_block", of: "aws_subnet", page)
      + literals("availability_zone_id", of: "aws_subnet", page)
      + page.environment.cells.flatMap { $0.network.endpoints.value.map(\.rawValue) }
      + page.environment.cells.map(\.name)
  }

  private func dataFlow(_ page: SamplePage) -> [String] {
    let environment = page.environment
    return Queue.all.flatMap { [$0.name, $0.deadLetterName] } + Topic.all.map(\.name)
      + environment.tables.map { environment.scope.name(of: $0.value) }
      + Secret.all.map { environment.scope.name(of: $0) } + Secret.all.map(\.purpose)
      + literals("cluster_identifier", of: "aws_rds_cluster", page)
      + Set(environment.cells.flatMap(\.cluster.services).map(\.value.name.contract.workload))
  }

  /// Every role, and every action and resource that is written down in a policy of a role.
  private func access(_ page: SamplePage) -> [String] {
    let grants = page.environment.cells.flatMap { cell in
      cell.cluster.services.flatMap { service in
        service.value.name.contract.statements.flatMap { statement -> [String] in
          let resource: [String] =
            switch statement.resource {
            case .topic(let topic): [cell.scope.arn(of: topic)]
            case .queue(let queue): [cell.scope.queueARN(cell.scope.name(of: queue))]
            case .deadLetterQueue(let queue):
              [cell.scope.queueARN(cell.scope.deadLetterName(of: queue))]
            case .table(let table): [cell.scope.arn(of: table)]
            case .secret(let secret): [cell.scope.arnPattern(of: secret)]
            case .secretsKey: []
            case .databaseEndpoints(let database): [cell.scope.endpointsARN(of: database)]
            }
          return statement.actions + resource
        }
      }
    }
    return grants + literals("name", of: "aws_iam_role", page)
  }

  private func unknown(_ page: SamplePage) -> [String] {
    let environment = page.environment
    return page.roots.flatMap(\.components).flatMap(\.outputs).flatMap {
      [$0.name, $0.description]
    }
      + ["health", "cellctl cost --environment \(environment.name)", "terraform plan"]
      + environment.cells.flatMap { cell in
        DatabaseEndpoint.allCases.map { "--name \(cell.scope.endpointParameter($0, of: .alerts))" }
      }
  }

  /// An argument of every resource of a type, where it is literal.
  private func literals(_ argument: String, of type: String, _ page: SamplePage) -> [String] {
    page.roots.flatMap(\.declarations).filter { $0.address.type == type }.compactMap {
      switch $0.body[argument] {
      case .string(let text): text
      case .integer(let number): String(number)
      case .number, .null, .bool, .array, .object, .templatedObject, .expression, nil: nil
      }
    }
  }
}
