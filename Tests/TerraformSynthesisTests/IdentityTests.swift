import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// The roles of the services: exactly what each declares.
@Suite struct IdentityTests {
  @Test(arguments: ServiceName.allCases)
  func `a service's policy is its declaration, no statement more or less`(_ service: ServiceName)
    throws
  {
    let cell = try sampleCell(in: .usWest1)
    let policy = cell["aws_iam_role_policy", service.rawValue]
    #expect(policy["role"] == .string("${aws_iam_role.\(service).name}"))
    let document = cell.document(policy["policy"])
    #expect(document["Version"] == "2012-10-17")
    let declared = service.contract.statements.map { expected($0, at: RootPlace(cell)) }
    #expect(Set(document["Statement"].elements) == Set(declared))
    #expect(document["Statement"].elements.count == declared.count)
  }

  @Test func `the poller may read its secrets, find its database and keep its stories`() throws {
    let cell = try sampleCell(in: .usWest1)
    #expect(
      cell.document(cell["aws_iam_role_policy", "poller"]["policy"]) == [
        "Statement": [
          [
            "Action": ["secretsmanager:GetSecretValue"], "Effect": "Allow",
            "Resource": [
              """
              arn:aws:secretsmanager:us-west-1:111122223333:secret:\
              bizcomms-sample/database-alerts-application-??????
              """
            ],
          ],
          [
            "Action": ["kms:Decrypt"],
            "Condition": [
              "StringEquals": ["kms:ViaService": "secretsmanager.us-west-1.amazonaws.com"]
            ],
            "Effect": "Allow",
            "Resource": ["${data.aws_ssm_parameter.secrets_key_arn.insecure_value}"],
          ],
          [
            "Action": ["ssm:GetParametersByPath"], "Effect": "Allow",
            "Resource": [
              """
              arn:aws:ssm:us-west-1:111122223333:parameter\
              /bizcomms/sample/cells/cell-a/database/alerts
              """
            ],
          ],
          [
            "Action": [
              "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
              "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem",
            ],
            "Effect": "Allow",
            "Resource": ["arn:aws:dynamodb:us-west-1:111122223333:table/bizcomms-sample-stories"],
          ],
          [
            "Action": ["secretsmanager:GetSecretValue"], "Effect": "Allow",
            "Resource": [
              """
              arn:aws:secretsmanager:us-west-1:111122223333:secret:\
              bizcomms-sample/poller-api-key-??????
              """
            ],
          ],
        ],
        "Version": "2012-10-17",
      ])
  }

  @Test(arguments: ServiceName.allCases)
  func `a role is taken by one service account of one namespace`(_ service: ServiceName) throws {
    let cell = try sampleCell()
    let role = cell["aws_iam_role", service.rawValue]
    #expect(role["name"] == .string("bizcomms-cell-a-\(service)"))
    #expect(
      cell.document(role["assume_role_policy"]) == [
        "Statement": [
          [
            "Action": ["sts:AssumeRoleWithWebIdentity"],
            "Condition": [
              "StringEquals": [
                "${local.oidc_issuer}:aud": "sts.amazonaws.com",
                "${local.oidc_issuer}:sub":
                  .string("system:serviceaccount:bizcomms:bizcomms-\(service)"),
              ]
            ],
            "Effect": "Allow",
            "Principal": ["Federated": "${aws_iam_openid_connect_provider.cluster.arn}"],
          ]
        ],
        "Version": "2012-10-17",
      ])
    let locals = try #require(cell.files["cluster.tf.json"])["locals"]
    #expect(
      locals["oidc_issuer"]
        == #"${replace(aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://", "")}"#)
  }

  @Test func `only a service that runs in the cell has a role`() throws {
    let shape = CellShape {
      VPC()
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2...6)
        Run(.api)
      }
    }
    let fleet = Fleet {
      Environment(
        "sample", account: "111122223333", domain: "api.example.com", home: .usEast1
      ) {
        Release("1.0.0")
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        GlobalTable(.deliveries)
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape)
      }
    }
    let cell = try WrittenFleet(fleet)["sample", "cells/cell-a"]
    let identity = try #require(cell.files["identity.tf.json"])
    #expect(Set(identity["resource"]["aws_iam_role"].members.keys) == ["api", "api_migration"])
    #expect(
      Set(identity["resource"]["aws_iam_role_policy"].members.keys) == ["api", "api_migration"])
  }

  @Test func `what migrates has a role of its own, with its declaration and nothing else`() throws {
    let cell = try sampleCell(in: .usWest1)
    let migration = try #require(ServiceName.api.contract.migration)
    let role = cell["aws_iam_role", "api_migration"]
    #expect(role["name"] == "bizcomms-cell-a-api-migration")
    let trust = cell.document(role["assume_role_policy"])["Statement"]
    #expect(trust.elements.count == 1)
    let statement = try #require(trust.elements.first)
    #expect(
      statement["Condition"]["StringEquals"]["${local.oidc_issuer}:sub"]
        == "system:serviceaccount:bizcomms:bizcomms-api-migration")
    let policy = cell["aws_iam_role_policy", "api_migration"]
    #expect(policy["role"] == "${aws_iam_role.api_migration.name}")
    let declared = migration.statements.map { expected($0, at: RootPlace(cell)) }
    #expect(cell.document(policy["policy"])["Statement"].elements == declared)
    // And nobody else opens the owner's secret.
    for (name, policy) in cell.blocks("aws_iam_role_policy") where name != "api_migration" {
      #expect(
        !"\(cell.document(policy["policy"]))".contains("database-alerts-migration"), "\(name)")
    }
  }

  @Test func `only where the database is written is it migrated`() throws {
    let written = try WrittenFleet(Cells.fleet)
    let fleet = written.all.filter { $0.path.folder.hasPrefix("cells/") }
    let migrating = fleet.filter { root in
      root.blocks("aws_iam_role").contains { $0.0 == "api_migration" }
    }.map(\.path.folder)
    #expect(migrating.contains("cells/cell-use1-01"))
    #expect(!migrating.contains("cells/cell-usw1-01"))
    #expect(migrating.count == Set(fleet.map(\.path.environment)).count)
  }

  @Test(arguments: ServiceName.allCases.filter(\.contract.worksInRounds))
  func `what runs as a function may do what its pods might, no statement more or less`(
    _ service: ServiceName
  ) throws {
    let pods = try sampleCell(in: .usWest1)
    let function = try sampleCell(in: .usWest1) {
      EKS { Run(service, as: .lambda(every: .minutes(5))) }
    }
    #expect(
      function.document(function["aws_iam_role_policy", service.rawValue]["policy"])
        == pods.document(pods["aws_iam_role_policy", service.rawValue]["policy"]))
    #expect(
      function["aws_iam_role_policy", service.rawValue]["role"]
        == .string("${aws_iam_role.\(service).name}"))
    let identity = try #require(function.files["identity.tf.json"])
    #expect(identity["resource"]["aws_iam_role"][service.rawValue] == .null)
  }

  /// Six question marks stand for the random part of a secret's ARN, and are the only wildcard.
  @Test func `no service has a wildcard in an action or a resource`() throws {
    var checked = 0
    for fleet in [Cells.fleet, everyChoice] {
      for cell in try WrittenFleet(fleet).all where cell.path.folder.hasPrefix("cells/") {
        let services = Set(ServiceName.allCases.map(\.rawValue) + ["api_migration"])
        for (name, policy) in cell.blocks("aws_iam_role_policy") where services.contains(name) {
          for statement in cell.document(policy["policy"])["Statement"].elements {
            #expect(statement["NotAction"] == .null)
            #expect(statement["NotResource"] == .null)
            for action in statement["Action"].texts { #expect(!action.contains(/[*?]/)) }
            for resource in statement["Resource"].texts {
              let isSecret = resource.hasPrefix("arn:aws:secretsmanager:")
              let exact = isSecret ? resource.replacing(/-\?{6}$/, with: "") : resource
              #expect(!exact.contains(/[*?]/), "\(cell.path): \(resource)")
              checked += 1
            }
          }
        }
      }
    }
    #expect(checked > 0)
  }
}

/// A statement of the contract as IAM reads it in a cell.
private func expected(_ statement: PolicyStatement, at place: RootPlace) -> TerraformJSON {
  var members: TerraformBody = [
    "Action": .array(statement.actions.map(TerraformJSON.string)), "Effect": "Allow",
    "Resource": [.string(statement.resource.arn(at: place))],
  ]
  members["Condition"] = statement.viaService.map {
    ["StringEquals": ["kms:ViaService": .string("\($0).\(place.region).amazonaws.com")]]
  }
  return .object(members)
}
