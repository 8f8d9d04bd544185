import CellPrimitives
import SourceLocations

/// The lowest index whose `10.<index>.0.0/16` no cell uses.
///
/// 255 where all are taken: the message that offers it is then the least of the fleet's problems.
func nextFreeIndex(among cells: [ResolvedCell]) -> Int {
  let used = cells.map(\.network.cidr.value)
  return (0..<255).first { index in
    networkBlock(index).map { block in !used.contains { $0.overlaps(block) } } ?? false
  } ?? 255
}

/// `10.<index>.0.0/16`, or nil where the index is not 0–255.
func networkBlock(_ index: Int) -> CIDRBlock? {
  CIDRBlock.private10.subnet(prefixLength: 16, index: index)
}
