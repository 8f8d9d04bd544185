import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The role by which EC2 starts Spot machines: without it, Karpenter's requests are refused.
///
/// An account has one, whatever the number of cells, so it is no cell's. One that is there already is
/// imported by hand, as the environment's guide says: EC2 takes no second name for it, and a block
/// that looks first whether there is one would make and destroy it by turns.
/// Sources: EC2 User Guide, "Service-linked role for Spot Instance requests"; Karpenter 1.14,
/// "Troubleshooting", "Missing Service Linked Role", 2026-11.
struct SpotComponent {
  private(set) var component: TerraformComponent

  /// Nil where no cell uses Spot.
  init?(_ environment: ResolvedEnvironment) {
    guard let location = environment.spotLocation else { return nil }
    var component = TerraformComponent(
      "spot", of: .global(of: environment), owner: "\(environment.name) global")
    component.add(
      Resource(AWS.IAMServiceLinkedRole.self, "spot") {
        $0.awsServiceName = "spot.amazonaws.com"
        // The provider empties a description that it doesn't know.
        $0.description = "Starts and ends Spot machines"
      }, because: "lets EC2 start Spot machines in the account; there is one for all cells",
      at: location)
    self.component = component
  }
}
