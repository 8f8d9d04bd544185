extension Correction {
  /// Of firewall, certificates, logs and alarms.
  static let edge: [Correction] = [
    Correction(
      "WAF, and nothing of its scope", built: "REGIONAL", why: "the other scope is CloudFront's",
      tests: "a web ACL before a load balancer is REGIONAL, in whatever region"),
    Correction(
      "429 Too Many Requests", built: "a custom response with JSON and `Retry-After`",
      why: "a rate rule answers 403 of itself", tests: "a rate rule answers 429 and not 403"),
    Correction(
      "1000 requests in 5 minutes from every address",
      built: "a limit of their own, 100,000, for callbacks",
      why: "Twilio reports on all deliveries from few addresses",
      tests: "callbacks have a higher limit of their own, all other requests the usual one"),
    Correction(
      "nothing of WAF logs", built: "a log group `aws-waf-logs-…`",
      why: "AWS WAF takes no other name",
      tests: "WAF log destinations are named aws-waf-logs-"),
    Correction(
      "the common rule set for every request",
      built: "callbacks may be large and have no user agent",
      why: "Twilio's would be refused",
      tests: "a callback may be large and have no user agent, other requests may not"),
    Correction(
      "SSL termination without a certificate",
      built: "a certificate in each region, validated by DNS",
      why: "a listener for HTTPS needs one",
      tests: "an HTTPS listener has a certificate with a validation record",
      "each region has a certificate for the domain and what is below it"),
    Correction(
      "nothing of how certificates are validated", built: "one, owned by `global`",
      why: "ACM asks for the same record in every region",
      tests: "ACM's validation record has one owner"),
    Correction(
      "alarms of a cell, and none of the fleet",
      built: "in us-east-1, on Route 53's health checks",
      why: "a composite alarm sees its own region only, and health checks report there",
      tests: "health checks report to us-east-1 only, so the fleet's alarms are there",
      "a cell that callers can't reach alarms, and all of them together once more"),
    Correction(
      "KMS encryption for every bucket", built: "SSE-S3 for the load balancer's log",
      why: "load balancers can't write under a key of ours",
      tests: "ALB log buckets take SSE-S3 and not KMS"),
    Correction(
      "SNS notification, and nothing of who hears it",
      built: "a topic in each cell with a declared subscriber",
      why: "a topic that nobody hears is no notification",
      tests: "the overview's five alarms are in every cell, with its thresholds",
      "everybody who is on call hears every alarm topic", "misses somebody who hears the alarms"),
    Correction(
      "CloudWatch logs move to Glacier after 90 days",
      built: "a subscription through Firehose into a bucket that does",
      why: "a log group moves nothing",
      tests: "lines that are kept go to the archive, debug lines don't",
      "the archive moves to Glacier after 90 days, also objects that S3 finds small"),
    Correction(
      "dashboards that a monitoring module makes", built: "three in every cell, named after it",
      why: "a dashboard has no region, so cells would overwrite each other's",
      tests: "a cell has three dashboards, named after it because they have no region"),
    Correction(
      "7 days for debug logs, 30 days for error logs",
      built: "two groups for each service",
      why: "retention is a log group's and not a line's",
      tests: "a service has a group for 30 days and one for debug lines for 7, both encrypted",
      "debug lines go to a group of their own and to no other"),
  ]

  static let all = topology + data + compute + edge
}
