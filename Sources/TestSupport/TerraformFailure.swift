/// Why terraform could not do what a test asked of it; the message ends a test as it is.
public struct TerraformFailure: Error, CustomStringConvertible {
  /// What happened, with terraform's own words where it has said some.
  public let description: String

  /// States what happened.
  init(_ description: String) {
    self.description = description
  }
}
