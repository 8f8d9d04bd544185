import Commands
import Foundation
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(2))) struct StreamCommandTests {
  @Test func `hands on each line of both outputs, in order`() async throws {
    let lines = Mutex<[OutputLine]>([])
    let status = try await script(
      "echo one; echo; echo ' two '; echo e1 >&2; printf 'caf\\303\\251\\r\\n'; printf last; exit 4"
    ).stream { line in lines.withLock { $0.append(line) } }
    #expect(status == .exited(4))
    let byOutput = Dictionary(grouping: lines.withLock { $0 }, by: \.source)
    #expect(byOutput[.output]?.map(\.text) == ["one", "", " two ", "café\r", "last"])
    #expect(byOutput[.error]?.map(\.text) == ["e1"])
  }

  @Test func `hands a line on while the command still runs`() async throws {
    try await withTemporaryFolder { folder in
      // The command waits for a file that only the first line's handler writes.
      let answer = folder.appending(path: "answer").path
      let command = script(
        "echo question; until [ -e \"$1\" ]; do sleep 0.01; done; echo end", answer)
      let lines = Mutex<[String]>([])
      let status = try await command.stream { line in
        lines.withLock { $0.append(line.text) }
        if line.text == "question" {
          #expect(FileManager.default.createFile(atPath: answer, contents: nil))
        }
      }
      #expect(status == .exited(0))
      #expect(lines.withLock { $0 } == ["question", "end"])
    }
  }

  @Test func `hands on a million lines`() async throws {
    let expected = Mutex(1)
    let status = try await Command("seq", ["1000000"], advice: "").stream { line in
      expected.withLock { if line.text == String($0) { $0 += 1 } }
    }
    #expect(status == .exited(0))
    #expect(expected.withLock { $0 } == 1_000_001)
  }

  @Test func `hands on lines that are longer than any buffer`() async throws {
    let lengths = Mutex<[Int]>([])
    _ = try await script("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo y")
      .stream { line in lengths.withLock { $0.append(line.text.utf8.count) } }
    #expect(lengths.withLock { $0 } == [3_000_000, 1])
  }

  @Test func `stops a command that outlasts its time limit`() async throws {
    let command = script("exec sleep 600")
    await #expect(
      throws: CommandFailure.stopped(
        command, .timeLimit(.milliseconds(20)), result: CommandResult(status: .signalled(SIGINT)))
    ) { try await command.stream(timeLimit: .milliseconds(20)) { _ in } }
  }

  @Test func `says which program is missing and where to get it`() async throws {
    await #expect(
      throws: CommandFailure.executableMissing("no-such-program", advice: "install it")
    ) { try await Command("no-such-program", advice: "install it").stream { _ in } }
  }
}
