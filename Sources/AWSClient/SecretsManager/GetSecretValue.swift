/// Secrets Manager.
public enum SecretsManager {
  /// Reads a secret.
  ///
  /// Source: AWS Secrets Manager API Reference, "GetSecretValue", November 2026.
  public struct GetSecretValue: AWSJSONOperation {
    /// Its name or ARN.
    public var secretID: String
    /// `AWSCURRENT`, or `AWSPREVIOUS` for the one before the last rotation.
    public var versionStage: String

    /// Names a secret.
    public init(secretID: String, versionStage: String = "AWSCURRENT") {
      self.secretID = secretID
      self.versionStage = versionStage
    }

    /// Secrets Manager.
    public static var service: AWSService { .secretsManager }
    /// Yes: it changes nothing.
    public var isIdempotent: Bool { true }

    private enum CodingKeys: String, CodingKey {
      case secretID = "SecretId"
      case versionStage = "VersionStage"
    }

    /// A secret, as text: one of bytes can't be read.
    public struct Answer: Sendable, Hashable, Decodable {
      /// Its full name.
      public let arn: String
      /// Changes with each rotation.
      public let versionID: String
      /// What it says.
      public let text: SecretText

      private enum CodingKeys: String, CodingKey {
        case arn = "ARN"
        case versionID = "VersionId"
        case text = "SecretString"
      }
    }
  }
}
