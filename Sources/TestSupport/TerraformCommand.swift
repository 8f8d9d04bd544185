import Commands
import Foundation

/// The `terraform` of this machine, as `make tools` has set it up.
///
/// Tests use the real program because only it knows the provider's own checks.
struct TerraformCommand: Sendable {
  /// How long one call may take; the plan of a large root takes about 40 seconds.
  static let timeLimit = Duration.seconds(180)

  /// What the setup has prepared: `terraform.rc` and the initialised root `provider`.
  let toolsFolder: String

  /// Looks for what the setup has prepared.
  ///
  /// Throws ``TerraformFailure`` with advice where it is missing: these tests never skip.
  init() throws(TerraformFailure) {
    toolsFolder = "\(packageFolder)/.tools"
    guard FileManager.default.fileExists(atPath: "\(toolsFolder)/terraform.rc") else {
      throw TerraformFailure("terraform is not set up; run `make tools`")
    }
  }

  /// Runs a subcommand in `folder` to its end, without credentials that could reach an account.
  ///
  /// Throws `CommandFailure` where terraform is missing or takes longer than ``timeLimit``.
  func run(_ arguments: [String], in folder: String) async throws(CommandFailure) -> CommandResult {
    var environment: [String: String?] = [
      "TF_CLI_CONFIG_FILE": "\(toolsFolder)/terraform.rc",
      "TF_IN_AUTOMATION": "1",
      "CHECKPOINT_DISABLE": "1",
      // A quarter less CPU for a quarter more memory, some 1 GB in all for the largest root.
      "GOGC": "400",
    ]
    for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("AWS_") {
      environment.updateValue(nil, forKey: name)
    }
    let command = Command(
      "terraform", arguments, environment: environment, workingDirectory: folder,
      advice: "`make tools` says how to install it")
    return try await command.run(timeLimit: Self.timeLimit)
  }
}

/// The folder of `Package.swift`.
public let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
