import CellContract
import CellModel
import CellPrimitives
import TerraformAWS
import TerraformDocument

/// The environment's secrets, without values, and in each region the key that encrypts them there.
///
/// The key's ARN is published in its own region, because a cell may read only its own region.
struct SecretsComponent {
  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment

  init(_ environment: ResolvedEnvironment) {
    self.environment = environment
    component = TerraformComponent(
      "secrets", of: .global(of: environment), owner: "\(environment.name) global")
    let keys = Dictionary(
      uniqueKeysWithValues: environment.allRegions.map { ($0, addKey(in: $0)) })
    for secret in Secret.all { add(secret, keys) }
  }

  private mutating func addKey(in region: Region) -> AWS.KMSKey.Attributes {
    let name = blockName("secrets", region.name)
    let meta = environment.meta(in: region)
    let key = component.add(
      Resource(AWS.KMSKey.self, name, meta: environment.protecting(meta)) {
        $0.description = Argument("Secrets of \(environment.name) in \(region.name)")
        $0.enableKeyRotation = true
      }, at: environment.location)
    component.add(
      Resource(AWS.KMSAlias.self, name, meta: meta) {
        $0.name = Argument("alias/bizcomms-\(environment.name)-secrets")
        $0.targetKeyID = key.keyID
      }, at: environment.location)
    component.publish(.secretsKeyARN, key.arn, in: region, of: environment)
    return key
  }

  /// A secret lives in the home region and has a replica in every other; who fills it in writes its
  /// value to the home region only.
  private mutating func add(_ secret: Secret, _ keys: [Region: AWS.KMSKey.Attributes]) {
    let home = environment.home
    component.add(
      Resource(
        AWS.SecretsManagerSecret.self, blockName(secret.name), meta: environment.protecting()
      ) {
        $0.name = Argument(environment.scope.name(of: secret))
        $0.description = Argument(secret.purpose)
        $0.kmsKeyID = keys[home]?.arn
        $0.recoveryWindowInDays = 30
        $0.replica = environment.allRegions.filter { $0 != home }.map { region in
          .init {
            $0.region = Argument(region.name)
            $0.kmsKeyID = keys[region]?.arn
          }
        }
      }, at: environment.location)
  }
}
