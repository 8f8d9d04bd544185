package import CellDescription
import CellPrimitives
import SourceLocations

/// The indexes whose `10.<index>.0.0/16` overlaps none of `blocks`, in order.
func freeIndexes(besides blocks: [CIDRBlock]) -> [Int] {
  (0...255).filter { index in
    guard let block = networkBlock(index) else { return false }
    return !blocks.contains { $0.overlaps(block) }
  }
}

/// `10.<index>.0.0/16`, or nil where the index is not 0–255.
func networkBlock(_ index: Int) -> CIDRBlock? {
  CIDRBlock.private10.subnet(prefixLength: 16, index: index)
}

/// The indexes that no cell of `environments` has, whose networks overlap no block that an element
/// names.
package func unmentionedIndexes(in environments: [Environment]) -> [Int] {
  let elements = environments.flatMap(\.elements).map(\.value)
  var indexes: Set<Int> = []
  var blocks: [CIDRBlock] = []
  for element in elements {
    switch element {
    case .cell(let cell):
      if let index = cell.index { indexes.insert(index) }
      blocks += (cell.shape.elements + cell.overrides).compactMap(\.value.block)
    case .eachCell(let shared):
      blocks += shared.elements.compactMap(\.value.block)
    case .release, .globalDatabase, .globalTable, .hostedZone, .routing, .extend, .onCall,
      .accessEntry, .repository:
      continue
    }
  }
  return freeIndexes(besides: blocks).filter { !indexes.contains($0) }
}

extension Fleet {
  /// The environments with whose networks those of `environment` may be peered, itself among them.
  package func peers(of environment: Environment) -> [Environment] {
    switch environment.peering {
    case .fleet: environments.map(\.value).filter { $0.peering == .fleet }
    case .environment: [environment]
    }
  }
}

extension CellElement {
  /// The /16 that the element names; what is none is reported elsewhere.
  fileprivate var block: CIDRBlock? {
    guard case .vpc(let network) = self, let text = network.cidr,
      let block = try? CIDRBlock(parsing: text), block.prefixLength == 16
    else { return nil }
    return block
  }
}
