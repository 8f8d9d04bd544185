import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's web application firewall: in front of the load balancer, against floods and known
/// attacks.
///
/// The limits of single API keys are the API's own.
struct FirewallComponent {
  private(set) var component: TerraformComponent
  let webACL: AWS.WAFv2WebACL.Attributes

  private let cell: ResolvedCell
  private var location: SourceLocation { cell.firewall.location }

  init(_ cell: ResolvedCell, before edge: EdgeComponent, encryption: EncryptionComponent) {
    self.cell = cell
    var component = TerraformComponent("firewall", of: .cell(cell), owner: cell.name)
    webACL = component.add(
      Resource(AWS.WAFv2WebACL.self, "main") {
        $0.name = Argument(cell.scope.loadBalancer)
        $0.description = Argument("Requests to \(cell.name)")
        $0.scope = "REGIONAL"
        $0.defaultAction = .init { $0.allow = .init() }
        $0.customResponseBody = [FloodResponse.body]
        $0.dataProtectionConfig = .protecting(headers: Self.confidentialHeaders)
        $0.rule = FirewallRules.rules(of: cell.firewall.value)
        $0.visibilityConfig = .named(cell.scope.loadBalancer)
      }, because: "refuses attacks and floods before they reach the load balancer",
      at: cell.firewall.location)
    self.component = component
    associate(with: edge.loadBalancer)
    addLog(encryptedWith: encryption.logsKey)
    self.component.output(
      "waf_web_acl_arn", webACL.arn, description: "ARN of the web ACL", at: location)
  }

  /// Headers that carry API keys.
  private static let confidentialHeaders = ["authorization", "x-api-key"]

  private mutating func associate(with loadBalancer: AWS.LB.Attributes) {
    component.add(
      Resource(AWS.WAFv2WebACLAssociation.self, "main") {
        $0.resourceARN = loadBalancer.arn
        $0.webACLARN = webACL.arn
      }, because: "puts the firewall before the load balancer",
      at: location)
  }

  /// What was blocked or counted; the load balancer's own log has every request.
  ///
  /// Who applies this lets log delivery write into the group, by a policy that AWS attaches to the group
  /// itself. We add none: a group takes one policy, and those of the account, of which it takes ten, are
  /// all that the provider can make. Until March 2026 AWS put every web ACL into one policy of the
  /// account, which grew until it was refused.
  /// Sources: Amazon CloudWatch Logs User Guide, "Enable logging from AWS services", "Logs sent to
  /// CloudWatch Logs"; Amazon CloudWatch Logs API Reference, `PutResourcePolicy`, 2026-11;
  /// terraform-provider-aws issue 25296, 2022-06, and pull request 47111, 2026-03-26.
  private mutating func addLog(encryptedWith key: AWS.KMSKey.Attributes) {
    let days = cell.observability.logRetention.value.seconds / 86_400
    let group = component.add(
      Resource(AWS.CloudWatchLogGroup.self, "firewall") {
        $0.name = Argument(cell.scope.firewallLogGroup)
        $0.retentionInDays = Argument(days)
        $0.kmsKeyID = key.arn
      }, because: "keeps what the firewall refused and why",
      at: location)
    component.add(
      Resource(AWS.WAFv2WebACLLoggingConfiguration.self, "main") {
        $0.resourceARN = webACL.arn
        $0.logDestinationConfigs = Argument([group.arn])
        $0.redactedFields = Self.confidentialHeaders.map { header in
          .init { $0.singleHeader = .init { $0.name = Argument(header) } }
        }
        $0.loggingFilter = .init {
          $0.defaultBehavior = "DROP"
          $0.filter = [
            .init {
              $0.behavior = "KEEP"
              $0.requirement = "MEETS_ANY"
              $0.condition = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"].map { action in
                .init { $0.actionCondition = .init { $0.action = Argument(action) } }
              }
            }
          ]
        }
      }, because: "writes each request that the firewall decided on, without confidential headers",
      at: location)
  }
}

extension AWS.WAFv2WebACL.DataProtectionConfig {
  /// Replaces the values of headers wherever the web ACL shows requests.
  ///
  /// What the logging configuration redacts would still be seen in sampled requests.
  /// Source: AWS WAF Developer Guide, "Logging AWS WAF protection pack (web ACL) traffic", 2026-11.
  fileprivate static func protecting(headers: [String]) -> Self {
    Self {
      $0.dataProtection = [
        .init {
          $0.action = "SUBSTITUTION"
          $0.field = .init {
            $0.fieldType = "SINGLE_HEADER"
            $0.fieldKeys = Argument(headers)
          }
        }
      ]
    }
  }
}

extension AWS.WAFv2WebACL.VisibilityConfig {
  /// A metric of this name in `AWS/WAFV2`, and samples of what matched.
  static func named(_ metric: String) -> Self {
    Self {
      $0.cloudWatchMetricsEnabled = true
      $0.metricName = Argument(metric)
      $0.sampledRequestsEnabled = true
    }
  }
}
