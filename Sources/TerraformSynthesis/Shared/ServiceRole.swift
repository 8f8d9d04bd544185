import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// A role that an AWS service takes, with AWS's own policies attached.
  ///
  /// - Parameters:
  ///   - conditions: when the service may; always where there is none.
  ///   - reason: what the role is for.
  /// - Returns: the role, and references to the attachments, for what must not start before them.
  mutating func addRole(
    _ name: String, named roleName: String, trusting service: String,
    onlyIf conditions: [IAMPolicy.Condition] = [], managedPolicies: [String],
    because reason: String, at location: SourceLocation
  ) -> (role: AWS.IAMRole.Attributes, attachments: [TerraformReference]) {
    var statement = IAMPolicy.Statement.trust(of: service)
    statement.conditions = conditions
    let trust = policy("\(name)_trust", IAMPolicy(statement), at: location)
    let role = add(
      Resource(AWS.IAMRole.self, name) {
        $0.name = Argument(roleName)
        $0.assumeRolePolicy = trust
      }, because: reason,
      at: location)
    let attachments = managedPolicies.map { policy in
      add(
        Resource(AWS.IAMRolePolicyAttachment.self, "\(name)_\(policy)") {
          $0.role = role.name
          $0.policyARN = Argument("arn:aws:iam::aws:policy/\(policy)")
        }, because: "what AWS says that the role needs: \(reason)",
        at: location
      ).reference
    }
    return (role, attachments)
  }
}
