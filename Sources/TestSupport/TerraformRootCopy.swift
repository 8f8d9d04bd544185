import Commands
import Foundation

/// A root in a temporary folder of its own, initialised without its backend.
///
/// Terraform leaves files beside the root that it works on; a copy keeps `out/` clean.
public struct TerraformRootCopy: Sendable {
  /// The temporary folder.
  let folder: String
  /// What works on it.
  let terraform: TerraformCommand

  /// Copies the files of the root at `path`, initialises the copy, and removes it after `work`.
  ///
  /// The lock file that the setup has made spares each copy the search for the provider, which is
  /// linked and not copied. Throws ``TerraformFailure`` where the setup is missing or `init` fails.
  public static func with<Result: Sendable>(
    _ path: String, _ work: @escaping @Sendable (TerraformRootCopy) async throws -> Result
  ) async throws -> Result {
    let terraform = try TerraformCommand()
    return try await TerraformTurns.shared.hold {
      let files = FileManager.default
      let folder = files.temporaryDirectory
        .appendingPathComponent("terraform-root-\(UUID().uuidString)").path
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? files.removeItem(atPath: folder) }
      for name in try files.contentsOfDirectory(atPath: path) where name.hasSuffix(".tf.json") {
        try files.copyItem(atPath: "\(path)/\(name)", toPath: "\(folder)/\(name)")
      }
      let lock = "\(terraform.toolsFolder)/provider/.terraform.lock.hcl"
      try files.copyItem(atPath: lock, toPath: "\(folder)/.terraform.lock.hcl")
      let copy = TerraformRootCopy(folder: folder, terraform: terraform)
      try await copy.initialise()
      return try await work(copy)
    }
  }

  private func initialise() async throws {
    let output = try await terraform.run(
      ["init", "-backend=false", "-input=false", "-no-color"], in: folder)
    guard output.status.isSuccess else {
      throw TerraformFailure("terraform init failed: \(output.outputText)\(output.errorText)")
    }
  }

  /// What terraform and the provider find wrong without planning: unknown arguments, bad values,
  /// references to nothing.
  public func validate() async throws -> [TerraformDiagnostic] {
    let output = try await terraform.run(["validate", "-json"], in: folder)
    return try JSONDecoder()
      .decode(TerraformValidation.self, from: Data(output.output)).diagnostics
  }

  /// Plans the root against mocked providers as the test file at `path` says (`*.tftest.hcl`).
  ///
  /// Ephemeral blocks of the copy become variables first: see ``replaceEphemeralBlocks()``.
  public func test(_ path: String) async throws -> TerraformTestResult {
    try replaceEphemeralBlocks()
    let name = URL(fileURLWithPath: path).lastPathComponent
    try FileManager.default.copyItem(atPath: path, toPath: "\(folder)/\(name)")
    return try TerraformTestResult(
      try await terraform.run(["test", "-json", "-filter=\(name)"], in: folder))
  }
}
