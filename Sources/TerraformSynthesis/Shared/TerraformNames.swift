import CellPrimitives

/// A block's name from a name of ours: `alert-processing` becomes `alert_processing`.
func blockName(_ parts: String...) -> String {
  parts.joined(separator: "_").replacing("-", with: "_")
}

extension Region {
  /// The region as a part of block names: `us_east_1`.
  var blockName: String { name.replacing("-", with: "_") }
}
