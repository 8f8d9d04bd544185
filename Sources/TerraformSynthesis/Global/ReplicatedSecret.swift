import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// A secret without a value: in the home region, with a replica in each other of `regions`.
  ///
  /// Who fills it in writes to the home region only. `keys` are the regions' keys for secrets.
  @discardableResult
  mutating func add(
    _ secret: Secret, named name: String, _ block: String, replicatedTo regions: [Region],
    _ keys: [Region: AWS.KMSKey.Attributes], of environment: ResolvedEnvironment,
    at location: SourceLocation
  ) -> AWS.SecretsManagerSecret.Attributes {
    add(
      Resource(AWS.SecretsManagerSecret.self, block, meta: environment.protecting()) {
        $0.name = Argument(name)
        $0.description = Argument(secret.purpose)
        $0.kmsKeyID = keys[environment.home]?.arn
        // A name is taken until the window ends, so an environment that comes and goes has none.
        $0.recoveryWindowInDays = environment.dataProtection == .preventDestroy ? 30 : 0
        $0.replica = regions.filter { $0 != environment.home }.map { region in
          .init {
            $0.region = Argument(region.name)
            $0.kmsKeyID = keys[region]?.arn
          }
        }
      }, because: "\(secret.purpose); each region has a copy, so that a cell needs no other region",
      at: location)
  }
}
