import CellContract
import CellModel
import Cells
import SourceLocations
import TerraformDocument
import Testing

/// In the committed `out/`, each service may do what it declares, no less and no more.
@Suite struct DeclaredGrantsTests {
  private let committed: [WrittenRoot]

  init() throws { committed = try WrittenRoot.committed() }

  @Test func `each service of each cell may do what it declares, no less and no more`() throws {
    var judged: [String: Int] = [:]
    for environment in try validated(Cells.fleet).environments {
      for cell in environment.cells {
        let path = "\(environment.name)/terraform/cells/\(cell.name)"
        let root = try #require(committed.first { "\($0.path)" == path })
        for service in cell.cluster.services.map(\.value) {
          let grants = service.name.declaredGrants(at: RootPlace(root))
          #expect(!grants.isEmpty)
          #expect(differences(of: service.name, runsAsPods: service.isPods, in: root) == [])
          judged[path, default: 0] += 1
        }
      }
    }
    let cells = committed.map(\.path).filter { $0.folder.hasPrefix("cells/") }
    #expect(Set(judged.keys) == Set(cells.map { "\($0)" }))
    #expect(judged.values.allSatisfy { $0 == ServiceName.allCases.count })
  }

  @Test func `an action more is found, by name`() throws {
    let root = try cell("cell-usw1-01").changing(
      "identity.tf.json", "locals", "api_policy", "Statement"
    ) { statements in
      .array(statements.elements.map { $0.allowing("dynamodb:Scan", besides: "dynamodb:Query") })
    }
    #expect(
      differences(of: .api, in: root) == [
        """
        api may dynamodb:Scan on arn:aws:dynamodb:us-west-1:123456789012:table/\
        bizcomms-production-deliveries, which it does not declare
        """
      ])
  }

  @Test func `a statement less is found, by name`() throws {
    let root = try cell("cell-usw1-01").changing(
      "identity.tf.json", "locals", "worker_policy", "Statement"
    ) { statements in
      .array(statements.elements.filter { $0["Action"] != ["sns:Publish"] })
    }
    #expect(
      differences(of: .worker, in: root) == [
        """
        worker may not sns:Publish on \
        arn:aws:sns:us-west-1:123456789012:bizcomms-cell-usw1-01-delivery-status, \
        which it declares
        """
      ])
  }

  @Test func `a condition that is gone is found, by name`() throws {
    let root = try cell("cell-use1-01").changing(
      "identity.tf.json", "locals", "poller_policy", "Statement"
    ) { statements in
      .array(
        statements.elements.map { statement in
          var members = statement.members
          members["Condition"] = nil
          return .object(members)
        })
    }
    let key = "kms:Decrypt on ${data.aws_ssm_parameter.secrets_key_arn.insecure_value}"
    #expect(
      differences(of: .poller, in: root) == [
        "poller may \(key), which it does not declare",
        """
        poller may not \(key) if kms:ViaService StringEquals \
        secretsmanager.us-east-1.amazonaws.com, which it declares
        """,
      ])
  }

  @Test func `another policy of the same role is found, however it is attached`() throws {
    let root = try cell("cell-use1-stg")
      .changing("other.tf.json", "resource", "aws_iam_role_policy_attachment", "more") { _ in
        [
          "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess",
          "role": "${aws_iam_role.api.name}",
        ]
      }
      .changing("other.tf.json", "resource", "aws_iam_role_policy", "more") { _ in
        ["policy": "${file(\"more.json\")}", "role": "${aws_iam_role.api.id}"]
      }
      .changing(
        "identity.tf.json", "resource", "aws_iam_role", "api", "managed_policy_arns"
      ) { _ in ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }
    #expect(
      differences(of: .api, in: root)
        == [
          "whatever a policy says on arn:aws:iam::aws:policy/AdministratorAccess",
          "whatever a policy says on aws_iam_role_policy.more",
          "whatever managed_policy_arns says on aws_iam_role.api",
        ].map { "api may \($0), which it does not declare" })
  }

  @Test func `a grant more to a function is found, by name`() throws {
    let root = try cell("cell-use1-dev").changing(
      "functions.tf.json", "locals", "poller_function_policy", "Statement"
    ) { statements in
      .array(
        statements.elements.map { $0.allowing("sqs:ReceiveMessage", besides: "sqs:SendMessage") })
    }
    #expect(
      differences(of: .poller, runsAsPods: false, in: root) == [
        """
        poller may sqs:ReceiveMessage on ${aws_sqs_queue.poller_failures.arn}, \
        which it does not declare
        """
      ])
  }

  private func cell(_ name: String) throws -> WrittenRoot {
    try #require(committed.first { $0.path.folder == "cells/\(name)" })
  }
}

/// How a service's role differs from what it declares and, as a function, from what Lambda needs.
private func differences(
  of service: ServiceName, runsAsPods: Bool = true, in root: WrittenRoot
) -> [String] {
  let granted = root.grants(to: service.rawValue)
  let place = RootPlace(root)
  var declared = service.declaredGrants(at: place)
  if !runsAsPods { declared.formUnion(grantsOfFunction(service, at: place)) }
  let more = granted.subtracting(declared).map { "may \($0), which it does not declare" }
  let less = declared.subtracting(granted).map { "may not \($0), which it declares" }
  return (more.sorted() + less.sorted()).map { "\(service) \($0)" }
}

/// What Lambda needs to run a service: its log, its failures, and interfaces in the VPC, which the
/// function itself is denied.
private func grantsOfFunction(_ service: ServiceName, at place: RootPlace) -> Set<Grant> {
  let owner = "\(place.region):\(place.account)"
  let prefix = "bizcomms-\(place.cell ?? "")"
  let log = "arn:aws:logs:\(owner):log-group:/aws/eks/\(prefix)/\(service):*"
  var grants: Set = [
    Grant(action: "logs:CreateLogStream", resource: log),
    Grant(action: "logs:PutLogEvents", resource: log),
    Grant(action: "sqs:SendMessage", resource: "${aws_sqs_queue.\(service)_failures.arn}"),
  ]
  for action in [
    "AssignPrivateIpAddresses", "CreateNetworkInterface", "DeleteNetworkInterface",
    "DescribeNetworkInterfaces", "DescribeSubnets", "UnassignPrivateIpAddresses",
  ] {
    let itself = "arn:aws:lambda:\(owner):function:\(prefix)-\(service)"
    grants.insert(Grant(action: "ec2:\(action)", resource: "*"))
    grants.insert(
      Grant(
        effect: "Deny", action: "ec2:\(action)", resource: "*",
        condition: ["ArnEquals": ["lambda:SourceFunctionArn": .string(itself)]]))
  }
  return grants
}

extension TerraformJSON {
  /// A statement that allows one action, allowing another one too.
  fileprivate func allowing(_ action: String, besides other: String) -> TerraformJSON {
    guard self["Action"].texts.contains(other) else { return self }
    var members = members
    members["Action"] = .array(self["Action"].elements + [.string(action)])
    return .object(members)
  }
}
