import Foundation

/// Security Token Service.
public enum STS {
  /// Exchanges a token of a trusted issuer, such as an EKS cluster, for credentials of a role.
  ///
  /// Source: AWS STS API Reference, "AssumeRoleWithWebIdentity", November 2026.
  public struct AssumeRoleWithWebIdentity: AWSQueryOperation {
    /// Whose credentials are wanted.
    public var roleARN: String
    /// What CloudTrail shows.
    public var sessionName: String
    /// What the issuer has signed.
    public var webIdentityToken: SecretText

    /// States a request.
    public init(roleARN: String, sessionName: String, webIdentityToken: SecretText) {
      self.roleARN = roleARN
      self.sessionName = sessionName
      self.webIdentityToken = webIdentityToken
    }

    /// STS.
    public static var service: AWSService { .sts }
    /// The token says who asks.
    public static var isSigned: Bool { false }
    /// A second answer brings other credentials, which is no harm.
    public var isIdempotent: Bool { true }
    /// The token.
    public var secrets: [SecretText] { [webIdentityToken] }

    /// Role, session and token.
    public var form: [FormField] {
      [
        FormField("RoleArn", roleARN), FormField("RoleSessionName", sessionName),
        FormField("WebIdentityToken", webIdentityToken.text),
      ]
    }

    /// The role's credentials.
    public typealias Answer = AWSCredentials

    /// Reads the role's credentials.
    public func answer(in result: XMLNode) throws -> AWSCredentials {
      let credentials = try result.child("Credentials")
      return try AWSCredentials(
        accessKeyID: credentials.text(of: "AccessKeyId"),
        secretAccessKey: credentials.text(of: "SecretAccessKey"),
        sessionToken: credentials.text(of: "SessionToken"),
        expiration: Date(awsTime: credentials.text(of: "Expiration")))
    }
  }
}
