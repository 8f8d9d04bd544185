public import TerraformDocument

/// IDs of the subnets of one tier, in the order of the cell's zones.
///
/// How many there are depends on the cell, so an index that one cell has may be missing in another. A
/// missing one is a reference to a subnet that does not exist, which is reported at the line that
/// uses it; it does not trap.
public struct SubnetReferences: RandomAccessCollection, Sendable {
  private let ids: [Argument<String>]
  private let tier: String

  init(_ ids: [Argument<String>], tier: String) {
    self.ids = ids
    self.tier = tier
  }

  /// The number of the first zone, 0.
  public var startIndex: Int { ids.startIndex }
  /// How many zones the cell has.
  public var endIndex: Int { ids.endIndex }

  /// The subnet in the zone of this number, from 0.
  public subscript(zone: Int) -> Argument<String> {
    guard !ids.indices.contains(zone) else { return ids[zone] }
    let missing = TerraformAddress(
      .resource, type: "aws_subnet", name: "\(tier)_of_zone_number_\(zone)")
    return TerraformReference(missing).attribute("id")
  }
}
