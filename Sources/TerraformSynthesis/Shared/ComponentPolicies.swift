import SourceLocations
import TerraformDocument

extension TerraformComponent {
  /// The policy as text, from a named value of this component: `${jsonencode(local.name)}`.
  mutating func policy(
    _ name: String, _ policy: IAMPolicy, at location: SourceLocation
  ) -> Argument<String> {
    encoded(name, policy.json, at: location)
  }

  /// A JSON document as text, from a named value of this component.
  mutating func encoded(
    _ name: String, _ document: TerraformJSON, at location: SourceLocation
  ) -> Argument<String> {
    let local: Argument<TerraformJSON> = local(name, document, at: location)
    return local.applying("jsonencode")
  }
}
