/// An amount of memory in units of 1,048,576 bytes.
public struct Memory: Sendable, Hashable {
  /// Mebibytes.
  public let mebibytes: Int

  private init(mebibytes: Int) { self.mebibytes = mebibytes }

  /// Units of 1,048,576 bytes; unsigned so that the compiler refuses a negative one.
  public static func mebibytes(_ count: UInt32) -> Memory { Memory(mebibytes: Int(count)) }

  /// Units of 1,024 mebibytes.
  public static func gibibytes(_ count: UInt32) -> Memory { Memory(mebibytes: Int(count) * 1024) }
}

extension Memory: Comparable {
  /// By amount.
  public static func < (left: Memory, right: Memory) -> Bool { left.mebibytes < right.mebibytes }
}

extension Memory: CustomStringConvertible {
  /// The Kubernetes quantity: `256Mi`, or `2Gi` where the gibibytes are whole; nothing is `0`.
  public var description: String {
    if mebibytes == 0 { return "0" }
    return mebibytes.isMultiple(of: 1024) ? "\(mebibytes / 1024)Gi" : "\(mebibytes)Mi"
  }
}
