/// An element as one writes it, the builders that take it, and what every other one answers.
struct SampleElement: Sendable {
  /// The parameter type of `buildExpression`.
  let type: String
  /// One line of Swift.
  let code: String
  /// The builders whose blocks it belongs in.
  let builders: Set<String>
  /// What the others say.
  let advice: String
  /// Where one of the others knows better.
  let betterAdvice: [String: String]

  init(
    _ type: String, in builders: Set<String>, _ code: String, advice: String,
    except betterAdvice: [String: String] = [:]
  ) {
    self.type = type
    self.code = code
    self.builders = builders
    self.advice = advice
    self.betterAdvice = betterAdvice
  }

  /// What `builder` answers, or nil where the element belongs.
  func advice(in builder: String) -> String? {
    builders.contains(builder) ? nil : betterAdvice[builder] ?? advice
  }
}

extension SampleElement {
  /// Every element that a block can hold.
  static let all = shared + parts + surroundings + extensions

  private static let shared = [
    SampleElement(
      "Environment", in: ["FleetBuilder"],
      #"Environment("e", account: "123456789012", domain: "example.com", home: .usEast1) {}"#,
      advice: "an environment is listed in a fleet: write it inside Fleet { … }",
      except: [
        "EnvironmentBuilder": "environments don't nest: list this one inside Fleet { … }"
      ]),
    SampleElement(
      "Release", in: ["EnvironmentBuilder", "CellBuilder"], #"Release("1.4.2")"#,
      advice: """
        a release holds for an environment or a cell: write it inside Environment(…) { … } or \
        Cell(…) { … }
        """),
    SampleElement(
      "GlobalDatabase", in: ["EnvironmentBuilder"],
      #"GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)"#,
      advice: "cells share a GlobalDatabase: write it inside Environment(…) { … }",
      except: [
        "CellBuilder": """
        cells share a GlobalDatabase: write it inside Environment(…) { … }, or write CellDatabase \
        here for one of the cell's own
        """
      ]),
    SampleElement(
      "CellDatabase", in: ["CellBuilder"],
      #"CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)"#,
      advice: "a CellDatabase belongs to one cell: write it inside Cell(…) { … }",
      except: [
        "EnvironmentBuilder": """
        a CellDatabase belongs to one cell: write it inside Cell(…) { … }, or write \
        GlobalDatabase here for one that cells share
        """
      ]),
    SampleElement(
      "GlobalTable", in: ["EnvironmentBuilder"], "GlobalTable(.deliveries)",
      advice: "cells share a GlobalTable: write it inside Environment(…) { … }"),
    SampleElement(
      "HostedZone", in: ["EnvironmentBuilder"], #"HostedZone(.created("example.com"))"#,
      advice: "cells share the hosted zone: write it inside Environment(…) { … }"),
    SampleElement(
      "Routing", in: ["EnvironmentBuilder"], "Routing(.failover)",
      advice: "routing spreads callers over cells: write it inside Environment(…) { … }"),
  ]

  private static let parts = [
    SampleElement(
      "EachCell", in: ["EnvironmentBuilder"], "EachCell { VPC(natGateways: .one) }",
      advice: """
        EachCell speaks for the cells of an environment: write it inside Environment(…) { … }
        """),
    SampleElement(
      "Cell", in: ["EnvironmentBuilder"],
      #"Cell("cell-use1-01", in: .usEast1, role: .primary, index: 0, shape: shape)"#,
      advice: "a cell belongs to an environment: write it inside Environment(…) { … }",
      except: [
        "CellBuilder": """
        cells don't nest: write this one beside the other inside Environment(…) { … }
        """
      ]),
    SampleElement(
      "VPC", in: ["CellBuilder"], #"VPC(cidr: "10.0.0.0/16")"#,
      advice: """
        a cell has a network: write VPC inside CellShape { … }, EachCell { … } or Cell(…) { … }
        """,
      except: [
        "EnvironmentBuilder": """
        a cell has a network: write VPC inside EachCell { … } here, or inside CellShape { … } or \
        Cell(…) { … }
        """
      ]),
    SampleElement(
      "EKS", in: ["CellBuilder"], #"EKS(version: "1.35") { Run(.api) }"#,
      advice: """
        a cell has a cluster: write EKS inside CellShape { … }, EachCell { … } or Cell(…) { … }
        """,
      except: [
        "EnvironmentBuilder": """
        a cell has a cluster: write EKS inside EachCell { … } here, or inside CellShape { … } or \
        Cell(…) { … }
        """,
        "ClusterBuilder": """
        clusters don't nest: write this EKS inside CellShape { … }, EachCell { … } or Cell(…) { … }
        """,
      ]),
    SampleElement(
      "NodeGroup", in: ["ClusterBuilder"], "NodeGroup(.t3Large, count: 2...6)",
      advice: "machines join a cluster: write NodeGroup inside EKS { … }"),
    SampleElement(
      "Run", in: ["ClusterBuilder"], "Run(.api, replicas: 2...10)",
      advice: "a service runs in a cluster: write Run inside EKS { … }"),
  ]

  private static let surroundings = [
    SampleElement(
      "WAF", in: ["CellBuilder"], "WAF(rateLimit: .requests(500, per: .minutes(5)))",
      advice: """
        a firewall guards one cell: write WAF inside CellShape { … }, EachCell { … } or Cell(…) \
        { … }
        """,
      except: [
        "EnvironmentBuilder": """
        a firewall guards one cell: write WAF inside EachCell { … } here, or inside CellShape { \
        … } or Cell(…) { … }
        """
      ]),
    SampleElement(
      "Observability", in: ["CellBuilder"], "Observability(logRetention: .days(30))",
      advice: """
        each cell keeps its own logs: write Observability inside CellShape { … }, EachCell { … } \
        or Cell(…) { … }
        """,
      except: [
        "EnvironmentBuilder": """
        each cell keeps its own logs: write Observability inside EachCell { … } here, or inside \
        CellShape { … } or Cell(…) { … }
        """
      ]),
    SampleElement(
      "Karpenter", in: ["ClusterBuilder"], "Karpenter(limit: .cpu(100), .memory(.gibibytes(100)))",
      advice: """
        machines join a cluster: write Karpenter inside EKS { … }
        """),
    SampleElement(
      "Fargate", in: ["ClusterBuilder"], #"Fargate(namespaces: ["kube-system"])"#,
      advice: """
        pods run in a cluster: write Fargate inside EKS { … }
        """),
    SampleElement(
      "OnCall", in: ["EnvironmentBuilder"], #"OnCall(.email("oncall@example.com"))"#,
      advice: """
        alarms of all cells reach the same people: write OnCall inside Environment(…) { … }
        """),
    SampleElement(
      "AccessEntry", in: ["EnvironmentBuilder"],
      #"AccessEntry(.viewer, role: "arn:aws:iam::123456789012:role/operators")"#,
      advice: """
        people enter all clusters of an environment: write AccessEntry inside Environment(…) { … }
        """),
    SampleElement(
      "GitHubRepository", in: ["EnvironmentBuilder"], #"GitHubRepository("example/cells")"#,
      advice: """
        a repository deploys an environment: write GitHubRepository inside Environment(…) { … }
        """),
  ]

  private static let aRootIsExtended = """
    a root is extended, the cell's or the global one: write Extend inside Cell(…) { … }, \
    CellShape { … } or Environment(…) { … }
    """
  private static let noNesting = "extensions don't nest: write the resource itself here"

  private static let extensions = [
    SampleElement(
      "Extend<CellReferences>", in: ["CellBuilder"],
      #"Extend { cell in Resource(Bucket.self, "b") { $0.bucket = cell.vpcID } }"#,
      advice: aRootIsExtended,
      except: [
        "ExtendBuilder": noNesting,
        "EnvironmentBuilder": """
        an extension here works on the global root, which knows no cell: write this one inside \
        EachCell { … } here, or inside CellShape { … } or Cell(…) { … }
        """,
      ]),
    SampleElement(
      "Extend<GlobalReferences>", in: ["EnvironmentBuilder"],
      #"Extend { root in Resource(Bucket.self, "b") { $0.bucket = root.hostedZoneID } }"#,
      advice: aRootIsExtended,
      except: [
        "ExtendBuilder": noNesting,
        "CellBuilder": """
        an extension here works on the cell's root: write this one inside Environment(…) { … }
        """,
      ]),
    SampleElement(
      "Resource<Schema>", in: ["ExtendBuilder"],
      #"Resource(Bucket.self, "b") { $0.bucket = "b" }"#,
      advice: "a resource of your own goes through an extension: write it inside Extend { … }"),
    SampleElement(
      "Amend<Schema>", in: ["ExtendBuilder"], #"Amend(Bucket.self, "b") { $0.bucket = "b" }"#,
      advice: """
        a synthesized resource is changed by an extension: write Amend inside Extend { … }
        """),
  ]
}
