import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetRunbook
import SourceLocations
import Templates

extension ResolvedEnvironment {
  /// How to apply this environment by hand.
  func guide(filling template: TemplateText) throws(TemplateFailure) -> String {
    // Images come after what the cells share and before the first cell.
    var steps = rootsInOrder.map { "`\($0)`" }
    if let stepOfImages { steps.insert(stepOfImages, at: 2) }
    let roots = steps.enumerated().map { "\($0 + 1). \($1)" }
    let secrets = Secret.all.map { "- `\(scope.name(of: $0))`: \($0.purpose)" }
    let cells = cellsInOrderOfApplication.map { cell in
      """
      - `\(cell.name)` in \(cell.region.name), \(cell.network.cidr.value): cluster \
      `\(cell.scope.cluster)`, values `helm/values-\(cell.name).yaml`
      """
    }
    return try template.filled(with: [
      "environment": name, "account": scope.account.digits, "domain": domain.name,
      "bucket": scope.stateBucket(in: home), "home": home.name,
      "roots": roots.joined(separator: "\n"),
      "secrets": secrets.joined(separator: "\n"), "cells": cells.joined(separator: "\n"),
      "access": access, "delegation": delegation, "spot": spot, "takeover": takeover,
      "images": images, "workflows": workflows, "alarms": alarms, "migrations": migrationGuide,
    ])
  }

  /// What somebody has to take over by hand before the first apply; an account has one such role.
  private var spot: String {
    guard spotLocation != nil else { return "" }
    return """

      `terraform/global` makes the role by which EC2 starts Spot machines, of which an account has one.
      Where Spot was used in the account before, import it there first; the apply would say that its
      name `has been taken in this account`:

      ```sh
      terraform import aws_iam_service_linked_role.spot \\
        \(scope.spotRoleARN)
      ```

      """
  }

  /// What has to be seen to between two roots, because only the parent zone's owner can do it.
  private var delegation: String {
    guard zone.value.isCreated else {
      return "The zone `\(zone.value.name)` was there before."
    }
    return """
      `terraform/global` waits for the certificates until the parent zone delegates
      `\(zone.value.name)` to the new one. While it waits, find the new zone's name servers with
      `aws route53 list-hosted-zones-by-name --dns-name \(zone.value.name)` and
      `aws route53 get-hosted-zone`, and enter them there.
      """
  }

  /// Who gets into the cells' clusters, and how.
  private var access: String {
    guard !accessEntries.isEmpty else {
      let who = repository == nil ? "whoever creates it" : "the role `\(scope.deployRole)`"
      return """
        Nobody enters a cluster but \(who). Write `AccessEntry(…)` in the environment to let people in.
        """
    }
    let roles = accessEntries.map { entry in
      switch entry.value.policy {
      case .administrator: "- `\(entry.value.role)` may do everything"
      case .viewer: "- `\(entry.value.role)` may look at what runs, but at no secret"
      }
    }
    return """
      \(roles.joined(separator: "\n"))

      These roles have to exist before a cell is applied, and be allowed `eks:DescribeCluster`. Whoever
      may take one enters with `aws eks update-kubeconfig --region <region> --name <cluster>
      --role-arn <role>`.
      """
  }

  /// How a person moves callers away from a cell.
  private var takeover: String {
    switch routing.value {
    case .latency:
      return """
        Route 53 leaves out a cell whose `\(ServiceName.api.contract.health.health)` fails, and \
        comes back to it when it answers again.
        """
    case .failover:
      guard let standby = standbyToTakeOver else {
        return "There is one cell, and nobody to take over from it."
      }
      return takeover(by: standby)
    }
  }

  private func takeover(by standby: ResolvedCell) -> String {
    """
    Route 53 leads callers to `\(standby.name)` while the primary's
    `\(ServiceName.api.contract.health.health)` fails, and also when it is told to. That needs nothing
    of the primary's region and changes no record:

    ```sh
    \(standby.takeOver(true).text)
    ```

    It holds until the same command says `--value 0`, and so long `\(scope.takeoverAlarm)` alarms. It
    moves callers and no data: the database is switched over on its own.
    """
  }
}
