/// What the environment says about region, endpoints and credentials.
///
/// The variables are those of the AWS SDKs, so that what runs in a pod or against an emulator needs
/// nothing of its own. Source: AWS SDKs and Tools Reference Guide, "Environment variables list" and
/// "Service-specific endpoints", November 2026.
public struct AWSConfiguration: Sendable {
  /// Where the process runs.
  public let region: String
  /// Where services are asked that are not asked at their own endpoints in the region.
  let givenEndpoints: [AWSService: AWSEndpoint]
  let credentials: CredentialsSource

  /// Reads `AWS_REGION`, `AWS_ENDPOINT_URL` and its variants for each service, such as
  /// `AWS_ENDPOINT_URL_SECRETS_MANAGER`, `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, and where credentials
  /// come from.
  ///
  /// - Throws: ``AWSConfigurationError`` with every problem at once.
  public init(environment values: [String: String]) throws(AWSConfigurationError) {
    let environment = EnvironmentVariables(values)
    var problems: [AWSConfigurationError.Problem] = []
    let region = environment["AWS_REGION"]
    if let problem = regionProblem(region) {
      problems.append(.init(variable: "AWS_REGION", problem: problem))
    }
    givenEndpoints = endpoints(given: environment, problems: &problems)
    let source: Result<CredentialsSource, AWSConfigurationError>
    do {
      source = .success(try CredentialsSource(environment: environment))
    } catch {
      source = .failure(error)
      problems += error.problems
    }
    guard problems.isEmpty, let region else { throw AWSConfigurationError(problems) }
    self.region = region
    credentials = try source.get()
  }
}

private func regionProblem(_ region: String?) -> String? {
  guard let region else { return "is missing; write the region, such as us-east-1" }
  let isRegion = region.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
  return isRegion ? nil : "is no region: \(region); write one such as us-east-1"
}

private func endpoints(
  given environment: EnvironmentVariables, problems: inout [AWSConfigurationError.Problem]
) -> [AWSService: AWSEndpoint] {
  guard environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.lowercased() != "true" else {
    return [:]
  }
  var wrong: Set<String> = []
  var endpoints: [AWSService: AWSEndpoint] = [:]
  for service in AWSService.allCases {
    let names = ["AWS_ENDPOINT_URL_\(service.endpointVariable)", "AWS_ENDPOINT_URL"]
    guard let name = names.first(where: { environment[$0] != nil }),
      let url = environment[name]
    else { continue }
    if let endpoint = AWSEndpoint(url: url) {
      endpoints[service] = endpoint
    } else if wrong.insert(name).inserted {
      problems.append(
        .init(
          variable: name,
          problem: "is no endpoint: \(url); write http or https, a host and a port if you like, "
            + "such as http://127.0.0.1:5557"))
    }
  }
  return endpoints
}
