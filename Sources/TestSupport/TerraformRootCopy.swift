import Commands
import Foundation

/// A root in a temporary folder of its own.
///
/// Terraform leaves files beside the root that it works on; a copy keeps `out/` clean.
public struct TerraformRootCopy: Sendable {
  /// The temporary folder.
  let folder: String
  /// What works on it.
  let terraform: TerraformCommand

  /// Copies the files of the root at `path`, links the provider that the setup has initialised, and
  /// removes the copy after `work`.
  ///
  /// Linking is what ``initialise()`` would do in a second. Throws ``TerraformFailure`` where the
  /// setup is missing.
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
      let provider = "\(terraform.toolsFolder)/provider"
      try files.copyItem(
        atPath: "\(provider)/.terraform.lock.hcl", toPath: "\(folder)/.terraform.lock.hcl")
      try files.createDirectory(
        atPath: "\(folder)/.terraform", withIntermediateDirectories: true)
      try files.createSymbolicLink(
        atPath: "\(folder)/.terraform/providers",
        withDestinationPath: "\(provider)/.terraform/providers")
      return try await work(TerraformRootCopy(folder: folder, terraform: terraform))
    }
  }

  /// Initialises the copy, without its backend, as if nothing were linked.
  ///
  /// The lock file spares it the search for the provider. Throws ``TerraformFailure`` where `init`
  /// fails.
  public func initialise() async throws {
    try FileManager.default.removeItem(atPath: "\(folder)/.terraform")
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

  /// Copies the files at `paths` to the root's own.
  public func add(_ paths: [String]) throws {
    for path in paths {
      let name = URL(filePath: path).lastPathComponent
      try FileManager.default.copyItem(atPath: path, toPath: "\(folder)/\(name)")
    }
  }

  /// Changes the root's files: `new` stands where the JSON pointer leads, or nothing where `new` is
  /// nil. A pointer starts at the top of a file, whichever has the place: `/resource/aws_vpc/main`.
  ///
  /// Throws ``TerraformFailure`` where a pointer leads nowhere.
  public func change(_ changes: [(pointer: String, new: JSONValue?)]) throws {
    var files = try TerraformRootFiles(folder)
    for (pointer, new) in changes {
      try files.change(JSONPointer(pointer), to: new)
    }
    for name in files.names { try files.write(name, to: folder) }
  }

  /// Plans the root against mocked providers as the test file at `path` says (`*.tftest.hcl`).
  ///
  /// Ephemeral blocks of the copy become variables first: see ``replaceEphemeralBlocks()``.
  public func test(_ path: String) async throws -> TerraformTestResult {
    try replaceEphemeralBlocks()
    try add([path])
    let name = URL(filePath: path).lastPathComponent
    return try TerraformTestResult(
      try await terraform.run(["test", "-json", "-filter=\(name)"], in: folder))
  }
}
