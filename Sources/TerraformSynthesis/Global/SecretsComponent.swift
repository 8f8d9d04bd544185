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
  /// The key that encrypts secrets, by region.
  let keys: [Region: AWS.KMSKey.Attributes]

  init(_ environment: ResolvedEnvironment) {
    var component = TerraformComponent(
      "secrets", of: .global(of: environment), owner: "\(environment.name) global")
    keys = Dictionary(
      uniqueKeysWithValues: environment.allRegions.map { region in
        (region, component.addSecretsKey(in: region, of: environment))
      })
    for secret in Secret.all {
      component.add(
        secret, named: environment.scope.name(of: secret), blockName(secret.name),
        replicatedTo: environment.allRegions, keys, of: environment, at: environment.location)
    }
    self.component = component
  }
}

extension TerraformComponent {
  /// Secrets Manager uses the key in the name of whoever reads, writes or replicates a secret; the
  /// key's policy leaves it to IAM who may, so that a service reads its own secrets and no others.
  ///
  /// Source: Secrets Manager User Guide, "Secret encryption and decryption", 2026-11.
  fileprivate mutating func addSecretsKey(
    in region: Region, of environment: ResolvedEnvironment
  ) -> AWS.KMSKey.Attributes {
    let key = addKey(
      blockName("secrets", region.name),
      for: "Secrets of \(environment.name) in \(region.name)",
      alias: "alias/bizcomms-\(environment.name)-secrets", meta: environment.meta(in: region),
      of: environment, at: environment.location)
    publish(.secretsKeyARN, key.arn, in: region, of: environment)
    return key
  }
}
