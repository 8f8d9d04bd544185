import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The roles with which the environment's repository plans and deploys, and the bound of all others.
///
/// GitHub's OIDC tokens say who asks, so no key is stored there. Each role is for the workflows of one
/// GitHub environment, and who may approve those is said there: a plan opens the database's master
/// password, and any branch may hold a workflow that somebody has just written. A workflow that a fork's
/// pull request starts gets no token.
/// Source: GitHub documentation, "Controlling permissions for GITHUB_TOKEN", "OpenID Connect reference"
/// and "Managing environments for deployment", 2026-11.
///
/// The deploying role can't change this component, or it could make itself anything, nor the audit
/// trail, or nobody would hear of it: whoever administers the account applies `global` when either
/// changes, the first time as later. Every other apply of `global` only looks at them, which the role
/// may.
struct DeploymentComponent {
  /// Who signs GitHub's tokens.
  private static let issuer = "token.actions.githubusercontent.com"
  /// How long one login lasts: a cell with a cluster and a database takes most of an hour.
  private static let deploySessionSeconds = 7_200
  /// A plan takes minutes; the least that IAM takes. Source: IAM API Reference, `CreateRole`.
  private static let planSessionSeconds = 3_600

  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment

  init(_ environment: ResolvedEnvironment) {
    self.environment = environment
    component = TerraformComponent(
      "deployment", of: .global(of: environment), owner: "\(environment.name) global")
    guard let repository = environment.repository else { return }
    // No thumbprints: IAM knows the authority that signs GitHub's certificate.
    // Source: IAM API Reference, UpdateOpenIDConnectProviderThumbprint, 2026-11.
    let provider = component.add(
      Resource(AWS.IAMOpenIDConnectProvider.self, "github") {
        $0.url = Argument("https://\(Self.issuer)")
        $0.clientIDList = ["sts.amazonaws.com"]
      },
      because: "lets AWS trust the tokens of GitHub's workflows, so that no keys are stored there",
      at: repository.location)
    let permissions = DeploymentPermissions(environment)
    add(
      "boundary", named: environment.scope.boundary, permissions.boundary,
      because: "the most that any other role of the environment may ever do",
      at: repository.location)
    addPlanRole(of: repository, provider, permissions)
    addDeployRole(of: repository, provider, permissions)
  }

  private mutating func addPlanRole(
    of repository: Placed<ResolvedRepository>, _ provider: AWS.IAMOpenIDConnectProvider.Attributes,
    _ permissions: DeploymentPermissions
  ) {
    let role = addRole(
      "plan", named: environment.scope.planRole, seconds: Self.planSessionSeconds,
      for: environment.scope.planningEnvironment, to: "plan: read everything, change nothing",
      of: repository, provider)
    attachReading(to: role, "plan", at: repository.location)
    for (name, policy) in permissions.ofPlan {
      let policy = component.policy("plan_\(name)", policy, at: repository.location)
      component.add(
        Resource(AWS.IAMRolePolicy.self, "plan_\(name)") {
          $0.name = Argument(name)
          $0.role = role.name
          $0.policy = policy
        },
        because: "what planning reads beside AWS's own read access: states, and values that plans"
          + " compare",
        at: repository.location)
    }
  }

  private mutating func addDeployRole(
    of repository: Placed<ResolvedRepository>, _ provider: AWS.IAMOpenIDConnectProvider.Attributes,
    _ permissions: DeploymentPermissions
  ) {
    let role = addRole(
      "deploy", named: environment.scope.deployRole, seconds: Self.deploySessionSeconds,
      for: environment.scope.deployingEnvironment, to: "apply the environment's roots",
      of: repository, provider)
    attachReading(to: role, "deploy", at: repository.location)
    for (name, policy) in permissions.ofDeploy {
      let arn = add(
        "deploy_\(name)", named: environment.scope.deployPolicy(name), policy,
        because: "what deploying may do, in one field of several: a policy has a size limit",
        at: repository.location)
      attach("deploy_\(name)", arn, to: role, at: repository.location)
    }
  }

  /// A role for the workflows of a GitHub environment of the repository, and for no other.
  private mutating func addRole(
    _ block: String, named name: String, seconds: Int, for gitHubEnvironment: String,
    to purpose: String,
    of repository: Placed<ResolvedRepository>, _ provider: AWS.IAMOpenIDConnectProvider.Attributes
  ) -> AWS.IAMRole.Attributes {
    let subject = "\(repository.value.subjectPrefix)environment:\(gitHubEnvironment)"
    let trust = component.policy(
      "\(block)_trust",
      IAMPolicy(
        IAMPolicy.Statement(
          principal: ("Federated", provider.arn), actions: ["sts:AssumeRoleWithWebIdentity"],
          conditions: [
            .init("StringEquals", "\(Self.issuer):aud", "sts.amazonaws.com"),
            .init("StringEquals", "\(Self.issuer):sub", Argument(subject)),
          ])), at: repository.location)
    return component.add(
      Resource(AWS.IAMRole.self, block) {
        $0.name = Argument(name)
        $0.assumeRolePolicy = trust
        $0.maxSessionDuration = Argument(seconds)
      }, because: "the role that GitHub's workflows take to \(purpose)",
      at: repository.location)
  }

  /// A plan looks at everything, and what AWS adds to a resource has to be read too; AWS keeps this
  /// policy up with its services. What holds data is denied beside it.
  private mutating func attachReading(
    to role: AWS.IAMRole.Attributes, _ block: String, at location: SourceLocation
  ) {
    attach("\(block)_reading", "arn:aws:iam::aws:policy/ReadOnlyAccess", to: role, at: location)
  }

  private mutating func attach(
    _ block: String, _ policy: Argument<String>, to role: AWS.IAMRole.Attributes,
    at location: SourceLocation
  ) {
    component.add(
      Resource(AWS.IAMRolePolicyAttachment.self, block) {
        $0.role = role.name
        $0.policyARN = policy
      }, because: "gives the workflows' role one of its policies",
      at: location)
  }

  @discardableResult
  private mutating func add(
    _ block: String, named name: String, _ policy: IAMPolicy, because reason: String,
    at location: SourceLocation
  ) -> Argument<String> {
    let text = component.policy("\(block)_policy", policy, at: location)
    return component.add(
      Resource(AWS.IAMPolicy.self, block) {
        $0.name = Argument(name)
        $0.policy = text
      }, because: reason,
      at: location
    ).arn
  }
}
