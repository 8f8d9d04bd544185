import Commands
import Testing

@Suite struct CheckTests {
  let package: PackageFolder

  init() async throws {
    package = try PackageFolder()
    let run = try await invoke("generate", in: package.path)
    try #require(run.status == .exited(0))
  }

  @Test func `accepts what was generated`() async throws {
    let before = try package.files()
    let run = try await invoke("generate", "--check", in: package.path)
    #expect(run.status == .exited(0))
    #expect(run.output == "out/ is up to date (\(before.count) files)\n")
    #expect(run.error.isEmpty)
  }

  @Test func `names a file that was changed, and the fix`() async throws {
    try package.write("out/\(guide)", "mine\n")
    let before = try package.files()
    let run = try await invoke("generate", "--check", in: package.path)
    #expect(run.status == .exited(1))
    #expect(run.output.isEmpty)
    #expect(
      run.error == """
        error: out/production/README.md was edited by hand after it was generated
          fix: make the change where the file is generated from, then restore it from version \
        control or run with --discard-edits
        error: out/ is not what the cells say

        """)
    #expect(try package.files() == before)
  }

  @Test func `names a file that is missing, and the fix`() async throws {
    try package.remove("out/\(values)")
    let before = try package.files()
    let run = try await invoke("generate", "--check", in: package.path)
    #expect(run.status == .exited(1))
    #expect(run.output == "out/\(values) is missing\n")
    #expect(
      run.error == """
        error: out/ is not what the cells say
          fix: run `make generate` and commit the result

        """)
    #expect(try package.files() == before)
  }

  @Test func `says that a killed run has to be undone`() async throws {
    try package.write("out/.cellctl-staging/new/0", "half")
    let run = try await invoke("generate", "--check", in: package.path)
    #expect(run.status == .exited(1))
    #expect(
      run.error == """
        error: out/.cellctl-staging was left by a run that was killed while it wrote
          fix: generate again, which first puts back what that run had changed
        error: out/ is not what the cells say

        """)
  }

  @Test func `finds every file missing where nothing was generated`() async throws {
    let empty = try PackageFolder()
    let run = try await invoke("generate", "--check", in: empty.path)
    #expect(run.status == .exited(1))
    let expected = try package.files().keys.map { "out/\($0) is missing" }
    #expect(run.output.split(separator: "\n").map(String.init).sorted() == expected.sorted())
    #expect(try empty.files().isEmpty)
  }
}
