/// What the Hacker News poller may use.
public struct PollerResources: ServiceResources {
  /// The lease that lets one cell poll at a time; it must be decided at one writer.
  @Uses(.readWrite(.alerts)) public var lease
  /// Stories that have been seen.
  @Uses(.readWrite(.stories)) public var stories
  /// Where new stories are posted.
  @Uses(.call(.api)) public var api
  /// The key that the API asks for.
  @Uses(.secret(.pollerKey)) public var apiKey

  /// The declaration itself.
  public init() {}
}
