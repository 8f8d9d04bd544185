/// Systems Manager.
public enum SSM {
  /// Reads the parameters below a path, up to 10 a page.
  ///
  /// Source: AWS Systems Manager API Reference, "GetParametersByPath", November 2026.
  public struct GetParametersByPath: AWSJSONOperation, PagedOperation {
    /// Starts with `/`.
    public var path: String
    /// Whether those below deeper paths come too.
    public var isRecursive: Bool
    /// Whether secure ones come in clear.
    public var isDecrypted: Bool
    /// At most 10.
    public var maximum: Int
    private var nextToken: String?

    /// States a request for the first page.
    public init(
      path: String, isRecursive: Bool = true, isDecrypted: Bool = true, maximum: Int = 10
    ) {
      self.path = path
      self.isRecursive = isRecursive
      self.isDecrypted = isDecrypted
      self.maximum = maximum
    }

    /// Systems Manager.
    public static var service: AWSService { .ssm }
    /// Yes: it changes nothing.
    public var isIdempotent: Bool { true }

    /// The request for the page after `answer`.
    public func following(_ answer: Answer) -> Self? {
      guard let token = answer.nextToken, !token.isEmpty else { return nil }
      var next = self
      next.nextToken = token
      return next
    }

    private enum CodingKeys: String, CodingKey {
      case path = "Path"
      case isRecursive = "Recursive"
      case isDecrypted = "WithDecryption"
      case maximum = "MaxResults"
      case nextToken = "NextToken"
    }

    /// A page of parameters.
    public struct Answer: Sendable, Hashable, Decodable {
      /// In AWS's own order; a page may be empty and not the last.
      public let parameters: [Parameter]
      let nextToken: String?

      private enum CodingKeys: String, CodingKey {
        case parameters = "Parameters"
        case nextToken = "NextToken"
      }
    }
  }

  /// A parameter.
  public struct Parameter: Sendable, Hashable, Decodable {
    /// With its whole path.
    public let name: String
    /// `String`, `StringList` or `SecureString`.
    public let type: String
    /// What it says: it may be secure, and is not shown.
    public let value: SecretText
    /// Counts its changes, from 1.
    public let version: Int

    private enum CodingKeys: String, CodingKey {
      case name = "Name"
      case type = "Type"
      case value = "Value"
      case version = "Version"
    }
  }
}
