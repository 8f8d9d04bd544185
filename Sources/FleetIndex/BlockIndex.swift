public import TerraformDocument

/// Every block of a fleet's roots, with what it refers to and what refers to it.
public struct BlockIndex: Sendable {
  /// In the order of roots, components and blocks.
  public let blocks: [FleetBlock]
  private let targets: [FleetBlock.ID: [BlockLink]]
  private let sources: [FleetBlock.ID: [BlockLink]]

  /// Indexes roots whose references have been checked.
  public init(_ roots: [TerraformRoot]) {
    let blocks = roots.flatMap(\.fleetBlocks)
    let readings = PublishedValue.readings(in: blocks)
    var links: [BlockLink] = []
    for block in blocks {
      for address in Set(block.referenced) {
        let target = FleetBlock.ID(root: block.id.root, name: "\(address)")
        links.append(BlockLink(from: block.id, to: target, kind: .reference))
      }
      links += readings[block.id] ?? []
    }
    self.blocks = blocks
    targets = Dictionary(grouping: links, by: \.source).mapValues { $0.sorted() }
    sources = Dictionary(grouping: links, by: \.target).mapValues { $0.sorted() }
  }

  /// What `block` refers to or reads, each once.
  public func targets(of block: FleetBlock) -> [BlockLink] { targets[block.id] ?? [] }

  /// What refers to `block` or reads it, each once.
  public func sources(of block: FleetBlock) -> [BlockLink] { sources[block.id] ?? [] }

  /// Every link from one root to another, in a stable order.
  public var linksBetweenRoots: [BlockLink] {
    targets.values.joined().filter { $0.source.root != $0.target.root }.sorted()
  }

  /// The block of this name in a root.
  public subscript(id: FleetBlock.ID) -> FleetBlock? { blocks.first { $0.id == id } }
}

/// One block that uses another.
public struct BlockLink: Sendable, Hashable, Comparable {
  /// How it does.
  public enum Kind: Sendable, Hashable {
    /// By its address, inside one root.
    case reference
    /// By the name that the other publishes its value under; roots may differ.
    case reading
  }

  /// The block that uses.
  public let source: FleetBlock.ID
  /// The block that is used.
  public let target: FleetBlock.ID
  /// How.
  public let kind: Kind

  init(from source: FleetBlock.ID, to target: FleetBlock.ID, kind: Kind) {
    self.source = source
    self.target = target
    self.kind = kind
  }

  /// By source, then target.
  public static func < (left: BlockLink, right: BlockLink) -> Bool {
    left.source == right.source ? left.target < right.target : left.source < right.source
  }
}
