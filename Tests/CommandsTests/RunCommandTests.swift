import Commands
import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct RunCommandTests {
  private let limit = Duration.seconds(100)

  @Test func `captures both outputs apart, and the exit code`() async throws {
    let result = try await script("echo out; echo err >&2; exit 3").run(timeLimit: limit)
    #expect(result.status == .exited(3))
    #expect(!result.status.isSuccess)
    #expect(result.outputText == "out\n")
    #expect(result.errorText == "err\n")
  }

  @Test func `tells the signal that ended a command`() async throws {
    let result = try await script("kill -KILL $$").run(timeLimit: limit)
    #expect(result.status == .signalled(SIGKILL))
  }

  @Test func `finds a command by its name`() async throws {
    let result = try await Command("true", advice: "").run(timeLimit: limit)
    #expect(result == CommandResult(status: .exited(0)))
    #expect(result.status.isSuccess)
  }

  @Test func `hands arguments over untouched`() async throws {
    let arguments = ["a b", "", "$HOME", "*", "'", "\"", "\\", "é", "a\nb"]
    var command = script("for argument; do printf '[%s]' \"$argument\"; done")
    command.arguments += arguments
    let result = try await command.run(timeLimit: limit)
    #expect(result.outputText == arguments.map { "[\($0)]" }.joined())
  }

  @Test func `adds to the environment and removes from it`() async throws {
    var command = script("printf '%s,%s,%s' \"$CELL\" \"${HOME-unset}\" \"${PATH:+set}\"")
    command.environment = ["CELL": "cell-use1-01", "HOME": nil]
    #expect(try await command.run(timeLimit: limit).outputText == "cell-use1-01,unset,set")
  }

  @Test func `starts in the working directory`() async throws {
    try await withTemporaryFolder { folder in
      var command = script("pwd -P")
      command.workingDirectory = folder.path
      let result = try await command.run(timeLimit: limit)
      #expect(result.outputText == folder.path + "\n")
    }
  }

  @Test(arguments: [0, 1, 5_000_000]) func `passes input on and ends it`(count: Int) async throws {
    var command = Command("cat", advice: "")
    command.input = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try await command.run(timeLimit: limit).output == command.input)
  }

  @Test func `does not mind a command that ignores its input`() async throws {
    var command = Command("true", advice: "")
    command.input = Array(repeating: 65, count: 1_000_000)
    #expect(try await command.run(timeLimit: limit).status == .exited(0))
  }

  @Test func `says which program is missing and where to get it`() async throws {
    let command = Command("no-such-program", advice: "install it from example.com")
    let failure = await #expect(throws: CommandFailure.self) {
      try await command.run(timeLimit: limit)
    }
    #expect(failure?.description == "no-such-program was not found; install it from example.com")
    let path = Command("/no/such/program", advice: "install it from example.com")
    await #expect(
      throws: CommandFailure.executableMissing(
        "/no/such/program", advice: "install it from example.com")
    ) { try await path.run(timeLimit: limit) }
  }

  @Test func `refuses a relative path`() async throws {
    let failure = await #expect(throws: CommandFailure.self) {
      try await Command("bin/tool", ["-v"], advice: "").run(timeLimit: limit)
    }
    #expect(
      failure?.description == "bin/tool -v was not started: its path is relative; "
        + "write a name on PATH or a path that starts with /")
  }

  @Test func `says that the working directory is missing`() async throws {
    var command = script("true")
    command.workingDirectory = "/no/such/folder"
    let failure = await #expect(throws: CommandFailure.self) {
      try await command.run(timeLimit: limit)
    }
    #expect(
      failure?.description == "/bin/sh -c true sh was not started: "
        + "Failed to set working directory to \"/no/such/folder\".")
  }

  @Test(arguments: ["echo 123456789", "echo 123456789 >&2"])
  func `stops a command that writes more than the limit`(text: String) async throws {
    let failure = await #expect(throws: CommandFailure.self) {
      try await script("while :; do \(text); done").run(timeLimit: limit, outputLimit: 1005)
    }
    guard case .stopped(_, .outputLimit(bytes: 1005), let result) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(result.status == .signalled(SIGINT))
    #expect(result.output.count + result.error.count == 1005)
  }

  @Test func `lets a command write as much as the limit`() async throws {
    let result = try await script("printf 12345").run(timeLimit: limit, outputLimit: 5)
    #expect(result.outputText == "12345")
  }

  @Test func `stops a command that outlasts its time limit`() async throws {
    let command = script("exec sleep 600")
    await #expect(
      throws: CommandFailure.stopped(
        command, .timeLimit(.milliseconds(20)), result: CommandResult(status: .signalled(SIGINT)))
    ) { try await command.run(timeLimit: .milliseconds(20)) }
  }

  @Test func `starts nothing for a task that is cancelled already`() async throws {
    try await withTemporaryFolder { folder in
      let trace = folder.appending(path: "trace").path
      let command = script("echo x > \"$1\"", trace)
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        _ = try await command.run(timeLimit: .seconds(100))
      }
      await #expect(
        throws: CommandFailure.notStarted(
          command, reason: "the task that wants its result was cancelled before")
      ) { try await task.value }
      #expect(!FileManager.default.fileExists(atPath: trace))
    }
  }

  @Test func `runs many commands at once`() async throws {
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in 0..<40 {
        group.addTask {
          var command = Command("cat", advice: "")
          command.input = Array("\(number)".utf8)
          return (number, try await command.run(timeLimit: .seconds(100)).outputText)
        }
      }
      for try await (number, text) in group { #expect(text == "\(number)") }
    }
  }
}
