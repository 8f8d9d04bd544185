/// What an edit has to know of an element of the description.
struct ElementSignature {
  /// What tells two elements of a type apart that stand in one block.
  enum Identity {
    /// A block has one at most.
    case type
    /// The argument of this label, `_` for the first; where it is left out, this default.
    case argument(String, default: String? = nil)
    /// Nothing: a block may have several that are alike.
    case none
  }

  /// The type: `NodeGroup`.
  let name: String
  /// The labels of its arguments in their order, `_` for one without.
  let labels: [String]
  /// What tells two apart.
  let identity: Identity
  /// What its block takes, in the order in which it is usually written; empty where it has no block.
  let elements: [String]

  init(
    _ name: String, _ labels: [String], by identity: Identity = .type, holds elements: [String] = []
  ) {
    self.name = name
    self.labels = labels
    self.identity = identity
    self.elements = elements
  }

  /// The element of this name; nil for what is none.
  static func named(_ name: String) -> ElementSignature? { all.first { $0.name == name } }

  /// Every element, as `CellDescription` declares it; a test compares the two.
  static let all: [ElementSignature] = [
    ElementSignature("Fleet", [], holds: ["Environment"]),
    ElementSignature(
      "Environment", ["_", "account", "domain", "home", "owner", "dataProtection", "peering"],
      by: .argument("_"),
      holds: [
        "Release", "GlobalDatabase", "GlobalTable", "HostedZone", "OnCall", "AccessEntry",
        "GitHubRepository", "Routing", "Extend", "EachCell", "Cell",
      ]),
    ElementSignature("Release", ["_"]),
    ElementSignature("GlobalDatabase", database("instancesPerCell"), by: .argument("_")),
    ElementSignature("GlobalTable", ["_"], by: .argument("_")),
    ElementSignature("HostedZone", ["_"]),
    ElementSignature("OnCall", ["_"], by: .argument("_")),
    ElementSignature("AccessEntry", ["_", "role"], by: .argument("role")),
    ElementSignature("GitHubRepository", ["_", "ownerID", "repositoryID", "runners"]),
    ElementSignature("Routing", ["_"]),
    ElementSignature("EachCell", [], by: .none, holds: partsOfCell),
    ElementSignature(
      "Cell", ["_", "in", "role", "index", "shape"], by: .argument("_"), holds: partsOfCell),
    ElementSignature("CellShape", [], by: .none, holds: partsOfCell),
    ElementSignature("VPC", ["cidr", "availabilityZones", "natGateways", "endpoints"]),
    ElementSignature(
      "EKS", ["version", "endpoint"], holds: ["NodeGroup", "Karpenter", "Fargate", "Run"]),
    ElementSignature("CellDatabase", database("instances"), by: .argument("_")),
    ElementSignature("WAF", ["_", "rateLimit", "callbackRateLimit"]),
    ElementSignature(
      "Observability",
      ["logRetention", "debugRetention", "archiveAfter", "logLevel", "debugSampling"]),
    ElementSignature("Extend", [], by: .none),
    ElementSignature(
      "NodeGroup", ["_", "count", "named"], by: .argument("named", default: "\"general\"")),
    ElementSignature("Karpenter", ["capacity", "limit"]),
    ElementSignature("Fargate", ["namespaces"]),
    ElementSignature("Run", ["_", "replicas", "disruption", "as"], by: .argument("_")),
  ]

  private static let partsOfCell = [
    "VPC", "EKS", "CellDatabase", "WAF", "Observability", "Release", "Extend",
  ]

  private static func database(_ count: String) -> [String] {
    [
      "_", "engine", "instance", count, "capacity", "backupRetention", "backupWindow",
      "maintenanceWindow",
    ]
  }
}
