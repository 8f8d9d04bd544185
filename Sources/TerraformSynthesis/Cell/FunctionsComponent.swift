import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's services that run as functions: each started by a schedule, allowed what its pods would
/// be allowed.
///
/// Rounds follow each other because each is ended before the next is due, and none is tried again. A
/// round that was started late, by a minute at most, or twice, as Lambda's queue may do, meets the
/// service's lease and ends. Concurrency is not reserved for that: an account that may run 10
/// functions at once, as new ones do, must leave all 10 unreserved, and refuses it.
/// Sources: AWS Lambda Developer Guide, "Configuring reserved concurrency for a function" and
/// "Invoking a Lambda function asynchronously", 2026-11; awslabs/fhir-works-on-aws-deployment issue
/// 691, 2022-09, for what such an account answers.
///
/// Lambda takes no image for several architectures, so a service that is to run so is built for one.
/// Source: AWS Lambda Developer Guide, "Create a Lambda function using a container image", 2026-11.
struct FunctionsComponent {
  /// The most that a function may run. Source: AWS Lambda Developer Guide, "Lambda quotas", 2026-11.
  private static let longestRoundSeconds = 900
  /// What a round leaves free before the next one starts.
  private static let pauseSeconds = 10
  /// Days that a failed round is kept for a person to look at.
  private static let failureRetentionDays = 14

  private(set) var component: TerraformComponent
  private let cell: ResolvedCell
  private let environment: ResolvedEnvironment
  private let network: NetworkComponent
  private let identity: IdentityComponent

  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment, in network: NetworkComponent,
    with identity: IdentityComponent
  ) {
    self.cell = cell
    self.environment = environment
    self.network = network
    self.identity = identity
    component = TerraformComponent("functions", of: .cell(cell), owner: cell.name)
    guard let first = cell.functions.first else { return }
    let group = component.add(
      Resource(AWS.SchedulerScheduleGroup.self, "main") {
        $0.name = Argument(cell.scope.scheduleGroup)
      }, because: "holds the schedules of the cell's functions under one name",
      at: first.location)
    for service in cell.functions {
      guard case .lambda(let interval) = service.value.form else { continue }
      add(service, every: interval, in: group)
    }
  }

  private mutating func add(
    _ service: Placed<ResolvedService>, every interval: Period,
    in group: AWS.SchedulerScheduleGroup.Attributes
  ) {
    let failures = addFailures(of: service)
    let (role, policies) = addRole(of: service, failures)
    let securityGroup = component.addSecurityGroup(
      ofFunction: service, of: cell, in: network, for: environment.databaseClusters(of: cell))
    let function = addFunction(
      service, every: interval, as: role, behind: securityGroup,
      after: policies + network.privateRouting)
    component.add(
      Resource(AWS.LambdaFunctionEventInvokeConfig.self, blockName(service.value.name.rawValue)) {
        $0.functionName = function.functionName
        // The next round is the retry of this one.
        $0.maximumRetryAttempts = 0
        $0.maximumEventAgeInSeconds = 60
        $0.destinationConfig = .init {
          $0.onFailure = .init { $0.destination = failures.arn }
        }
      },
      because: "what becomes of a failed round: no retry, for the next one is it; the queue"
        + " keeps it",
      at: service.location)
    addSchedule(of: service, every: interval, in: group, function, failures)
  }

  /// Rounds that could not be started, and rounds that ended badly.
  private mutating func addFailures(
    of service: Placed<ResolvedService>
  ) -> AWS.SQSQueue.Attributes {
    let block = blockName(service.value.name.rawValue, "failures")
    let queue = component.add(
      Resource(AWS.SQSQueue.self, block) {
        $0.name = Argument(cell.scope.failedRounds(of: service.value.name))
        $0.messageRetentionSeconds = Argument(Self.failureRetentionDays * 86_400)
        $0.sqsManagedSSEEnabled = true
      }, because: "keeps failed rounds of the function for people, and raises an alarm",
      at: service.location)
    let policy = component.policy(
      "\(block)_policy", IAMPolicy(.refusalWithoutTLS(of: ["sqs:*"], on: queue.arn)),
      at: service.location)
    component.add(
      Resource(AWS.SQSQueuePolicy.self, block) {
        $0.queueURL = queue.id
        $0.policy = policy
      }, because: "who may put failed rounds in, and only over TLS",
      at: service.location)
    return queue
  }

  /// The service's role, with what it declares in one policy and what Lambda needs in another.
  ///
  /// The trust names no function: Lambda sends no source when it takes a role, and only this account
  /// may hand it one. Source: AWS Lambda Developer Guide, "Using source function ARN to control
  /// function access behavior", 2026-11.
  private mutating func addRole(
    of service: Placed<ResolvedService>, _ failures: AWS.SQSQueue.Attributes
  ) -> (AWS.IAMRole.Attributes, [TerraformReference]) {
    let contract = service.value.name.contract
    let block = blockName(service.value.name.rawValue)
    let (role, _) = component.addRole(
      block, named: cell.scope.role(of: service.value.name), trusting: "lambda",
      managedPolicies: [], because: "what the function is in AWS",
      at: service.location)
    let declared = component.policy(
      "\(block)_policy", identity.declaredPolicy(of: contract), at: service.location)
    let needed = component.policy(
      "\(block)_function_policy", needs(of: service.value.name, failures), at: service.location)
    let policies = [
      component.add(
        Resource(AWS.IAMRolePolicy.self, block) {
          $0.name = Argument(contract.workload)
          $0.role = role.name
          $0.policy = declared
        }, because: "exactly what the service declares that it uses",
        at: service.location
      ).reference,
      component.add(
        Resource(AWS.IAMRolePolicy.self, "\(block)_function") {
          $0.name = "function"
          $0.role = role.name
          $0.policy = needed
        },
        because: "what Lambda itself needs to run it: logs, its network interfaces, failed rounds",
        at: service.location
      ).reference,
    ]
    return (role, policies)
  }

  /// Lines to the service's own log group, failures to their queue, and interfaces in the VPC.
  ///
  /// Lambda makes the interfaces with the function's own role, and EC2 lets no such action be bound to
  /// what is not there yet: hence `*`. The function's code, which uses the same role, is denied them.
  /// Source: AWS Lambda Developer Guide, "Giving Lambda functions access to resources in an Amazon
  /// VPC", required IAM permissions, 2026-11.
  private func needs(
    of service: ServiceName, _ failures: AWS.SQSQueue.Attributes
  ) -> IAMPolicy {
    let interfaces = [
      "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
    ]
    return IAMPolicy(
      IAMPolicy.Statement(
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: ["\(Argument(cell.scope.logGroupARN(of: service))):*"]),
      IAMPolicy.Statement(actions: ["sqs:SendMessage"], resources: [failures.arn]),
      IAMPolicy.Statement(actions: interfaces, resources: ["*"]),
      IAMPolicy.Statement(
        effect: "Deny", actions: interfaces, resources: ["*"],
        conditions: [
          .init(
            "ArnEquals", "lambda:SourceFunctionArn", Argument(cell.scope.functionARN(of: service)))
        ]))
  }

  private mutating func addFunction(
    _ service: Placed<ResolvedService>, every interval: Period, as role: AWS.IAMRole.Attributes,
    behind securityGroup: AWS.SecurityGroup.Attributes, after order: [TerraformReference]
  ) -> AWS.LambdaFunction.Attributes {
    let name = service.value.name
    let image = "\(cell.scope.imageRepository(of: name)):\(cell.release.value)"
    let meta = MetaArguments(dependsOn: order)
    return component.add(
      Resource(AWS.LambdaFunction.self, blockName(name.rawValue), meta: meta) {
        $0.functionName = Argument(cell.scope.function(of: name))
        $0.role = role.arn
        $0.packageType = "Image"
        $0.imageURI = Argument(image)
        $0.architectures = Argument([cell.functionArchitecture.lambdaName])
        $0.memorySize = Argument(name.contract.compute.memoryLimit.mebibytes)
        $0.timeout = Argument(
          min(interval.seconds - Self.pauseSeconds, Self.longestRoundSeconds))
        $0.environment = .init { $0.variables = Argument(variables(of: name)) }
        $0.loggingConfig = .init {
          $0.logFormat = "JSON"
          $0.logGroup = Argument(cell.scope.logGroup(of: name))
        }
        $0.vpcConfig = .init {
          $0.subnetIDs = Argument(network.privateSubnets.map(\.id))
          $0.securityGroupIDs = Argument([securityGroup.id])
        }
      }, because: "runs the service in rounds, without machines",
      at: service.location)
  }

  /// What its pods would be told, but for the region, which Lambda itself says, and a port.
  ///
  /// Source: AWS Lambda Developer Guide, "Defined runtime environment variables", 2026-11.
  private func variables(of service: ServiceName) -> [String: String] {
    let hostName = environment.hostName(of: cell)
    return service.contract.environment.reduce(into: cell.commonVariables) {
      $0[$1.key] = cell.scope.text(of: $1.value, callingFrom: .outside, hostName: hostName)
    }
  }

  /// A round that can't be started is not tried again: the next one is due soon.
  private mutating func addSchedule(
    of service: Placed<ResolvedService>, every interval: Period,
    in group: AWS.SchedulerScheduleGroup.Attributes, _ function: AWS.LambdaFunction.Attributes,
    _ failures: AWS.SQSQueue.Attributes
  ) {
    let name = service.value.name
    let role = addScheduleRole(of: service, function, failures)
    let minutes = interval.seconds / 60
    component.add(
      Resource(AWS.SchedulerSchedule.self, blockName(name.rawValue)) {
        $0.name = Argument(cell.scope.function(of: name))
        $0.groupName = group.name
        $0.scheduleExpression = Argument("rate(\(minutes) minute\(minutes == 1 ? "" : "s"))")
        $0.flexibleTimeWindow = .init { $0.mode = "OFF" }
        $0.target = .init {
          $0.arn = function.arn
          $0.roleARN = role.arn
          $0.deadLetterConfig = .init { $0.arn = failures.arn }
          $0.retryPolicy = .init {
            $0.maximumEventAgeInSeconds = 60
            $0.maximumRetryAttempts = 0
          }
        }
      }, because: "starts a round of the function every so often",
      at: service.location)
  }

  /// Source of the condition, a schedule's group and not the schedule: EventBridge Scheduler User
  /// Guide, "Confused deputy prevention in EventBridge Scheduler", 2026-11.
  private mutating func addScheduleRole(
    of service: Placed<ResolvedService>, _ function: AWS.LambdaFunction.Attributes,
    _ failures: AWS.SQSQueue.Attributes
  ) -> AWS.IAMRole.Attributes {
    let block = blockName(service.value.name.rawValue, "schedule")
    var trust = IAMPolicy.Statement.trust(of: "scheduler")
    trust.conditions = [
      .init(
        "StringEquals", "aws:SourceAccount", Argument(environment.scope.account.digits)),
      .init("StringEquals", "aws:SourceArn", Argument(cell.scope.scheduleGroupARN)),
    ]
    let trustPolicy = component.policy("\(block)_trust", IAMPolicy(trust), at: service.location)
    let role = component.add(
      Resource(AWS.IAMRole.self, block) {
        $0.name = Argument(cell.scope.scheduleRole(of: service.value.name))
        $0.assumeRolePolicy = trustPolicy
      }, because: "the role by which the scheduler starts the function",
      at: service.location)
    let policy = component.policy(
      "\(block)_policy",
      IAMPolicy(
        IAMPolicy.Statement(actions: ["lambda:InvokeFunction"], resources: [function.arn]),
        IAMPolicy.Statement(actions: ["sqs:SendMessage"], resources: [failures.arn])),
      at: service.location)
    component.add(
      Resource(AWS.IAMRolePolicy.self, block) {
        $0.name = "schedule"
        $0.role = role.name
        $0.policy = policy
      }, because: "the scheduler may start this function and nothing else",
      at: service.location)
    return role
  }
}

extension InstanceType.Architecture {
  /// Source: AWS Lambda API Reference, `Architectures`, 2026-11.
  fileprivate var lambdaName: String {
    switch self {
    case .amd64: "x86_64"
    case .arm64: "arm64"
    }
  }
}
