import CellContract
import CellDescription
import CellPrimitives
import Foundation
import HelmSynthesis
import Testing
import YAMLDocument

/// Helm's reader and ours agree: what is written is read back by PyYAML as the same values.
@Suite struct ReadBackTests {
  @Test func `PyYAML reads the values that were written, a version and an account as text`() throws
  {
    let values = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.worker)
      Run(.poller)
      Karpenter(limit: .cpu(1000), .memory(.gibibytes(1000)))
    }
    let read = try readByPython(values.file.text())
    #expect(read == ReadValue(values.file.value))
    // The comparison tells a text from a number, or it would prove nothing.
    #expect(try readByPython(Array("tag: 1.10\n".utf8)) != ReadValue(["tag": "1.10"]))
  }

  /// Reads YAML with the Python that `make tools` sets up, or the one that BIZCOMMS_PYTHON names.
  private func readByPython(_ yaml: [UInt8]) throws -> ReadValue {
    let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let python =
      ProcessInfo.processInfo.environment["BIZCOMMS_PYTHON"]
      ?? package.appending(path: ".tools/venv/bin/python").path
    try #require(
      FileManager.default.isExecutableFile(atPath: python), "no \(python): run `make tools`")
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      "-c", "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout)",
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(yaml))
    try input.fileHandleForWriting.close()
    let json = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode(ReadValue.self, from: json)
  }
}

/// A value with its type; the order of keys is checked where the text is.
private indirect enum ReadValue: Hashable, Decodable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([ReadValue])
  case map([String: ReadValue])

  init(_ value: YAMLValue) {
    self =
      switch value {
      case .null: .null
      case .bool(let truth): .bool(truth)
      case .integer(let number): .integer(number)
      case .number(let number): .number(number)
      case .string(let text): .text(text)
      case .sequence(let elements): .list(elements.map(ReadValue.init))
      case .mapping(let members):
        .map(Dictionary(uniqueKeysWithValues: members.map { ($0.key, ReadValue($0.value)) }))
      }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .bool(truth)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let elements = try? container.decode([ReadValue].self) {
      self = .list(elements)
    } else {
      self = .map(try container.decode([String: ReadValue].self))
    }
  }
}
