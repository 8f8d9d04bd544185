import CellContract
import TerraformDocument

/// One action on one resource that a role may take, or is denied.
struct Grant: Hashable, CustomStringConvertible {
  var effect = "Allow"
  let action: String
  let resource: String
  var condition: TerraformJSON = .null

  var description: String {
    let text = "\(effect == "Allow" ? "" : "\(effect) ")\(action) on \(resource)"
    guard case .object(let tests) = condition else { return text }
    let keys = tests.flatMap { test, keys in
      keys.members.map { "\($0.key) \(test) \($0.value.texts.joined(separator: " or "))" }
    }
    return "\(text) if \(keys.sorted().joined(separator: " and "))"
  }
}

extension WrittenRoot {
  /// Everything that the root gives to a role, in whichever way: a policy that this can't read is a
  /// grant too, of everything in it.
  func grants(to role: String) -> Set<Grant> {
    var found: Set<Grant> = []
    for (type, blocks) in allBlocks() where type.hasPrefix("aws_iam_") {
      for (name, body) in blocks {
        if type == "aws_iam_role" {
          guard name == role else { continue }
          for argument in ["inline_policy", "managed_policy_arns"] where body[argument] != .null {
            found.insert(Grant(action: "whatever \(argument) says", resource: "\(type).\(name)"))
          }
        } else if body.texts.contains(where: { $0.hasPrefix("${aws_iam_role.\(role).") }) {
          let statements = document(body["policy"])["Statement"].elements
          found.formUnion(statements.flatMap(\.grants))
          if statements.isEmpty {
            let policy = body["policy_arn"].text ?? "\(type).\(name)"
            found.insert(Grant(action: "whatever a policy says", resource: policy))
          }
        }
      }
    }
    return found
  }
}

extension TerraformJSON {
  /// What a policy's statement says of each action on each resource.
  fileprivate var grants: [Grant] {
    let effect = self["Effect"].text ?? ""
    let actions = self["Action"].texts + self["NotAction"].texts.map { "all but \($0)" }
    let resources = self["Resource"].texts + self["NotResource"].texts.map { "all but \($0)" }
    return actions.flatMap { action in
      resources.map { resource in
        Grant(effect: effect, action: action, resource: resource, condition: self["Condition"])
      }
    }
  }
}

extension ServiceName {
  /// What the service may do where it runs, by what it declares with `@Uses` and nothing else.
  func declaredGrants(at place: RootPlace) -> Set<Grant> {
    let statements = contract.uses.flatMap(\.access.statements)
    return Set(
      statements.flatMap { statement in
        statement.actions.map { action in
          Grant(
            action: action, resource: statement.resource.arn(at: place),
            condition: statement.viaService.map {
              ["StringEquals": ["kms:ViaService": .string("\($0).\(place.region).amazonaws.com")]]
            } ?? .null)
        }
      })
  }
}

extension ResourceName {
  /// Written out here and not taken from the contract's names, so that a mistake there shows.
  func arn(at place: RootPlace) -> String {
    let (cell, environment) = (place.cell ?? "", place.environment)
    let owner = "\(place.region):\(place.account)"
    return switch self {
    case .topic(let topic): "arn:aws:sns:\(owner):bizcomms-\(cell)-\(topic.name)"
    case .queue(let queue): "arn:aws:sqs:\(owner):bizcomms-\(cell)-\(queue.name)"
    case .deadLetterQueue(let queue): "arn:aws:sqs:\(owner):bizcomms-\(cell)-\(queue.name)-dlq"
    case .table(let table):
      "arn:aws:dynamodb:\(owner):table/bizcomms-\(environment)-\(table.name)"
    case .secret(let secret):
      "arn:aws:secretsmanager:\(owner):secret:bizcomms-\(environment)/\(secret.name)-??????"
    case .secretsKey: "${data.aws_ssm_parameter.secrets_key_arn.insecure_value}"
    case .databaseEndpoints(let database):
      """
      arn:aws:ssm:\(owner):parameter/bizcomms/\(environment)/cells/\(cell)/database/\
      \(database.name)
      """
    }
  }
}
