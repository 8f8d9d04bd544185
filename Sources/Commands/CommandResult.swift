/// What a command that has ended left behind.
public struct CommandResult: Sendable, Hashable {
  /// How it ended.
  public var status: ExitStatus
  /// Everything that it wrote to standard output.
  public var output: [UInt8]
  /// Everything that it wrote to standard error.
  public var error: [UInt8]

  /// States a result.
  public init(status: ExitStatus, output: [UInt8] = [], error: [UInt8] = []) {
    self.status = status
    self.output = output
    self.error = error
  }

  /// Standard output as text; what is not UTF-8 reads as U+FFFD.
  public var outputText: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text; what is not UTF-8 reads as U+FFFD.
  public var errorText: String { String(decoding: error, as: UTF8.self) }
}
