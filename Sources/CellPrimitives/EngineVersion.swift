/// The version of a database engine: `16.8`, or with a patch `16.8.1`.
public struct EngineVersion: Sendable, Hashable {
  /// Why a text is not a version.
  public typealias Invalid = InvalidValue

  /// The first number.
  public let major: Int
  /// The second number.
  public let minor: Int
  /// The third number, where one is written.
  public let patch: Int?

  /// The version `major.minor`; unsigned so that the compiler refuses a negative number.
  public init(major: UInt16, minor: UInt16) {
    self.major = Int(major)
    self.minor = Int(minor)
    patch = nil
  }

  /// Reads `16.8` or `16.8.1`; throws where a number is missing, padded with zeros, or too many.
  ///
  /// A major version alone is refused: AWS would then choose the minor, today's or tomorrow's.
  public init(parsing text: some StringProtocol) throws(Invalid) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard let number = Int(plainDecimal: part) else {
        throw Invalid(
          "the engine version \"\(text)\" has \"\(part)\" where a number belongs",
          fix: "write numbers and dots, such as \"16.8\"")
      }
      numbers.append(number)
    }
    guard (2...3).contains(numbers.count) else {
      let fault = numbers.count == 1 ? "no minor" : "too many numbers"
      throw Invalid(
        "the engine version \"\(text)\" has \(fault)",
        fix: "write major and minor, such as \"16.8\"")
    }
    major = numbers[0]
    minor = numbers[1]
    patch = numbers.count == 3 ? numbers[2] : nil
  }
}

extension EngineVersion: Comparable {
  /// By number: 16.9 comes before 16.10, and 16.9 before 16.9.0.
  public static func < (left: EngineVersion, right: EngineVersion) -> Bool {
    (left.major, left.minor, left.patch ?? -1) < (right.major, right.minor, right.patch ?? -1)
  }
}

extension EngineVersion: CustomStringConvertible {
  /// `16.8`.
  public var description: String { "\(major).\(minor)" + (patch.map { ".\($0)" } ?? "") }
}
