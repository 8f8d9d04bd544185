/// Where credentials come from: the first of the places below that the environment names.
///
/// The order is that of the AWS SDKs, which look at profiles on disk too and, at last, ask the
/// instance: a pod gets its credentials from its own role and never from its node.
/// Source: AWS SDKs and Tools Reference Guide, "Standardized credential providers", November 2026.
enum CredentialsSource: Sendable, Hashable {
  /// A key in the environment.
  case fixed(AWSCredentials)
  /// IAM roles for service accounts.
  case webIdentity(WebIdentity)
  /// EKS Pod Identity and ECS.
  case container(ContainerCredentials)

  /// Reads the environment, where an empty variable counts as missing.
  ///
  /// - Throws: what is missing or wrong, by variable.
  init(environment: EnvironmentVariables) throws(AWSConfigurationError) {
    if let credentials = try AWSCredentials(environment: environment) {
      self = .fixed(credentials)
    } else if let identity = try WebIdentity(environment: environment) {
      self = .webIdentity(identity)
    } else if let container = try ContainerCredentials(environment: environment) {
      self = .container(container)
    } else {
      throw AWSConfigurationError([
        .init(variable: "AWS_ACCESS_KEY_ID", problem: noCredentials)
      ])
    }
  }

  /// Whether asking again can bring others.
  var isRefreshable: Bool {
    switch self {
    case .fixed: false
    case .webIdentity, .container: true
    }
  }

  /// Gets credentials, with as many attempts as `client` makes.
  ///
  /// - Parameter client: has no credentials of its own.
  func fetch(with client: AWSClient) async throws(CredentialsFailure) -> AWSCredentials {
    switch self {
    case .fixed(let credentials): credentials
    case .webIdentity(let identity): try await identity.fetch(with: client)
    case .container(let container): try await container.fetch(with: client)
    }
  }
}

private let noCredentials = """
  there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with \
  AWS_SESSION_TOKEN where they expire), or AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN (IAM roles \
  for service accounts; AWS_ROLE_SESSION_NAME if you like), or \
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI (ECS and EKS Pod \
  Identity; with AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE or AWS_CONTAINER_AUTHORIZATION_TOKEN)
  """

/// Why there are no credentials at the moment.
struct CredentialsFailure: Error, Sendable, Hashable {
  /// What went wrong, without any secret.
  let message: String
  /// Whether it may go well a little later.
  let isPassing: Bool
}
