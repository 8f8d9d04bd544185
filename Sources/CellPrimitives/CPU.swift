/// An amount of processor time, as Kubernetes counts it: thousandths of a core.
public struct CPU: Sendable, Hashable {
  /// Thousandths of a core.
  public let millicores: Int

  private init(millicores: Int) { self.millicores = millicores }

  /// Thousandths of a core; the parameter is unsigned so that the compiler refuses a negative one.
  public static func millicores(_ count: UInt32) -> CPU { CPU(millicores: Int(count)) }

  /// Whole cores.
  public static func cpu(_ cores: UInt32) -> CPU { CPU(millicores: Int(cores) * 1000) }
}

extension CPU: Comparable {
  /// By amount.
  public static func < (left: CPU, right: CPU) -> Bool { left.millicores < right.millicores }
}

extension CPU: CustomStringConvertible {
  /// The Kubernetes quantity in canonical form: `250m`, or `2` where the cores are whole.
  ///
  /// Source: Kubernetes API conventions, "Quantity", looked up in November 2026.
  public var description: String {
    millicores.isMultiple(of: 1000) ? "\(millicores / 1000)" : "\(millicores)m"
  }
}
