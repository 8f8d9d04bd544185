/// A time of the day in UTC, to the minute: `07:30`.
public struct TimeOfDay: Sendable, Hashable {
  /// Why a text is no time.
  public typealias Invalid = InvalidValue

  /// How many minutes a day has.
  public static let minutesPerDay = 1_440

  /// Minutes since midnight, 0–1439.
  public let minutes: Int

  /// The time so many minutes after a midnight, before it where they are negative: 1,500 is 01:00.
  public init(minutes: Int) {
    let rest = minutes % Self.minutesPerDay
    self.minutes = rest < 0 ? rest + Self.minutesPerDay : rest
  }

  /// Reads `07:30`; throws where that is no time between 00:00 and 23:59, or not in four digits.
  public init(parsing text: some StringProtocol) throws(Invalid) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.count <= 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 2, numbers.count == 2, numbers[0] < 24, numbers[1] < 60 else {
      throw Invalid(
        "\"\(text)\" is no time of the day",
        fix: "write hours and minutes in UTC, 00:00 to 23:59, such as \"07:30\"")
    }
    self.init(minutes: numbers[0] * 60 + numbers[1])
    guard description == text else {
      throw Invalid("\"\(text)\" is not a time in four digits", instead: description)
    }
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// `07:30`.
  public var description: String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }
}
