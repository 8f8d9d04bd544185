import HTMLDocument
import TerraformDocument

/// An IAM role as the blocks around it say it: who may take it, and what it may do then.
struct Role {
  /// One statement of a policy.
  struct Statement {
    let isAllowed: Bool
    let actions: Prose
    let resources: Prose
    /// Nil where it always holds.
    let conditions: Prose?
  }

  let block: EnvironmentDocuments.Block
  /// Its name in the account.
  let name: String
  /// Services, accounts and providers that may take it.
  let takenBy: Prose
  /// What its policies say that stand in the roots.
  let statements: [Statement]
  /// Policies that it has and whose text is AWS's, by ARN or name.
  let otherPolicies: [Phrase]

  /// The roles of all roots.
  static func all(in documents: EnvironmentDocuments) -> [Role] {
    let sources = Sources(documents)
    return documents.resources("aws_iam_role").map { Role($0, sources) }
  }

  /// A block, by its place in the environment.
  private struct Place: Hashable {
    let root: TerraformRootPath
    let address: TerraformAddress?
  }

  /// What gives permissions to roles, by role; and policies by their own place.
  private struct Sources {
    let inline: [Place: [EnvironmentDocuments.Block]]
    let attachments: [Place: [EnvironmentDocuments.Block]]
    let policies: [Place: EnvironmentDocuments.Block]

    init(_ documents: EnvironmentDocuments) {
      inline = Self.byRole(documents.resources("aws_iam_role_policy"))
      attachments = Self.byRole(documents.resources("aws_iam_role_policy_attachment"))
      policies = Dictionary(
        documents.resources("aws_iam_policy").map {
          (Place(root: $0.root.path, address: $0.declaration.address), $0)
        }, uniquingKeysWith: { first, _ in first })
    }

    private static func byRole(
      _ blocks: [EnvironmentDocuments.Block]
    ) -> [Place: [EnvironmentDocuments.Block]] {
      Dictionary(grouping: blocks) { block in
        Place(
          root: block.root.path, address: block.root.referenced(by: block.body["role"])?.address)
      }
    }
  }

  private init(_ block: EnvironmentDocuments.Block, _ sources: Sources) {
    let root = block.root
    let place = Place(root: root.path, address: block.declaration.address)
    self.block = block
    name = Phrase(block.body["name"], in: root).text
    takenBy = Self.principals(of: root.document(block.body["assume_role_policy"]), in: root)

    var documents = (sources.inline[place] ?? []).map { root.document($0.body["policy"]) }
    var others: [Phrase] = []
    for attachment in sources.attachments[place] ?? [] {
      let address = root.referenced(by: attachment.body["policy_arn"])?.address
      if let own = sources.policies[Place(root: root.path, address: address)] {
        documents.append(root.document(own.body["policy"]))
      } else {
        others.append(Phrase(attachment.body["policy_arn"], in: root))
      }
    }
    statements = documents.flatMap { document in
      (document?["Statement"]?.elements ?? []).map { Self.statement($0, in: root) }
    }
    otherPolicies = others
  }

  private static func principals(of trust: TerraformJSON?, in root: DocumentRoot) -> Prose {
    let principals = (trust?["Statement"]?.elements ?? []).flatMap { statement -> [Prose] in
      let who = (statement["Principal"]?.members ?? []).map { Phrase($0.value, in: root).prose }
      guard let conditions = statement["Condition"] else { return who }
      return ["\(Prose.list(who)), if \(Self.conditions(conditions, in: root))"]
    }
    return principals.isEmpty ? "–" : .list(principals)
  }

  private static func statement(_ json: TerraformJSON, in root: DocumentRoot) -> Statement {
    func listed(_ name: String, _ opposite: String) -> Prose {
      let members = (json[name] ?? json[opposite])?.elements ?? []
      let list = Prose.list(members.map { Phrase($0, in: root).prose })
      return json[name] == nil && json[opposite] != nil ? "all but \(list)" : list
    }
    return Statement(
      isAllowed: json["Effect"]?.literal == "Allow",
      actions: listed("Action", "NotAction"), resources: listed("Resource", "NotResource"),
      conditions: json["Condition"].map { conditions($0, in: root) })
  }

  /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", 2026-11.
  private static func words(of test: String) -> String {
    switch test {
    case "StringEquals", "ArnEquals", "Bool": "is"
    case "StringLike", "ArnLike": "is like"
    case "StringNotEquals", "ArnNotEquals": "is not"
    case "StringNotLike", "ArnNotLike": "is not like"
    default: test
    }
  }

  private static func conditions(_ json: TerraformJSON, in root: DocumentRoot) -> Prose {
    .list(
      json.members.flatMap { test in
        test.value.members.map { condition in
          """
          \(Phrase(condition.key, in: root).prose) \(words(of: Phrase(test.key, in: root).text)) \
          \(Phrase(condition.value, in: root).prose)
          """
        }
      })
  }
}
