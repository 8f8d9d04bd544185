import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import Templates

extension ResolvedEnvironment {
  /// How to apply this environment by hand.
  func guide() throws(TemplateFailure) -> String {
    let folders =
      ["backend-setup", "global"] + cellsInOrderOfApplication.map { "cells/\($0.name)" }
      + ["routing"]
    let roots = folders.enumerated().map { "\($0 + 1). `terraform/\($1)`" }
    let secrets = Secret.all.map { "- `\(scope.name(of: $0))`: \($0.purpose)" }
    let cells = cellsInOrderOfApplication.map { cell in
      """
      - `\(cell.name)` in \(cell.region.name), \(cell.network.cidr.value): cluster \
      `\(cell.scope.cluster)`, values `helm/values-\(cell.name).yaml`
      """
    }
    return try Template.environment.filled(with: [
      "environment": name, "account": scope.account.digits, "domain": domain.name,
      "bucket": scope.stateBucket(in: home), "home": home.name,
      "roots": roots.joined(separator: "\n"),
      "secrets": secrets.joined(separator: "\n"), "cells": cells.joined(separator: "\n"),
    ])
  }
}
