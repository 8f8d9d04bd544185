import Commands
import Foundation
import Testing

/// What shells offer, asked of the shells themselves.
@Suite struct CompletionTests {
  @Test(arguments: [
    (["show", "cell-u"], ["cell-use1-01", "cell-use1-dev", "cell-use1-stg", "cell-usw1-01"]),
    (["new"], ["new-cell"]), (["cost", "--environment", "st"], ["staging"]),
    (["graph", "network", "--cell", "cell-usw"], ["cell-usw1-01"]), (["graph", "ro"], ["roots"]),
    (["list", "--format", "j"], ["json"]),
  ])
  func `bash offers commands, names in the cells and values`(
    words: [String], offered: [String]
  ) async throws {
    let line = (["cellctl"] + words).joined(separator: " ")
    let said = try await run(
      "bash",
      [
        "-c",
        """
        eval "$(cellctl --generate-completion-script bash)"
        COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); COMP_LINE="\(line)"
        COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_KEY=9
        _cellctl cellctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      ])
    #expect(offers(in: said) == offered)
  }

  /// fish asks for names only where somebody types; what stands in the script it offers here, too.
  @Test(arguments: [
    (["new"], ["new-cell"]), (["graph", "ro"], ["roots"]), (["list", "--format", "j"], ["json"]),
  ])
  func `fish offers commands and values`(words: [String], offered: [String]) async throws {
    let line = (["cellctl"] + words).joined(separator: " ")
    let said = try await run(
      "fish",
      [
        "-c",
        """
        cellctl --generate-completion-script fish | source
        complete --do-complete "\(line)"
        """,
      ])
    #expect(offers(in: said) == offered)
  }

  /// What is offered: fish explains it behind a tab, bash ends it with a space.
  private func offers(in text: String) -> [String] {
    text.split(separator: "\n").map { line in
      line.prefix { $0 != "\t" }.trimmingCharacters(in: .whitespaces)
    }.sorted()
  }

  @Test func `zsh takes the script for the completion of cellctl`() async throws {
    let folder = try PackageFolder()
    let script = try await run("cellctl", ["--generate-completion-script", "zsh"])
    try folder.write("functions/_cellctl", script)
    let said = try await run(
      "zsh",
      [
        "-f", "-c",
        """
        fpath=("\(folder.path)/functions" $fpath)
        autoload -Uz compinit && compinit -D -u
        autoload +X _cellctl && print -r -- "$_comps[cellctl]"
        """,
      ])
    #expect(said == "_cellctl\n")
  }

  /// What a shell prints that finds `cellctl` on its path.
  private func run(_ program: String, _ arguments: [String]) async throws -> String {
    let executable = URL(filePath: try Products.executable("cellctl"))
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let home = try PackageFolder()
    let command = Command(
      program == "cellctl" ? executable.path : program, arguments,
      environment: [
        "PATH": "\(executable.deletingLastPathComponent().path):\(path)", "HOME": home.path,
        "XDG_CONFIG_HOME": home.path,
      ], workingDirectory: projectFolder, advice: "install \(program)")
    let result = try await command.run(timeLimit: .seconds(60))
    try #require(result.status.isSuccess, "\(result.errorText)")
    return result.outputText
  }
}
