import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// Keys of a cell that several of its components use.
struct EncryptionComponent {
  private(set) var component: TerraformComponent
  /// Encrypts every log group of the cell.
  let logsKey: AWS.KMSKey.Attributes

  init(_ cell: ResolvedCell, of environment: ResolvedEnvironment) {
    var component = TerraformComponent("encryption", of: .cell(cell), owner: cell.name)
    logsKey = component.addKey(
      "logs", for: "Log groups of \(cell.name)", alias: cell.scope.logsKeyAlias,
      users: [.keyUse(byLogGroups: cell.scope.logGroupsARNPattern, in: cell.region)],
      of: environment, at: cell.location)
    self.component = component
  }
}
