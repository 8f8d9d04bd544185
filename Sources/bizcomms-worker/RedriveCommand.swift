import ArgumentParser
import CellContract
import Foundation
import JSONText
import Logging
import ServiceRuntime

/// Looks at what was put aside, and gives it back.
struct RedriveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redrive", abstract: "List the messages that were put aside, or give them back.",
    discussion: """
      Prints a line of JSON for each message of the dead-letter queue: its ID, why it is there, and what \
      it says. What SQS moved there by itself, because it was received too often, has no reason.

      A message that is looked at stays hidden from others until the command ends.

      Examples:
        bizcomms-worker redrive
        bizcomms-worker redrive --return 5fea7756-0ea4-451a-a703-a558b933e274
        bizcomms-worker redrive --return-all
      """)

  @Option(name: .customLong("return"), help: "The ID of a message to give back; may be repeated.")
  var ids: [String] = []

  @Flag(name: .customLong("return-all"), help: "Give all messages back.")
  var returnsAll = false

  func validate() throws {
    if returnsAll, !ids.isEmpty {
      throw ValidationError("--return-all gives back what --return names too; write one of them")
    }
  }

  func run() async throws {
    let wanted = Set(ids)
    let returnsAll = returnsAll
    try await ServiceProcess.run(.worker, using: WorkerResources.self) { process, live in
      let queue = try live.deadLetters
      var letters: [String: DeadLetterQueue.Letter] = [:]
      while true {
        let received = try await queue.receive()
        let new = received.filter { letters[$0.message.id] == nil }
        if new.isEmpty { break }
        for letter in new { letters[letter.message.id] = letter }
      }
      for letter in letters.values.sorted(by: { $0.message.id < $1.message.id }) {
        let isGiven = returnsAll || wanted.contains(letter.message.id)
        if isGiven {
          try await queue.giveBack(letter)
        } else {
          try await queue.show(letter)
        }
        process.output.write(letter.line(isReturned: isGiven))
      }
      let unknown = wanted.subtracting(letters.keys)
      if !unknown.isEmpty {
        throw ValidationError(
          "no message has the ID \(unknown.sorted().joined(separator: ", ")); list them first")
      }
    }
  }
}

extension DeadLetterQueue.Letter {
  fileprivate func line(isReturned: Bool) -> [UInt8] {
    let object: JSONValue = [
      "id": .string(message.id), "returned": .bool(isReturned),
      "reason": reason.map(JSONValue.string) ?? .null, "message": .string(text),
    ]
    return object.bytes
  }
}
