import CellContract
import CellModel
import TerraformAWS
import TerraformDocument

extension ResolvedCell {
  /// The dashboard of the API and what stands before it.
  func apiWidgets(behind loadBalancer: AWS.LB.Attributes) -> [DashboardWidget] {
    let requests = CloudWatchMetric(.requestCount, of: .api, in: self, .sum)
    let clientErrors = CloudWatchMetric(.clientErrorCount, of: .api, in: self, .sum)
    let serverErrors = CloudWatchMetric(.serverErrorCount, of: .api, in: self, .sum)
    return [
      DashboardWidget(
        title: "Requests per minute, by endpoint", lines: [.each("Endpoint", of: requests)]),
      percentiles("Latency", of: .requestDuration, .api),
      DashboardWidget(
        title: "Error rate",
        lines: [
          .hidden(requests, as: "requests"), .hidden(clientErrors, as: "client"),
          .hidden(serverErrors, as: "server"), .formula("100 * client / requests", "4xx"),
          .formula("100 * server / requests", "5xx"),
        ], unit: "%"),
      DashboardWidget(
        title: "Errors per minute",
        lines: [
          .metric(clientErrors, "4xx"), .metric(serverErrors, "5xx"),
          .metric(
            .counted(.podServerErrors, by: loadBalancer), "5xx of pods, at the load balancer"),
          .metric(.counted(.ownServerErrors, by: loadBalancer), "5xx of the load balancer itself"),
        ],
        mark: (10, CellAlarm.apiHighErrorRate.rawValue)),
      DashboardWidget(
        title: "Active connections",
        lines: [
          .metric(
            CloudWatchMetric(.activeConnections, of: .api, in: self, .sum), "all pods"),
          .metric(.counted(.activeConnections, by: loadBalancer), "load balancer"),
        ]),
      loggedErrors(of: [.api]),
    ]
  }

  /// The dashboard of the worker and its queue.
  var workerWidgets: [DashboardWidget] {
    let sent = CloudWatchMetric(.deliveriesSent, of: .worker, in: self, .sum)
    let failed = CloudWatchMetric(.deliveriesFailed, of: .worker, in: self, .sum)
    let delivered = CloudWatchMetric(.deliveriesDelivered, of: .api, in: self, .sum)
    let undelivered = CloudWatchMetric(.deliveriesUndelivered, of: .api, in: self, .sum)
    return [
      DashboardWidget(
        title: "SQS queue depth",
        lines: [
          .metric(queue(.alertProcessing, "ApproximateNumberOfMessagesVisible"), "waiting"),
          .metric(queue(.alertProcessing, "ApproximateNumberOfMessagesNotVisible"), "in work"),
          .metric(deadLetters(of: .alertProcessing), "dead letters"),
        ], mark: (Queue.backlog, CellAlarm.queueBackup.rawValue)),
      DashboardWidget(
        title: "Age of the oldest message",
        lines: [.metric(queue(.alertProcessing, "ApproximateAgeOfOldestMessage"), "oldest")],
        unit: "s"),
      DashboardWidget(
        title: "Messages processed per minute",
        lines: [
          .metric(CloudWatchMetric(.messagesProcessed, of: .worker, in: self, .sum), "processed")
        ]),
      percentiles("Processing duration", of: .processingDuration, .worker),
      DashboardWidget(
        title: "Twilio delivery success rate",
        lines: [
          .hidden(delivered, as: "delivered"), .hidden(undelivered, as: "undelivered"),
          .hidden(failed, as: "failed"),
          .formula(
            "100 * FILL(delivered, 0) "
              + "/ (FILL(delivered, 0) + FILL(undelivered, 0) + FILL(failed, 0))", "delivered"),
        ], unit: "%"),
      DashboardWidget(
        title: "Deliveries per minute, by channel",
        lines: [
          .each("Channel", of: sent, "sent"), .each("Channel", of: delivered, "delivered"),
          .each("Channel", of: undelivered, "undelivered"), .each("Channel", of: failed, "failed"),
        ]),
      loggedErrors(of: [.worker, .poller]),
    ]
  }

  /// A metric of a queue, at its worst.
  func queue(_ queue: Queue, _ metric: String) -> CloudWatchMetric {
    CloudWatchMetric(
      "AWS/SQS", metric, ["QueueName": Argument(scope.name(of: queue))], .maximum)
  }

  /// How many messages of a queue nobody could handle.
  func deadLetters(of queue: Queue) -> CloudWatchMetric {
    CloudWatchMetric(
      "AWS/SQS", "ApproximateNumberOfMessagesVisible",
      ["QueueName": Argument(scope.deadLetterName(of: queue))], .maximum)
  }

  private func percentiles(
    _ title: String, of metric: Metric, _ service: ServiceName
  ) -> DashboardWidget {
    DashboardWidget(
      title: title,
      lines: [50, 95, 99].map { percent in
        .metric(
          CloudWatchMetric(metric, of: service, in: self, .percentile(percent)), "p\(percent)")
      }, unit: "ms")
  }

  private func loggedErrors(of services: [ServiceName]) -> DashboardWidget {
    DashboardWidget(
      title: "Errors logged per minute",
      lines: services.map {
        .metric(CloudWatchMetric(.logErrors, of: $0, in: self, .sum), $0.rawValue)
      })
  }
}
