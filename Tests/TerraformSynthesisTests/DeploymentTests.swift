import CellDescription
import CellPrimitives
import Cells
import TerraformAWS
import TerraformDocument
import Testing

/// The roles of the environment's repository.
@Suite struct DeploymentTests {
  private let fleet: WrittenFleet
  private let global: WrittenRoot

  init() throws {
    fleet = try WrittenFleet.ours.get()
    global = fleet["production", "global"]
  }

  /// A plan opens the master user's password, so not any branch of the repository may start one.
  @Test func `workflows of one GitHub environment may plan, those of another deploy`() {
    #expect(
      global["aws_iam_openid_connect_provider", "github"] == [
        "client_id_list": ["sts.amazonaws.com"],
        "url": "https://token.actions.githubusercontent.com",
      ])
    #expect(
      trust(of: "plan") == [
        "StringEquals": [
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub":
            "repo:bizcomms/bizcomms:environment:production-plan",
        ]
      ])
    #expect(
      trust(of: "deploy") == [
        "StringEquals": [
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub":
            "repo:bizcomms/bizcomms:environment:production",
        ]
      ])
    #expect(global["aws_iam_role", "plan"]["name"] == "bizcomms-production-plan")
    #expect(global["aws_iam_role", "plan"]["max_session_duration"] == 3_600)
    #expect(global["aws_iam_role", "deploy"]["name"] == "bizcomms-production-deploy")
    #expect(global["aws_iam_role", "deploy"]["max_session_duration"] == 7_200)
  }

  @Test func `a repository with IDs is trusted by them, and no longer by its name alone`() throws {
    let written = try WrittenFleet(
      deployed(by: GitHubRepository("example/cells", ownerID: 123_456, repositoryID: 456_789)))
    let global = written["sample", "global"]
    let subject = "token.actions.githubusercontent.com:sub"
    for (role, environment) in [("plan", "sample-plan"), ("deploy", "sample")] {
      let condition = trust(of: role, in: global)
      #expect(
        condition["StringEquals"][subject]
          == .string("repo:example@123456/cells@456789:environment:\(environment)"))
      #expect(condition["StringLike"] == .null)
    }
  }

  @Test func `without a repository nobody deploys, and no role has a bound`() throws {
    let written = try WrittenFleet(sample())
    #expect(written["sample", "global"].files["deployment.tf.json"] == nil)
    for root in written.all {
      for role in root.blocks("aws_iam_role").values {
        #expect(role["permissions_boundary"] == .null)
      }
    }
  }

  @Test func `every role but the repository's own two is bounded`() {
    for root in fleet.all {
      let bound = "policy/bizcomms-\(root.path.environment)-boundary"
      for (name, role) in root.blocks("aws_iam_role") {
        let isOwn = root.path.folder == "global" && ["plan", "deploy"].contains(name)
        #expect(
          role["permissions_boundary"].text?.hasSuffix(bound) ?? false != isOwn,
          "\(root.path): \(name)")
      }
    }
    #expect(
      global["aws_iam_policy", "boundary"]["name"] == "bizcomms-production-boundary")
  }

  @Test func `a bound that the user gives a role of theirs is left alone`() throws {
    let written = try WrittenFleet(deployed(by: GitHubRepository("example/services")))
    let roles = written["sample", "global"].blocks("aws_iam_role")
    #expect(roles["mine"]?["permissions_boundary"] == "arn:of-mine")
    #expect(
      roles["other"]?["permissions_boundary"]
        == "arn:aws:iam::111122223333:policy/bizcomms-sample-boundary")
  }

  @Test func `who deploys may make every resource that a root holds`() throws {
    for written in [fleet, try WrittenFleet(everyChoice)] {
      for root in written.all {
        let permissions = Permissions(of: "deploy", in: written[root.path.environment, "global"])
        for type in root.allBlocks().keys {
          let actions = try #require(
            creatingActions[type], "\(type) needs its actions in CreatingActions.swift")
          for action in actions {
            #expect(permissions.allow(action), "\(root.path): \(type) needs \(action)")
          }
        }
      }
    }
  }

  /// A statement that names resources allows nothing of what knows none.
  @Test func `what knows no resource is allowed on all`() {
    let everywhere = Permissions(of: "deploy", in: global).statements.filter {
      $0["Effect"] == "Allow" && $0["Resource"] == ["*"]
    }.flatMap { $0["Action"].texts }
    for action in [
      "ecr:GetAuthorizationToken", "logs:PutResourcePolicy", "rds:CrossRegionCommunication",
      "secretsmanager:GetRandomPassword", "sns:Unsubscribe",
    ] {
      #expect(everywhere.contains(action), "\(action)")
    }
  }

  /// The deploying role knows our things by their names.
  @Test func `what has a name begins with ours`() {
    let types = [
      "aws_cloudtrail": "name", "aws_cloudwatch_event_rule": "name", "aws_db_subnet_group": "name",
      "aws_dynamodb_table": "name", "aws_ecr_repository": "name", "aws_eks_cluster": "name",
      "aws_iam_instance_profile": "name", "aws_iam_policy": "name", "aws_iam_role": "name",
      "aws_lambda_function": "function_name", "aws_rds_cluster": "cluster_identifier",
      "aws_rds_cluster_instance": "identifier", "aws_rds_cluster_parameter_group": "name",
      "aws_rds_global_cluster": "global_cluster_identifier", "aws_scheduler_schedule": "name",
      "aws_scheduler_schedule_group": "name", "aws_secretsmanager_secret": "name",
      "aws_sns_topic": "name", "aws_sqs_queue": "name",
    ]
    for root in fleet.all {
      for (type, argument) in types {
        for (block, body) in root.blocks(type) {
          #expect(
            body[argument].text?.hasPrefix("bizcomms-") ?? false, "\(root.path): \(type).\(block)")
        }
      }
      for parameter in root.blocks("aws_ssm_parameter").values {
        #expect(parameter["name"].text?.hasPrefix("/bizcomms/") ?? false)
      }
      for bucket in root.blocks("aws_s3_bucket").values {
        let name = bucket["bucket"].text ?? ""
        #expect(name.hasPrefix("bizcomms-") || name.hasPrefix("aws-waf-logs-bizcomms-"), "\(name)")
      }
      for group in root.blocks("aws_cloudwatch_log_group").values {
        #expect(group["name"].text?.contains("bizcomms-") ?? false)
      }
      for stream in root.blocks("aws_kinesis_firehose_delivery_stream").values {
        #expect(stream["name"].text?.contains("bizcomms-") ?? false)
      }
    }
  }

  @Test func `who deploys makes roles within their bound only, and never changes itself`() throws {
    let identity = try #require(Permissions(of: "deploy", in: global).documents["identity"])
    let statements = identity["Statement"].elements
    for action in ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"] {
      let allowing = statements.filter { $0["Action"].texts.contains(action) }
      #expect(
        allowing.map { $0["Condition"] } == [
          [
            "StringEquals": [
              "iam:PermissionsBoundary":
                "arn:aws:iam::123456789012:policy/bizcomms-production-boundary"
            ]
          ]
        ])
    }
    #expect(
      statements.contains([
        "Effect": "Deny", "NotAction": ["iam:Get*", "iam:List*"],
        "Resource": [
          "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
          "arn:aws:iam::123456789012:policy/bizcomms-production-boundary",
          "arn:aws:iam::123456789012:policy/bizcomms-production-deploy-*",
          "arn:aws:iam::123456789012:role/bizcomms-production-deploy",
          "arn:aws:iam::123456789012:role/bizcomms-production-plan",
        ],
      ]))
    #expect(!Permissions(of: "deploy", in: global).allow("iam:DeleteRolePermissionsBoundary"))
    #expect(!Permissions(of: "deploy", in: global).allow("iam:CreateUser"))
    #expect(!Permissions(of: "deploy", in: global).allow("iam:CreateAccessKey"))
  }

  @Test func `neither who deploys nor a role of their making touches the audit trail`() throws {
    let trail = "arn:aws:cloudtrail:us-east-1:123456789012:trail/bizcomms-production-audit"
    let bucket = "arn:aws:s3:::bizcomms-production-123456789012-audit"
    let looking: TerraformJSON = ["kms:Describe*", "kms:Get*", "kms:List*"]
    let protection: [TerraformJSON] = [
      [
        "Effect": "Deny", "NotAction": ["cloudtrail:Get*", "cloudtrail:List*"],
        "Resource": [.string(trail)],
      ],
      [
        "Effect": "Deny", "NotAction": ["s3:Get*", "s3:List*"],
        "Resource": [.string(bucket), .string("\(bucket)/*")],
      ],
      [
        "Effect": "Deny", "NotAction": looking,
        "Resource": ["arn:aws:kms:*:123456789012:alias/bizcomms-production-audit"],
      ],
      [
        "Condition": [
          "ForAnyValue:StringEquals": ["kms:ResourceAliases": "alias/bizcomms-production-audit"]
        ],
        "Effect": "Deny", "NotAction": looking, "Resource": ["arn:aws:kms:*:123456789012:key/*"],
      ],
    ]
    let deploy = Permissions(of: "deploy", in: global)
    for statement in protection {
      #expect(deploy.statements.contains(statement))
      #expect(boundary.contains(statement))
    }
    // What they name is what the audit component makes.
    #expect(global["aws_cloudtrail", "main"]["name"] == "bizcomms-production-audit")
    #expect(global["aws_s3_bucket", "audit"]["bucket"] == "bizcomms-production-123456789012-audit")
    #expect(global["aws_kms_alias", "audit"]["name"] == "alias/bizcomms-production-audit")
    #expect(!deploy.allow("cloudtrail:StopLogging"))
    #expect(!deploy.allow("cloudtrail:PutEventSelectors"))
  }

  @Test func `no bounded role opens a secret that no service reads`() throws {
    let statement = try #require(
      boundary.first { $0["Action"].texts.contains("secretsmanager:GetSecretValue") })
    #expect(statement["Effect"] == "Deny")
    let spared = Set(statement["NotResource"].texts)
    let read = Set(
      ["cell-use1-01", "cell-usw1-01"].flatMap { name in
        let cell = fleet["production", "cells/\(name)"]
        return cell.blocks("aws_iam_role_policy").values.flatMap { policy in
          cell.document(policy["policy"])["Statement"].elements.filter {
            $0["Action"].texts.contains("secretsmanager:GetSecretValue")
          }.flatMap { $0["Resource"].texts }
        }
      }.map { $0.replacing(/:us-(?:east|west)-1:/, with: ":*:") })
    #expect(spared == read)
    #expect(spared.count > 2)
    #expect(!spared.contains { $0.contains("master") })
  }

  @Test func `no bounded role says that a standby takes over`() {
    #expect(
      boundary.contains([
        "Action": ["cloudwatch:PutMetricData"],
        "Condition": ["StringEquals": ["cloudwatch:namespace": "BizComms/Failover"]],
        "Effect": "Deny", "Resource": ["*"],
      ]))
    let takeover = fleet["production", "cells/cell-usw1-01"][
      "aws_cloudwatch_metric_alarm", "takeover"]
    #expect(takeover["namespace"] == "BizComms/Failover")
  }

  private var boundary: [TerraformJSON] {
    global.document(global["aws_iam_policy", "boundary"]["policy"])["Statement"].elements
  }

  @Test func `a role of ours is passed only to services that some role trusts to be theirs`() throws
  {
    let statements = Permissions(of: "deploy", in: global).statements.filter {
      $0["Action"].texts.contains("iam:PassRole")
    }
    #expect(statements.map { $0["Resource"] } == [["arn:aws:iam::123456789012:role/bizcomms-*"]])
    let passed = Set(
      statements.flatMap { $0["Condition"]["StringEquals"]["iam:PassedToService"].texts })
    var trusted: Set<String> = []
    for root in fleet.all {
      for role in root.blocks("aws_iam_role").values {
        for statement in root.document(role["assume_role_policy"])["Statement"].elements {
          trusted.formUnion(statement["Principal"]["Service"].texts)
        }
      }
    }
    #expect(trusted.count > 2)
    #expect(trusted.subtracting(passed) == [])
  }

  @Test func `of the roles that are AWS's own, only that of Spot can be changed or deleted`() {
    let own = "arn:aws:iam::123456789012:role/aws-service-role/"
    let changing = Permissions(of: "deploy", in: global).statements.filter {
      $0["Effect"] == "Allow" && $0["Resource"].texts.contains { $0.hasPrefix(own) }
        && $0["Action"] != ["iam:CreateServiceLinkedRole"]
    }
    #expect(
      changing.map { $0["Resource"] } == [
        [.string("\(own)spot.amazonaws.com/AWSServiceRoleForEC2Spot")]
      ])
    #expect(changing.first?["Action"].texts.contains("iam:DeleteServiceLinkedRole") == true)
  }

  /// Who adds a replica of a table must be allowed to read and write items.
  @Test func `who plans touches no item of a table`() {
    let permissions = Permissions(of: "plan", in: global)
    for action in ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:PutItem"] {
      #expect(permissions.deny(action), "\(action)")
    }
  }

  @Test func `neither role reads messages or logs, and of secrets only what a plan opens`() throws {
    for name in ["plan", "deploy"] {
      let permissions = Permissions(of: name, in: global)
      for action in [
        "dynamodb:BatchGetItem", "dynamodb:GetRecords", "sqs:ReceiveMessage",
        "logs:FilterLogEvents",
        "lambda:InvokeFunction", "sns:Publish", "sqs:PurgeQueue",
      ] {
        #expect(permissions.deny(action), "\(name): \(action)")
      }
      let secrets = permissions.statements.filter {
        $0["Action"].texts.contains("secretsmanager:GetSecretValue")
      }
      let opened = Set(
        fleet.all.filter { $0.path.environment == "production" }.flatMap { root in
          root.blocks("aws_secretsmanager_secret_version", kind: "ephemeral").values.compactMap {
            $0["secret_id"].text
          }
        }.map { "arn:aws:secretsmanager:*:123456789012:secret:\($0)-??????" })
      #expect(!opened.isEmpty)
      #expect(secrets.count == 2)
      for statement in secrets {
        let isDenied = statement["Effect"] == "Deny"
        #expect(Set(statement[isDenied ? "NotResource" : "Resource"].texts) == opened)
      }
      let objects = permissions.statements.first {
        $0["Action"].texts.contains("s3:GetObject") && $0["Effect"] == "Deny"
      }
      #expect(
        objects?["NotResource"] == [
          "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-east-1/*",
          "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-west-1/*",
        ])
    }
  }

  @Test func `a plan locks the state and writes nothing`() {
    let writing = Permissions(of: "plan", in: global).statements.filter { statement in
      statement["Effect"] == "Allow"
        && statement["Action"].texts.contains { !$0.contains(/:(?:Get|Decrypt|GenerateDataKey)/) }
    }
    #expect(
      writing == [
        [
          "Action": ["s3:DeleteObject", "s3:PutObject"], "Effect": "Allow",
          "Resource": [
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-east-1/*.tflock",
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-west-1/*.tflock",
          ],
        ]
      ])
  }

  /// 6,144 characters a policy without white space, 10,240 for all inline policies of a role, ten
  /// policies a role.
  @Test func `policies are within IAM's limits`() {
    for environment in ["production", "staging", "development"] {
      let global = fleet[environment, "global"]
      for name in ["plan", "deploy"] {
        let sizes = Permissions(of: name, in: global).documents.values.map {
          JSONWriter.text(of: $0).filter { !" \n".utf8.contains($0) }.count
        }
        #expect(sizes.allSatisfy { $0 < 6_144 })
        if name == "plan" { #expect(sizes.reduce(0, +) < 10_240) }
      }
      let boundary = global.document(global["aws_iam_policy", "boundary"]["policy"])
      #expect(JSONWriter.text(of: boundary).filter { !" \n".utf8.contains($0) }.count < 6_144)
      #expect(global.blocks("aws_iam_role_policy_attachment").count <= 20)
      #expect(global.blocks("aws_iam_policy").count <= 10)
    }
  }

  /// An environment with roles of the user's own.
  private func deployed(by repository: GitHubRepository) -> Fleet {
    Fleet {
      Environment("sample", account: "111122223333", domain: "api.example.com", home: .usEast1) {
        Release("1.0.0")
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        repository
        Cell(
          "cell-a", in: .usEast1, role: .primary, index: 0,
          shape: CellShape {
            VPC()
            EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }
          })
        Extend { _ in
          Resource(AWS.IAMRole.self, "mine") { $0.permissionsBoundary = "arn:of-mine" }
          Resource(AWS.IAMRole.self, "other") { $0.name = "bizcomms-other" }
        }
      }
    }
  }

  private func trust(of role: String) -> TerraformJSON { trust(of: role, in: global) }

  private func trust(of role: String, in global: WrittenRoot) -> TerraformJSON {
    let document = global.document(global["aws_iam_role", role]["assume_role_policy"])
    let statement = document["Statement"].elements.first ?? .null
    #expect(statement["Action"] == ["sts:AssumeRoleWithWebIdentity"])
    #expect(
      statement["Principal"] == ["Federated": "${aws_iam_openid_connect_provider.github.arn}"])
    return statement["Condition"]
  }
}

/// What one of the repository's roles may do beside AWS's own policy for reading.
private struct Permissions {
  /// Policies by the part of their name that is their own.
  var documents: [String: TerraformJSON] = [:]

  init(of role: String, in global: WrittenRoot) {
    for type in ["aws_iam_policy", "aws_iam_role_policy"] {
      for (name, policy) in global.blocks(type) where name.hasPrefix("\(role)_") {
        documents[String(name.dropFirst(role.count + 1))] = global.document(policy["policy"])
      }
    }
  }

  var statements: [TerraformJSON] { documents.values.flatMap { $0["Statement"].elements } }

  /// Whether some statement allows the action on something, and none denies it everywhere.
  func allow(_ action: String) -> Bool {
    statements.contains { $0["Effect"] == "Allow" && $0.names(action) } && !deny(action)
  }

  /// Whether a statement denies the action on everything.
  func deny(_ action: String) -> Bool {
    statements.contains {
      $0["Effect"] == "Deny" && $0["Resource"] == ["*"] && $0.names(action)
    }
  }
}

extension TerraformJSON {
  /// Whether a statement's `Action` names an action, by itself or with an asterisk at its end.
  fileprivate func names(_ action: String) -> Bool {
    self["Action"].texts.contains { pattern in
      pattern.hasSuffix("*") ? action.hasPrefix(pattern.dropLast()) : action == pattern
    }
  }
}
