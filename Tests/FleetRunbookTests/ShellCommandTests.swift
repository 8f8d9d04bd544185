import Commands
import FleetRunbook
import Testing

/// What people paste is what is meant.
@Suite struct ShellCommandTests {
  @Test func `plain words stay as they are, and lines are joined`() {
    let command = ShellCommand(["aws", "sqs", "list-queues"], ["--region", "us-east-1"])
    #expect(command.text == "aws sqs list-queues \\\n  --region us-east-1")
  }

  /// Judged by the shell itself.
  @Test(arguments: [
    "", "two words", "it's", "$HOME", "`id`", "a;b", "*", "#x", "~", "a\"b", "\\",
    "{ ($.a = \"b\") }",
    "a\nb", "!", "Subscriptions[].[Endpoint, SubscriptionArn]",
  ])
  func `a shell reads every word back as it was`(_ word: String) async throws {
    let command = ShellCommand(["printf", "%s|"], [word, "end"])
    let shell = Command("sh", ["-c", command.text], advice: "every system has one")
    #expect(try await shell.run(timeLimit: .seconds(60)).outputText == "\(word)|end|")
  }
}
