import SourceLocations
import TerraformDocument

extension TerraformComponent {
  /// Adds a block for no other reason than the test.
  @discardableResult
  mutating func add<Schema>(
    _ resource: Resource<Schema>, at location: SourceLocation
  ) -> Schema.Attributes {
    add(resource, because: "the test asks for it", at: location)
  }
}
