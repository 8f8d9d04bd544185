/// The services that this client speaks to.
public enum AWSService: String, Sendable, Hashable, CaseIterable {
  /// Simple Queue Service.
  case sqs
  /// Simple Notification Service.
  case sns
  /// DynamoDB.
  case dynamoDB
  /// Secrets Manager.
  case secretsManager
  /// Systems Manager, for its parameters.
  case ssm
  /// Security Token Service.
  case sts

  /// How a service's requests are written.
  ///
  /// Source: the protocols in botocore 1.43.106's `data/<service>/…/service-2.json`.
  enum WireProtocol: Sendable, Hashable {
    /// JSON of this version; `target` stands before the operation's name in `x-amz-target`.
    case json(version: String, target: String)
    /// A form; the answer is XML.
    case query(version: String)

    /// The version that requests name.
    var version: String {
      switch self {
      case .json(let version, _), .query(let version): version
      }
    }
  }

  var wireProtocol: WireProtocol {
    switch self {
    case .sqs: .json(version: "1.0", target: "AmazonSQS")
    case .dynamoDB: .json(version: "1.0", target: "DynamoDB_20120810")
    case .secretsManager: .json(version: "1.1", target: "secretsmanager")
    case .ssm: .json(version: "1.1", target: "AmazonSSM")
    case .sns: .query(version: "2010-03-31")
    case .sts: .query(version: "2011-06-15")
    }
  }

  /// The start of its host's name, which is also its name in signatures.
  var endpointPrefix: String {
    switch self {
    case .sqs: "sqs"
    case .sns: "sns"
    case .dynamoDB: "dynamodb"
    case .secretsManager: "secretsmanager"
    case .ssm: "ssm"
    case .sts: "sts"
    }
  }

  /// Its name in `AWS_ENDPOINT_URL_…`.
  var endpointVariable: String {
    switch self {
    case .sqs: "SQS"
    case .sns: "SNS"
    case .dynamoDB: "DYNAMODB"
    case .secretsManager: "SECRETS_MANAGER"
    case .ssm: "SSM"
    case .sts: "STS"
    }
  }
}

extension AWSService: CustomStringConvertible {
  /// Its name as AWS writes it.
  public var description: String {
    switch self {
    case .sqs: "SQS"
    case .sns: "SNS"
    case .dynamoDB: "DynamoDB"
    case .secretsManager: "Secrets Manager"
    case .ssm: "SSM"
    case .sts: "STS"
    }
  }
}
