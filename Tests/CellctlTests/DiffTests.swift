import Commands
import Foundation
import Testing

/// What differs between the project's own cells and an `out/` that was committed before.
@Suite struct DiffTests {
  @Test func `says what an apply would do, lose and cost`() async throws {
    let repository = try await Repository()
    try repository.copyOut()
    try repository.loseSomething()
    try repository.edit(
      "out/production/terraform/cells/cell-use1-01/network.tf.json", "10.0.0.0/16",
      "10.77.0.0/16")
    try repository.folder.remove("out/staging/terraform/cells/cell-use1-stg")
    try repository.folder.write(
      "out/staging/terraform/global/archive.tf.json",
      #"{"resource": {"aws_s3_bucket": {"archive": {"bucket": "archive"}}}}"#)
    let commit = try await repository.commit()
    let run = try await invoke("diff", in: repository.folder.path)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGolden(run.output.replacing(commit, with: "<commit>"), "diff.txt")
  }

  @Test func `says so to programs`() async throws {
    let repository = try await Repository()
    try repository.copyOut()
    try repository.loseSomething()
    let commit = try await repository.commit()
    let run = try await invoke("diff", "--format", "json", in: repository.folder.path)
    #expect(run.status == .exited(0))
    try expectGoldenJSON(run.output.replacing(commit, with: "<commit>"), "diff.json")
  }

  @Test func `finds nothing where nothing differs, and exits with 0 also with --fail-on-loss`()
    async throws
  {
    let repository = try await Repository()
    try repository.copyOut()
    let commit = try await repository.commit()
    let run = try await invoke("diff", "HEAD", "--fail-on-loss", in: repository.folder.path)
    #expect(run.status == .exited(0))
    #expect(
      run.output
        == "compared with HEAD (\(commit) of 2026-11-20): nothing to apply differs\n")
  }

  @Test func `fails on a loss where that is asked for`() async throws {
    let repository = try await Repository()
    try repository.copyOut()
    try repository.edit(
      "out/staging/terraform/cells/cell-use1-stg/logs.tf.json", "\"retention_in_days\": 30",
      "\"retention_in_days\": 365")
    _ = try await repository.commit()
    let folder = repository.folder.path
    let run = try await invoke("diff", "--fail-on-loss", in: folder)
    #expect(run.status == .exited(1))
    #expect(run.output.contains("! log lines are kept for 30 days, not 365"))
    let elsewhere = try await invoke(
      "diff", "--fail-on-loss", "--environment", "production", in: folder)
    #expect(elsewhere.status == .exited(0))
  }

  @Test func `a revision without out is one in which everything is new`() async throws {
    let repository = try await Repository()
    let commit = try await repository.commit()
    let run = try await invoke("diff", "--environment", "staging", in: repository.folder.path)
    #expect(run.status == .exited(0))
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.first == "compared with HEAD (\(commit) of 2026-11-20), which has no out/")
    #expect(lines.contains { $0.hasPrefix("+ root staging/cells/cell-use1-stg, ") })
    #expect(!run.output.contains("production"))
  }

  @Test func `refuses what is no revision, and names that nothing has`() async throws {
    let repository = try await Repository()
    try repository.copyOut()
    _ = try await repository.commit()
    let folder = repository.folder.path
    for (arguments, message) in [
      (["nonsense"], "there is no revision nonsense; write a commit, a branch or a tag"),
      (["HEAF"], "there is no revision HEAF; did you mean HEAD?"),
      (["--", "--help"], "there is no revision --help; write"),
      (
        ["--environment", "stagin"], "there is no environment stagin; did you mean staging?"
      ),
    ] {
      let run = try await launch(Products.executable("cellctl"), ["diff"] + arguments, in: folder)
      #expect(run.status == .exited(64))
      #expect(run.error.contains(message), "\(run.error)")
    }
    let bare = try PackageFolder()
    let run = try await invoke("diff", in: bare.path)
    #expect(run.status == .exited(64))
    #expect(run.error.contains("is in no git repository, so there is no HEAD"))
  }

  @Test func `says which committed file can't be read`() async throws {
    let repository = try await Repository()
    try repository.folder.write("out/staging/terraform/global/x.tf.json", "{ <<<<<<< }")
    _ = try await repository.commit()
    let run = try await invoke("diff", in: repository.folder.path)
    #expect(run.status == .exited(1))
    #expect(
      run.error == """
        error: out/staging/terraform/global/x.tf.json of HEAD is no JSON at byte 2
          fix: compare with a revision whose out/ was generated

        """)
  }
}

/// A git repository that holds a package.
private struct Repository {
  let folder: PackageFolder

  init() async throws {
    folder = try PackageFolder()
    try await git("init", "--quiet")
  }

  /// Puts the project's own `out/` in.
  func copyOut() throws {
    try FileManager.default.copyItem(
      atPath: "\(projectFolder)/out", toPath: "\(folder.path)/out")
  }

  /// Changes `out/` so that the way to what the cells say loses log lines and a table.
  func loseSomething() throws {
    try edit(
      "out/production/terraform/cells/cell-use1-01/logs.tf.json", "\"retention_in_days\": 30",
      "\"retention_in_days\": 365")
    try edit(
      "out/production/terraform/global/tables.tf.json",
      "\"name\": \"bizcomms-production-stories\"", "\"name\": \"stories\"")
    try edit(
      "out/development/helm/values-cell-use1-dev.yaml", "tag: \"0.1.0\"", "tag: \"0.0.9\"")
  }

  /// Replaces text that has to be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try folder.text(path)
    try #require(text.contains(old), "\(path) has no \(old)")
    try folder.write(path, text.replacing(old, with: new))
  }

  /// Commits everything; gives the short hash.
  func commit() async throws -> String {
    try await git("add", "--all")
    try await git("commit", "--quiet", "--message", "before")
    return try await git("rev-parse", "--short", "HEAD")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @discardableResult
  private func git(_ arguments: String...) async throws -> String {
    let settings = ["user.name=a", "user.email=a@example.com", "commit.gpgsign=false"]
    let command = Command(
      "git", settings.flatMap { ["-c", $0] } + arguments,
      environment: [
        "GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z",
        "GIT_CONFIG_GLOBAL": "/dev/null",
      ], workingDirectory: folder.path, advice: "install git")
    let result = try await command.run(timeLimit: .seconds(60))
    try #require(result.status.isSuccess, "\(result.errorText)")
    return result.outputText
  }
}
