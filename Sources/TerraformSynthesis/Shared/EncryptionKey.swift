import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// A KMS key that rotates, protected as the data that it encrypts, with an alias for people.
  ///
  /// - Parameters:
  ///   - alias: the alias with its `alias/`, as the contract names it.
  ///   - meta: the provider configuration of the key's region.
  mutating func addKey(
    _ block: String, for purpose: String, alias: String, meta: MetaArguments = MetaArguments(),
    of environment: ResolvedEnvironment, at location: SourceLocation
  ) -> AWS.KMSKey.Attributes {
    let key = add(
      Resource(AWS.KMSKey.self, block, meta: environment.protecting(meta)) {
        $0.description = Argument(purpose)
        $0.enableKeyRotation = true
      }, at: location)
    add(
      Resource(AWS.KMSAlias.self, block, meta: meta) {
        $0.name = Argument(alias)
        $0.targetKeyID = key.keyID
      }, at: location)
    return key
  }
}
