import CellPrimitives

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
