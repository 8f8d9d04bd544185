/// The type of an EC2 instance: `t3.medium`.
public struct InstanceType: Sendable, Hashable {
  /// What the processor runs.
  public enum Architecture: String, Sendable, Hashable, CaseIterable {
    /// 64-bit x86.
    case amd64
    /// 64-bit Arm: Graviton.
    case arm64
  }

  private let parts: ClassName

  /// The family: `t3`.
  public var family: String { parts.family }
  /// The size: `medium`.
  public var size: String { parts.size }
  /// The name that EC2 uses: `t3.medium`.
  public var name: String { "\(family).\(size)" }

  /// A type by its name; nil where `name` has not the form `family.size`.
  ///
  /// Only the form is checked: whether a region offers the type is known to AWS alone.
  public init?(_ name: some StringProtocol) {
    guard let parts = ClassName(name) else { return nil }
    self.parts = parts
  }

  private init(_ family: String, _ size: String) { parts = ClassName(family: family, size: size) }

  /// What runs on the type: Arm where a `g` stands among the letters behind the generation, as in
  /// `m7g` or `c7gn`, and in the first Graviton family, `a1`.
  ///
  /// Source: EC2 User Guide, "Amazon EC2 instance type naming conventions", November 2026.
  public var architecture: Architecture {
    family == "a1" || parts.attributes.contains("g") ? .arm64 : .amd64
  }

  /// Whether the type runs above its baseline on credits only (the `t` family).
  public var isBurstable: Bool { parts.series == "t" }
}

extension InstanceType {
  /// `t3.medium`.
  public static let t3Medium = InstanceType("t3", "medium")
  /// `t3.large`.
  public static let t3Large = InstanceType("t3", "large")
  /// `t3.xlarge`.
  public static let t3XLarge = InstanceType("t3", "xlarge")
  /// `t3a.medium`.
  public static let t3aMedium = InstanceType("t3a", "medium")
  /// `t3a.large`.
  public static let t3aLarge = InstanceType("t3a", "large")
  /// `t4g.medium`, Arm.
  public static let t4gMedium = InstanceType("t4g", "medium")
  /// `t4g.large`, Arm.
  public static let t4gLarge = InstanceType("t4g", "large")
  /// `m5.large`.
  public static let m5Large = InstanceType("m5", "large")
  /// `m5.xlarge`.
  public static let m5XLarge = InstanceType("m5", "xlarge")
  /// `m6i.large`.
  public static let m6iLarge = InstanceType("m6i", "large")
  /// `m6i.xlarge`.
  public static let m6iXLarge = InstanceType("m6i", "xlarge")
  /// `m6g.large`, Arm.
  public static let m6gLarge = InstanceType("m6g", "large")
  /// `m7g.large`, Arm.
  public static let m7gLarge = InstanceType("m7g", "large")
  /// `m7i.large`.
  public static let m7iLarge = InstanceType("m7i", "large")
  /// `c6i.large`.
  public static let c6iLarge = InstanceType("c6i", "large")
  /// `c6g.large`, Arm.
  public static let c6gLarge = InstanceType("c6g", "large")
  /// `c7g.large`, Arm.
  public static let c7gLarge = InstanceType("c7g", "large")
  /// `r6g.large`, Arm.
  public static let r6gLarge = InstanceType("r6g", "large")
  /// `r6i.large`.
  public static let r6iLarge = InstanceType("r6i", "large")
}

extension InstanceType: Comparable {
  /// By name.
  public static func < (left: InstanceType, right: InstanceType) -> Bool { left.name < right.name }
}

extension InstanceType: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
