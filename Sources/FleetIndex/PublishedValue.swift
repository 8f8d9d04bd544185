import TerraformDocument

/// What a block publishes under a name in a region, or reads from there: by this, and by nothing
/// else, roots know of each other.
struct PublishedValue: Hashable {
  private enum Store: Hashable {
    case parameter
    case secret
  }

  private struct Key: Hashable {
    let environment: String
    let store: Store
    let region: String
    let name: String
  }

  private let keys: Set<Key>
  private let isReader: Bool

  /// What `declaration` publishes or reads; nil where that is nothing, or its name is no literal.
  init?(_ declaration: TerraformDeclaration, in root: TerraformRoot) {
    let store: Store
    let argument: String
    switch (declaration.address.kind, declaration.address.type) {
    case (.resource, "aws_ssm_parameter"): (store, argument, isReader) = (.parameter, "name", false)
    case (.data, "aws_ssm_parameter"): (store, argument, isReader) = (.parameter, "name", true)
    case (.resource, "aws_secretsmanager_secret"):
      (store, argument, isReader) = (.secret, "name", false)
    case (.ephemeral, "aws_secretsmanager_secret_version"):
      (store, argument, isReader) = (.secret, "secret_id", true)
    case (.resource, _), (.data, _), (.ephemeral, _), (.local, _), (.variable, _): return nil
    }
    guard case .string(let name)? = declaration.body[argument],
      let home = root.region(of: declaration.meta.provider)
    else { return nil }
    let regions = [home] + (isReader ? [] : declaration.replicaRegions)
    keys = Set(
      regions.map { region in
        Key(environment: root.path.environment, store: store, region: region, name: name)
      })
  }

  /// Links of blocks that read to the blocks that publish what they read.
  static func readings(in blocks: [FleetBlock]) -> [FleetBlock.ID: [BlockLink]] {
    var publishers: [Key: FleetBlock.ID] = [:]
    for block in blocks {
      guard let published = block.published, !published.isReader else { continue }
      for key in published.keys { publishers[key] = block.id }
    }
    var links: [FleetBlock.ID: [BlockLink]] = [:]
    for block in blocks {
      guard let read = block.published, read.isReader else { continue }
      links[block.id] = read.keys.compactMap { key in
        publishers[key].map { BlockLink(from: block.id, to: $0, kind: .reading) }
      }
    }
    return links
  }
}

extension TerraformRoot {
  /// Where the provider configuration of this alias works; nil is the default one's.
  fileprivate func region(of alias: String?) -> String? {
    let provider = settings.providers.first { $0.name == "aws" && $0.alias == alias }
    guard case .string(let region)? = provider?.body["region"] else { return nil }
    return region
  }
}

extension TerraformDeclaration {
  /// Regions into which a secret is copied.
  fileprivate var replicaRegions: [String] {
    guard case .array(let replicas)? = body["replica"] else { return [] }
    return replicas.compactMap { replica in
      guard case .object(let members) = replica, case .string(let region)? = members["region"]
      else { return nil }
      return region
    }
  }
}
