import CellContract
import CellDescription
import CellModel
import CellPrimitives
import TerraformAWS
import TerraformDocument

extension TerraformSettings {
  /// Settings of a root that keeps its state in `state` and works in `regions`, the first by default.
  /// What it makes belongs to `cell`, or to all of them where that is nil.
  ///
  /// The provider is pinned to the one version that the bindings were generated from, so that what
  /// was checked is what runs. The lock is an object beside the state (`use_lockfile`); locking
  /// through DynamoDB is deprecated. The backend sets no `encrypt`: that would ask for SSE-S3 and
  /// override the bucket's KMS key.
  /// Source: Terraform 1.11, backend type `s3`, "State Locking" and `encrypt`.
  static func standard(
    for root: TerraformRootPath, of environment: ResolvedEnvironment, state: Region,
    regions: [Region], cell: ResolvedCell? = nil
  ) -> Self {
    let account: TerraformJSON = [.string(environment.scope.account.digits)]
    let allTags = environment.tags(of: cell)
    let providers = regions.enumerated().map { index, region in
      ProviderConfiguration(
        "aws", alias: index == 0 ? nil : region.name,
        body: [
          "allowed_account_ids": account,
          "default_tags": ["tags": .object(TerraformBody(allTags.mapValues(TerraformJSON.string)))],
          "region": .string(region.name),
        ])
    }
    return TerraformSettings(
      requiredVersion: "~> 1.11",
      requiredProviders: [
        "aws": RequiredProvider(source: AWS.providerSource, version: AWS.providerVersion)
      ],
      backend: Backend(
        "s3",
        body: [
          "allowed_account_ids": account,
          "bucket": .string(environment.scope.stateBucket(in: state)),
          "key": .string("\(root.folder)/terraform.tfstate"),
          "region": .string(state.name),
          "use_lockfile": true,
        ]),
      providers: providers)
  }
}

extension ResolvedEnvironment {
  /// Meta-arguments of a resource that holds data.
  func protecting(_ meta: MetaArguments = MetaArguments()) -> MetaArguments {
    var meta = meta
    meta.preventDestroy = dataProtection == .preventDestroy
    return meta
  }
}

extension TerraformRootPath {
  static func backendSetup(of environment: ResolvedEnvironment) -> Self {
    Self(environment: environment.name, folder: "backend-setup")
  }
  static func global(of environment: ResolvedEnvironment) -> Self {
    Self(environment: environment.name, folder: "global")
  }
  static func cell(_ cell: ResolvedCell) -> Self {
    Self(environment: cell.scope.environment.environment, folder: "cells/\(cell.name)")
  }
  static func routing(of environment: ResolvedEnvironment) -> Self {
    Self(environment: environment.name, folder: "routing")
  }
}
