public import Hummingbird
import NIOCore

/// What is known of a request beside itself.
public struct APIRequestContext: RequestContext {
  /// What the server keeps.
  public var coreContext: CoreRequestContextStorage
  /// Names the request in logs and answers: the caller's own `X-Request-Id`, or one of ours.
  var requestID: String

  /// A request that has just come.
  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    requestID = ""
  }
}
