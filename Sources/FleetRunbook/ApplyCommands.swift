public import CellContract
public import CellModel
import CellPrimitives

/// How an environment is applied; its folder is the working directory.
extension ResolvedEnvironment {
  /// Folders of the roots, in the order in which they are applied.
  public var rootsInOrder: [String] {
    ["terraform/backend-setup", "terraform/global"]
      + cellsInOrderOfApplication.map { "terraform/cells/\($0.name)" } + ["terraform/routing"]
  }

  /// Shows what an apply would change, and makes it so after a yes.
  public func apply(_ root: String) -> [ShellCommand] {
    [
      ShellCommand(["terraform", "-chdir=\(root)", "init"]),
      ShellCommand(["terraform", "-chdir=\(root)", "apply"]),
    ]
  }

  /// Fills in a secret at home, from where its replicas follow.
  ///
  /// Source: AWS CLI User Guide, "Loading a parameter from a file", 2026-11.
  public func fillIn(_ secret: Secret) -> ShellCommand {
    ShellCommand(
      ["aws", "secretsmanager", "put-secret-value", "--region", home.name],
      ["--secret-id", scope.name(of: secret), "--secret-string", "file://\(secret.name)"])
  }
}
