import CellContract
import CellModel
import CellPrimitives
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// Publishes a value for the other roots, as an SSM parameter in `region`.
  mutating func publish(
    _ parameter: GlobalParameter, _ value: Argument<String>, in region: Region,
    of environment: ResolvedEnvironment
  ) {
    add(
      Resource(
        AWS.SSMParameter.self, blockName(parameter.rawValue, region.name),
        meta: environment.meta(in: region)
      ) {
        $0.name = Argument(environment.scope.parameter(parameter))
        $0.type = "String"
        $0.value = value
      },
      because: "tells the roots that work in \(region.name) what global has made:"
        + " \(parameter.rawValue)",
      at: environment.location)
  }
}

extension ResolvedEnvironment {
  /// The provider configuration of `region` in a root whose default one is the home region's.
  func meta(in region: Region) -> MetaArguments {
    MetaArguments(provider: region == home ? nil : region.name)
  }
}
