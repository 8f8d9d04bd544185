extension Assumption {
  // Traffic
  static let loadBalancerUnits = Assumption(
    "load-balancer-units", "0.2", "capacity units that each load balancer uses on average",
    because: "3.8 new connections a second, and 25 are one unit")
  static let webRequests = Assumption(
    "web-requests", "10", "1M requests to each firewall", because: "a guess: 3.8 a second")
  static let natGigabytes = Assumption(
    "nat-gigabytes", "100", "GB through the NAT gateways of each cell", because: "a guess")
  static let endpointGigabytes = Assumption(
    "endpoint-gigabytes", "10", "GB through each interface endpoint", because: "a guess")
  static let internetGigabytes = Assumption(
    "internet-gigabytes", "100", "GB from each cell to the internet", because: "a guess")
  static let crossRegionGigabytes = Assumption(
    "cross-region-gigabytes", "100", "GB that a global database copies to other regions",
    because: "a guess")
  static let crossZoneGigabytes = Assumption(
    "cross-zone-gigabytes", "400", "GB between the zones of each cell, as they leave and arrive",
    because: "a guess: 200 GB, counted twice")
  static let dnsQueries = Assumption(
    "dns-queries", "1", "1M queries of each zone", because: "a guess")

  // Security
  static let secretRequests = Assumption(
    "secret-requests", "0.1", "1M reads of the environment's secrets", because: "a guess")
  static let keyRequests = Assumption(
    "key-requests", "1", "1M uses of the keys of each root in each of its regions",
    because: "a guess")
  static let auditDataEvents = Assumption(
    "audit-data-events", "0.1", "1M accesses to objects that each trail records",
    because: "a guess: the Terraform states of every plan and apply")

  // Observability
  static let logGigabytes = Assumption(
    "log-gigabytes", "20",
    "GB of logs of each cell: services, control plane, database, firewall, Container Insights",
    because: "a guess")
  static let storedLogGigabytes = Assumption(
    "stored-log-gigabytes", "5", "GB of logs that each cell keeps, compressed",
    because: "a guess: a month of them, to a quarter of their size")
  static let flowLogGigabytes = Assumption(
    "flow-log-gigabytes", "10", "GB of each flow log", because: "a guess")
  static let serviceMetrics = Assumption(
    "service-metrics", "38", "metrics that the services of each cell publish",
    because: "12 metrics, two of them for 11 endpoints and two for two channels")
  static let insightsObservations = Assumption(
    "insights-observations", "44", "1M values that Container Insights records in each cluster",
    because: "a guess: 1,000 a minute")
  static let archiveGigabytes = Assumption(
    "archive-gigabytes", "15", "GB of logs of each cell that go to its archive",
    because: "a guess: most of its logs")
}
