import TerraformDocument

extension ArgumentChange {
  /// `lifecycle { prevent_destroy }`, which is Terraform's own and no argument of a resource.
  static let protection = "prevent_destroy"
}

/// What a change of an argument takes away although the object stays: data, or what protects it;
/// nil for nothing.
func loss(of change: ArgumentChange, in type: String) -> String? {
  for rule in lossRules where rule.ends.contains(where: { change.path.hasArgument($0) }) {
    if let loss = rule.loss(change) { return loss }
  }
  return type == "aws_s3_bucket_lifecycle_configuration" && change.path == "rule"
    ? "what the rules let expire may be other objects than before" : nil
}

extension String {
  /// Whether a path is `argument` or ends in it.
  fileprivate func hasArgument(_ argument: String) -> Bool {
    self == argument || hasSuffix(".\(argument)")
  }
}

/// What is lost by a change of arguments that have one of these names.
private struct LossRule {
  let ends: [String]
  let loss: @Sendable (ArgumentChange) -> String?

  /// Something is lost where the switch is turned to `value`, or where what is set otherwise is left
  /// out.
  static func turned(_ value: Bool, _ ends: String..., loses loss: String) -> LossRule {
    LossRule(ends: ends) { change in
      change.before == .bool(!value) && change.after != .bool(!value)
        || value && change.before != .bool(true) && change.after == .bool(true) ? loss : nil
    }
  }

  /// Something is lost where a time becomes shorter; at 0 CloudWatch Logs keeps lines for good.
  static func shortened(_ ends: String..., unit: String = "days", is what: String) -> LossRule {
    LossRule(ends: ends) { change in
      guard case .integer(let after) = change.after, after > 0 else { return nil }
      switch change.before {
      case .integer(let before) where before > after:
        return "\(what) for \(after) \(unit), not \(before)"
      case .integer(0), .null:
        return "\(what) for \(after) \(unit), not as long as before"
      default:
        return nil
      }
    }
  }
}

private let lossRules: [LossRule] = [
  .turned(
    false, ArgumentChange.protection, loses: "Terraform no longer refuses to destroy it"),
  .turned(
    false, "deletion_protection", "deletion_protection_enabled", "enable_deletion_protection",
    loses: "AWS no longer refuses to delete it"),
  .turned(
    false, "point_in_time_recovery", "point_in_time_recovery.enabled",
    loses: "it can no longer be restored to a point in time"),
  .turned(false, "enable_key_rotation", loses: "its key is no longer rotated"),
  .turned(
    false, "enable_log_file_validation", loses: "a change of the trail's files is no longer found"),
  .turned(
    false, "block_public_acls", "block_public_policy", "ignore_public_acls",
    "restrict_public_buckets", loses: "the bucket can become public"),
  .turned(
    false, "enable_global_write_forwarding", loses: "cells beside the primary can't write any more"),
  .turned(true, "skip_final_snapshot", loses: "no snapshot is left when it is destroyed"),
  .turned(true, "force_destroy", loses: "it can be destroyed with all that it holds"),
  .turned(true, "ttl.enabled", loses: "items whose time has come are deleted"),
  .shortened("retention_in_days", is: "log lines are kept"),
  .shortened("backup_retention_period", is: "backups are kept"),
  .shortened("message_retention_seconds", unit: "seconds", is: "messages are kept"),
  .shortened("deletion_window_in_days", is: "a deleted key can be called back"),
  .shortened("recovery_window_in_days", is: "a deleted secret can be called back"),
  .shortened("recovery_period_in_days", is: "it can be restored to points in time"),
  .shortened("expiration.days", "noncurrent_days", is: "objects are kept"),
  LossRule(ends: ["replica"]) { change in
    let lost = change.before.elements.count - change.after.elements.count
    return lost > 0 ? "\(lost) of its copies in other regions" : nil
  },
]
