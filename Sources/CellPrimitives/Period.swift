/// A length of time in whole seconds: a retention, a timeout, an interval between checks.
public struct Period: Sendable, Hashable {
  /// Seconds.
  public let seconds: Int

  private init(seconds: Int) { self.seconds = seconds }

  /// Seconds; unsigned, here and below, so that the compiler refuses a negative one.
  public static func seconds(_ count: UInt32) -> Period { Period(seconds: Int(count)) }
  /// Units of 60 seconds.
  public static func minutes(_ count: UInt32) -> Period { Period(seconds: Int(count) * 60) }
  /// Units of 3,600 seconds.
  public static func hours(_ count: UInt32) -> Period { Period(seconds: Int(count) * 3_600) }
  /// Units of 86,400 seconds, whatever the clocks do on that day.
  public static func days(_ count: UInt32) -> Period { Period(seconds: Int(count) * 86_400) }

  /// The period in days, or nil where it is no whole number of them.
  public var wholeDays: Int? { seconds.isMultiple(of: 86_400) ? seconds / 86_400 : nil }
  /// The period in the largest unit of which it is a whole number: 90 and `minute`.
  public var inLargestUnit: (count: Int, unit: String) {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")]
    let (size, unit) =
      units.first { seconds > 0 && seconds.isMultiple(of: $0.0) } ?? (1, "second")
    return (seconds / size, unit)
  }
  /// The period in minutes, or nil where it is no whole number of them.
  public var wholeMinutes: Int? { seconds.isMultiple(of: 60) ? seconds / 60 : nil }
}

extension Period: Comparable {
  /// By length.
  public static func < (left: Period, right: Period) -> Bool { left.seconds < right.seconds }
}

extension Period: CustomStringConvertible {
  /// The period in its largest whole unit: `30 days`, `1 minute`.
  public var description: String { counted(inLargestUnit.count, inLargestUnit.unit) }
}
