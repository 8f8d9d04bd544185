import CellContract
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// Bounds every role of the component that has no bound yet by `policy`, an ARN.
  ///
  /// Who deploys may make roles only within that bound, so that none can do what the deploying role
  /// itself can't. Source: IAM User Guide, "Permissions boundaries for IAM entities", 2026-11.
  mutating func boundRoles(by policy: String) {
    for declaration in declarations
    where declaration.address.kind == .resource && declaration.address.type == AWS.IAMRole.type {
      var body = declaration.body
      guard body["permissions_boundary"] == nil else { continue }
      body["permissions_boundary"] = .string(policy)
      setBody(body, of: declaration.address)
    }
  }
}
