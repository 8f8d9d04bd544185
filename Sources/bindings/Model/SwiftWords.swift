/// How the words of Terraform's `snake_case` names are spelled in Swift.
///
/// Source: Swift API Design Guidelines, "Acronyms and initialisms … should be uniformly up- or
/// down-cased"; product names are spelled as AWS spells them.
enum SwiftWords {
  private static let acronyms: Set<String> = [
    "acl", "acm", "ami", "api", "arn", "asn", "aws", "az", "bgp", "ca", "cidr", "cors", "cpu",
    "csv", "db",
    "dhcp", "dns", "dnssec", "ebs", "ec2", "ecr", "ecs", "efa", "efs", "eip", "eks", "elb", "emr",
    "ena", "eni", "fifo", "fips", "gpu", "hsm", "http", "https", "iam", "icmp", "id", "iops", "ip",
    "json", "jwt", "kms", "lb", "mfa", "nat", "oidc", "os", "ram", "rds", "s3", "saml", "sdk",
    "sms", "sns", "sql", "sqli", "sqs", "srd", "sse", "ssh", "ssl", "ssm", "sso", "sts", "tcp",
    "tls", "ttl",
    "udp", "uri", "url", "utf8", "vpc", "vpn", "waf", "wo", "xss",
  ]

  private static let exceptions: [String: String] = [
    "acls": "ACLs", "arns": "ARNs", "autoscaling": "AutoScaling", "cidrs": "CIDRs",
    "cloudfront": "CloudFront", "cloudtrail": "CloudTrail", "cloudwatch": "CloudWatch",
    "dynamodb": "DynamoDB", "elasticache": "ElastiCache", "eventbridge": "EventBridge",
    "gib": "GiB", "guardduty": "GuardDuty", "ids": "IDs", "ipam": "IPAM", "ips": "IPs",
    "ipv4": "IPv4", "ipv6": "IPv6", "mib": "MiB", "openid": "OpenID",
    "secretsmanager": "SecretsManager", "serverlessv2": "ServerlessV2", "uris": "URIs",
    "urls": "URLs", "wafv2": "WAFv2",
  ]

  /// `vpc_config` → `VPCConfig`: a type's name.
  static func typeName(_ words: some Sequence<Substring>) -> String {
    words.map { spelled($0) }.joined()
  }

  /// `kms_key_arn` → `kmsKeyARN`: a property's name.
  static func propertyName(_ name: String) -> String {
    let words = name.split(separator: "_")
    guard let first = words.first else { return name }
    return lowered(spelled(first)) + typeName(words.dropFirst())
  }

  private static func spelled(_ word: Substring) -> String {
    if let exception = exceptions[String(word)] { return exception }
    return acronyms.contains(String(word))
      ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The word at the start of a name: `VPC` → `vpc`, `IPv6` → `ipv6`, `DynamoDB` → `dynamoDB`.
  private static func lowered(_ word: String) -> String {
    let isAcronym = word.dropFirst().first.map { $0.isUppercase || $0.isNumber } ?? true
    return isAcronym ? word.lowercased() : word.prefix(1).lowercased() + word.dropFirst()
  }
}
