import Commands
import Testing

@Suite struct CommandTests {
  @Test func `is described as one would type it, without what may be secret`() {
    let command = Command(
      "terraform", ["plan", "-var=name=a b", "it's", "", "$HOME"],
      environment: ["TF_VAR_password": "hunter2"], input: Array("hunter2".utf8), advice: "")
    #expect("\(command)" == #"terraform plan '-var=name=a b' 'it'\''s' '' '$HOME'"#)
  }

  @Test(arguments: [
    (StopReason.timeLimit(.seconds(30)), "after 30.0 seconds, its time limit"),
    (.cancellation, "because its result was no longer wanted"),
    (.signal(2), "by signal 2"),
    (.outputLimit(bytes: 10), "because it wrote more than 10 bytes"),
    (.unreadableOutput("x"), "because its output could not be read: x"),
  ])
  func `says why it was stopped and how it ended`(reason: StopReason, text: String) {
    let command = Command("terraform", ["apply"], advice: "")
    let ended = CommandFailure.stopped(
      command, reason, result: CommandResult(status: .exited(1)))
    #expect("\(ended)" == "terraform apply was stopped \(text), and exited with status 1")
    let killed = CommandFailure.stopped(
      command, reason, result: CommandResult(status: .signalled(9)))
    #expect("\(killed)" == "terraform apply was stopped \(text), and was ended by signal 9")
  }
}
