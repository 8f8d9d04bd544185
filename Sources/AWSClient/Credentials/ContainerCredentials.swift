import Foundation

/// Credentials that an agent beside the container hands out: EKS Pod Identity and ECS.
///
/// Source: AWS SDKs and Tools Reference Guide, "Container credential provider", November 2026.
struct ContainerCredentials: Sendable, Hashable {
  let url: String
  let authorization: Authorization

  /// What the agent wants to see.
  enum Authorization: Sendable, Hashable {
    case none
    case token(SecretText)
    /// Read anew each time.
    case tokenFile(String)
  }

  /// What the environment says, or nil where it names no agent.
  ///
  /// - Throws: that the agent's address is none, or that a token would go to a stranger in clear.
  init?(environment: EnvironmentVariables) throws(AWSConfigurationError) {
    if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
      url = "http://169.254.170.2\(path)"
    } else if let full = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] {
      guard let parts = URLComponents(string: full), let host = parts.host, !host.isEmpty else {
        throw Self.refused("is no address: \(full); write one such as http://169.254.170.23/v1/…")
      }
      guard parts.scheme == "https" || (parts.scheme == "http" && isTrustedInClear(host)) else {
        throw Self.refused(
          "names the host \(host); only https, a loopback address, 169.254.170.2 (ECS), "
            + "169.254.170.23 and [fd00:ec2::23] (EKS Pod Identity) may get credentials to answer")
      }
      url = full
    } else {
      return nil
    }
    authorization =
      environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"].map { .tokenFile($0) }
      ?? environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"].map { .token(SecretText($0)) }
      ?? .none
  }

  private static func refused(_ problem: String) -> AWSConfigurationError {
    AWSConfigurationError([.init(variable: "AWS_CONTAINER_CREDENTIALS_FULL_URI", problem: problem)])
  }

  /// Asks the agent.
  func fetch(with client: AWSClient) async throws(CredentialsFailure) -> AWSCredentials {
    var headers = [HeaderField("accept", "application/json")]
    if let token = try token(client.effects) { headers.append(HeaderField("authorization", token)) }
    let request = TransportRequest(method: "GET", url: url, headers: headers, body: [])
    let answer = try await client.get(request)
    guard answer.status == 200 else {
      throw CredentialsFailure(
        message: "\(request.url) answered with HTTP \(answer.status)",
        isPassing: answer.status >= 500 || answer.status == 429)
    }
    return try AWSCredentials(containerAnswer: answer.body, from: request.url)
  }

  private func token(_ effects: AWSEffects) throws(CredentialsFailure) -> String? {
    let token: String
    switch authorization {
    case .none: return nil
    case .token(let given): token = given.text
    case .tokenFile(let file):
      do {
        token = try effects.readFile(file)
      } catch {
        throw CredentialsFailure(
          message: "the file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE, \(file), can't be read: "
            + "\(error)", isPassing: true)
      }
    }
    guard !token.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else {
      throw CredentialsFailure(
        message: "the container's authorization token holds a line break or another control "
          + "character, and is no header's value", isPassing: false)
    }
    return token
  }
}

/// Whether credentials may come from `host` without TLS.
private func isTrustedInClear(_ host: String) -> Bool {
  let address = host.trimmingPrefix("[").prefix { $0 != "]" }
  if ["169.254.170.2", "169.254.170.23", "fd00:ec2::23", "::1", "localhost"].contains(address) {
    return true
  }
  let numbers = address.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
  return numbers.count == 4 && numbers.first == 127 && numbers.allSatisfy { $0 != nil }
}

extension AWSCredentials {
  /// Reads what an agent answered.
  fileprivate init(
    containerAnswer body: [UInt8], from url: String
  ) throws(CredentialsFailure) {
    struct Answer: Decodable {
      var AccessKeyId: String
      var SecretAccessKey: String
      var Token: String?
      var Expiration: String?
    }
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(body))
      self.init(
        accessKeyID: answer.AccessKeyId, secretAccessKey: answer.SecretAccessKey,
        sessionToken: answer.Token, expiration: try answer.Expiration.map { try Date(awsTime: $0) })
    } catch {
      // What the decoder says may quote the answer.
      throw CredentialsFailure(
        message: "\(url) answered with something else than AccessKeyId, SecretAccessKey, Token and "
          + "Expiration", isPassing: false)
    }
  }
}
