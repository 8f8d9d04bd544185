import CellModel
import TerraformDocument

/// What a meter knows beside the resource that it looks at.
struct MeterContext {
  /// Everything in the resource's root.
  let resources: [BilledResource]
  /// How much is used.
  let assumptions: UsageAssumptions
  /// The day for which support dates are judged.
  let today: FactDate

  /// The quantity of an assumption.
  func assumed(_ assumption: Assumption) -> Quantity { assumptions.quantity(of: assumption) }

  /// The hours of a month.
  var hours: Quantity { assumed(.hours) }

  /// The resource of `type` that `value` refers to; nil where it refers to none of the root.
  func resource(of type: String, in value: TerraformJSON?) -> BilledResource? {
    guard let text = value?.text else { return nil }
    return resources.first {
      $0.address.type == type && text.contains("\($0.address).")
    }
  }

  /// Those of the root that have `type`.
  func resources(of type: String) -> [BilledResource] {
    resources.filter { $0.address.type == type }
  }
}

/// Says what a resource makes somebody pay for.
typealias Meter = @Sendable (BilledResource, MeterContext) -> [Usage]
