import CellContract
import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// What each service may do on what, and everybody else who has a role.
  var access: Chapter {
    let roles = Role.all(in: documents)
    let rolesByName = Dictionary(grouping: roles, by: \.name)
    let ofServices = serviceRoles
    return Chapter("access", "Who may do what") {
      paragraph(
        """
        Read from the policies that Terraform makes. A service may what stands here and nothing else: its \
        role follows from what it declares to use. \(Phrase.later("…")) is known after an apply.
        """)
      for service in services {
        HTMLElement(.heading3, .id(HTMLID("access", service.rawValue))) {
          service.contract.workload
        }
        if uses(of: service).nodes.isEmpty == false { paragraph(uses(of: service)) }
        for cell in environment.cellsInOrderOfApplication {
          for role in rolesByName[cell.scope.role(of: service)] ?? [] {
            table(of: role)
            HTMLElement(.p, .styleClass("figures")) { "Taken by \(role.takenBy)." as Prose }
          }
          for migration in environment.migrations(in: cell) where migration.service == service {
            for role in rolesByName[cell.scope.role(of: migration)] ?? [] {
              table(of: role)
              HTMLElement(.p, .styleClass("figures")) {
                "Taken by \(role.takenBy), while the tables are changed before a release." as Prose
              }
            }
          }
        }
      }
      HTMLElement(.heading3, .id(HTMLID("access-others"))) { "Everybody else" }
      paragraph(
        """
        Roles of the cluster's parts, of what carries logs, and of those who deploy. What policies of AWS \
        allow, AWS says in them.
        """)
      others(roles.filter { !ofServices.contains($0.name) })
    }
  }

  private var serviceRoles: Set<String> {
    Set(
      environment.cells.flatMap { cell in
        services.map { cell.scope.role(of: $0) }
          + environment.migrations(in: cell).map { cell.scope.role(of: $0) }
      })
  }

  /// The declaration, by name, before the policy that follows from it.
  private func uses(of service: ServiceName) -> Prose {
    let uses = service.contract.uses.map(\.property)
    return uses.isEmpty ? "" : "It declares \(Prose.codes(uses)) in \(code: "CellContract")."
  }

  private func table(of role: Role) -> HTMLElement {
    DataTable(
      HTMLID("role", role.block.owner, role.name),
      "\(code: role.name)", columns: ["May", "On", "Only if"],
      rows: role.statements.map { statement in
        [
          statement.isAllowed ? statement.actions : "\(strong: "must not") \(statement.actions)",
          statement.resources, statement.conditions ?? "–",
        ]
      }
    ).element
  }

  private func others(_ roles: [Role]) -> [HTMLNode] {
    roles.flatMap { role -> [HTMLNode] in
      [
        .element(
          HTMLElement(.heading4, .id(HTMLID("role", role.block.owner, role.name))) { role.name }),
        .element(facts(details(of: role))),
      ]
    }
  }

  private func details(of role: Role) -> [(name: String, value: Prose)] {
    let path = "terraform/\(role.block.root.path.folder)/\(role.block.component).tf.json"
    let statements = role.statements.map { statement -> (name: String, value: Prose) in
      let words: Prose = "\(statement.actions) on \(statement.resources)"
      let bounded = statement.conditions.map { "\(words), only if \($0)" as Prose } ?? words
      return (statement.isAllowed ? "May" : "Must not", bounded)
    }
    let others = role.otherPolicies.map { (name: "May what AWS says in", value: $0.prose) }
    return [("Taken by", role.takenBy)] + statements + others
      + [("File", "\(link: path, to: .file(path))")]
  }
}
