import Commands
import Foundation
import SourceLocations

/// A commit of the repository that holds the package.
struct Revision {
  /// What the user wrote: `HEAD~3`.
  let name: String
  /// The commit's hash, shortened by git.
  let commit: String
  /// The day on which it was committed, `YYYY-MM-DD`.
  let day: String
  private let directory: String

  /// Finds the commit that `name` means in the repository around `directory`.
  ///
  /// - Throws: ``UnreadableRevision`` where there is no repository or no such commit.
  init(_ name: String, around directory: String) async throws(UnreadableRevision) {
    guard try await Self.git(["rev-parse", "--git-dir"], in: directory).status.isSuccess else {
      throw UnreadableRevision("\(directory) is in no git repository, so there is no \(name)")
    }
    // A name that begins with `-` must not become an option.
    let found = try await Self.git(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"], in: directory)
    guard found.status.isSuccess else {
      let names = try await Self.git(
        ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags"], in: directory)
      let near = nearest(
        to: name, among: ["HEAD"] + names.outputText.split(separator: "\n").map(String.init))
      let advice =
        near.map { "did you mean \($0)?" }
        ?? "write a commit, a branch or a tag, such as HEAD~1 or main"
      throw UnreadableRevision("there is no revision \(name); \(advice)")
    }
    let hash = found.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
    let shown = try await Self.git(
      ["show", "--no-patch", "--no-show-signature", "--format=%h %cs", hash], in: directory)
    let words = shown.outputText.split(whereSeparator: \.isWhitespace).map(String.init)
    guard shown.status.isSuccess, words.count == 2 else {
      throw UnreadableRevision("git can't show \(name): \(shown.errorText)")
    }
    self.name = name
    commit = words[0]
    day = words[1]
    self.directory = directory
  }

  /// The bytes of every file below `folder`, which the package holds, by path there.
  ///
  /// - Throws: ``UnreadableRevision`` where git can't read them.
  func files(in folder: String) async throws(UnreadableRevision) -> [String: [UInt8]] {
    let listed = try await Self.git(
      ["ls-tree", "-r", "-z", commit, "--", "\(folder)/"], in: directory)
    guard listed.status.isSuccess else {
      throw UnreadableRevision("git can't list \(folder)/ of \(name): \(listed.errorText)")
    }
    // `100644 blob <hash>\t<path>`; symbolic links and submodules are none of ours.
    let entries = listed.outputText.split(separator: "\0").compactMap { entry -> Entry? in
      let parts = entry.split(separator: "\t", maxSplits: 1)
      let head = parts[0].split(separator: " ")
      guard parts.count == 2, head.count == 3, head[0].hasPrefix("100") else { return nil }
      return Entry(path: String(parts[1].dropFirst(folder.count + 1)), hash: String(head[2]))
    }
    guard !entries.isEmpty else { return [:] }
    let read = try await Self.git(
      ["cat-file", "--batch"], in: directory,
      input: entries.map { "\($0.hash)\n" }.joined().utf8.map { $0 })
    guard read.status.isSuccess, let contents = Self.contents(of: read.output[...]),
      contents.count == entries.count
    else { throw UnreadableRevision("git can't read \(folder)/ of \(name): \(read.errorText)") }
    return Dictionary(uniqueKeysWithValues: zip(entries.map(\.path), contents))
  }

  private struct Entry {
    let path: String
    let hash: String
  }

  /// The objects that `git cat-file --batch` printed, in order: `<hash> <type> <size>`, a line feed,
  /// the bytes, a line feed. Nil where something else stands there.
  private static func contents(of output: ArraySlice<UInt8>) -> [[UInt8]]? {
    var rest = output
    var contents: [[UInt8]] = []
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 3, let size = Int(head[2]), rest.count > end + size - rest.startIndex
      else { return nil }
      contents.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[(end + 2 + size)...]
    }
    return rest.isEmpty ? contents : nil
  }

  private static func git(
    _ arguments: [String], in directory: String, input: [UInt8] = []
  ) async throws(UnreadableRevision) -> CommandResult {
    let command = Command(
      "git", arguments, environment: ["LC_ALL": "C"], workingDirectory: directory, input: input,
      advice: "install git")
    do throws(CommandFailure) {
      return try await command.run(timeLimit: .seconds(60), outputLimit: 1 << 30)
    } catch {
      throw UnreadableRevision("\(error)")
    }
  }
}

/// A revision that can't be compared with.
struct UnreadableRevision: Error {
  /// What is wrong, and what to write instead.
  let message: String

  init(_ message: String) {
    self.message = message.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
