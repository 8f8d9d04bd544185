/// A program to run, with everything that it gets from us.
///
/// Arguments are an array and never pass through a shell.
public struct Command: Sendable, Hashable {
  /// A name that is looked up on `PATH`, or an absolute path.
  public var executable: String
  /// What the program gets, without its own name.
  public var arguments: [String]
  /// Environment variables over those of this process; nil removes one.
  ///
  /// Here secrets go, not into arguments, which every user of the machine can list.
  public var environment: [String: String?]
  /// The folder that the program starts in; nil for this process's own.
  public var workingDirectory: String?
  /// What the program reads from its standard input, which ends after it.
  public var input: [UInt8]
  /// Where to get the program, said when it is missing: "install Terraform 1.11 from …".
  public var advice: String

  /// Describes a run; nothing starts before ``run(timeLimit:outputLimit:patience:interrupts:)`` or
  /// ``stream(timeLimit:patience:interrupts:onLine:)``.
  public init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String?] = [:],
    workingDirectory: String? = nil, input: [UInt8] = [], advice: String
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.input = input
    self.advice = advice
  }
}

extension Command: CustomStringConvertible {
  /// The command as one could type it; environment and input, where secrets are, stay out.
  public var description: String {
    ([executable] + arguments).map(Self.quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./=:,@%+".utf8.contains(byte)
      }
    }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
