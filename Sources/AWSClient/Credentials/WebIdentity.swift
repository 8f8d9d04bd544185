/// IAM roles for service accounts: Kubernetes puts a token into the pod, STS exchanges it.
///
/// Source: Amazon EKS User Guide, "IAM roles for service accounts", November 2026.
struct WebIdentity: Sendable, Hashable {
  let roleARN: String
  /// Kubernetes replaces the token in it long before it expires: it is read anew each time.
  let tokenFile: String
  /// What CloudTrail shows.
  let sessionName: String

  /// What the environment says, or nil where it names no token.
  ///
  /// - Throws: that the role is missing.
  init?(environment: EnvironmentVariables) throws(AWSConfigurationError) {
    guard let tokenFile = environment["AWS_WEB_IDENTITY_TOKEN_FILE"] else { return nil }
    guard let roleARN = environment["AWS_ROLE_ARN"] else {
      throw AWSConfigurationError([
        .init(
          variable: "AWS_ROLE_ARN", problem: "is missing, and AWS_WEB_IDENTITY_TOKEN_FILE is set")
      ])
    }
    self.tokenFile = tokenFile
    self.roleARN = roleARN
    sessionName = environment["AWS_ROLE_SESSION_NAME"] ?? "bizcomms"
  }

  /// Exchanges the token that is in the file now.
  func fetch(with client: AWSClient) async throws(CredentialsFailure) -> AWSCredentials {
    let token: String
    do {
      token = try client.effects.readFile(tokenFile).trimmingWhitespace
    } catch {
      throw CredentialsFailure(
        message: "the file of AWS_WEB_IDENTITY_TOKEN_FILE, \(tokenFile), can't be read: \(error)",
        isPassing: true)
    }
    do throws(AWSError) {
      return try await client.send(
        STS.AssumeRoleWithWebIdentity(
          roleARN: roleARN, sessionName: sessionName, webIdentityToken: SecretText(token)))
    } catch {
      throw CredentialsFailure(message: "\(error)", isPassing: error.isRetryable)
    }
  }
}

extension String {
  /// Without the white space at both ends.
  var trimmingWhitespace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
