/// The class of an RDS or Aurora instance: `db.r6g.large`, or `db.serverless`.
public struct DatabaseInstanceClass: Sendable, Hashable {
  /// Nil for the serverless class, which has neither family nor size.
  private let parts: ClassName?

  /// The family without `db.`: `r6g`; `serverless` for the serverless class.
  public var family: String { parts?.family ?? "serverless" }
  /// The name that RDS uses: `db.r6g.large`.
  public var name: String { parts.map { "db.\($0.family).\($0.size)" } ?? "db.serverless" }

  /// A class by its name; nil where `name` is neither `db.family.size` nor `db.serverless`.
  ///
  /// Only the form is checked: which classes an engine version takes is a rule's work.
  public init?(_ name: some StringProtocol) {
    guard name.hasPrefix("db.") else { return nil }
    if name == "db.serverless" {
      parts = nil
    } else {
      guard let parts = ClassName(name.dropFirst(3)) else { return nil }
      self.parts = parts
    }
  }

  private init(_ parts: ClassName?) { self.parts = parts }

  private init(_ family: String, _ size: String) {
    parts = ClassName(family: family, size: size)
  }

  /// The generation: 6 in `db.r6g.large`; nil for the serverless class.
  public var generation: Int? { parts?.generation }

  /// Whether the class runs above its baseline on credits only (the `t` families).
  public var isBurstable: Bool { parts?.series == "t" }

  /// Whether RDS counts the class among the memory-optimised ones (the `r`, `x` and `z` families).
  ///
  /// Source: Amazon RDS User Guide, "DB instance class types", November 2026.
  public var isMemoryOptimised: Bool { ["r", "x", "z"].contains(parts?.series) }
}

extension DatabaseInstanceClass {
  /// `db.t4g.medium`, Arm.
  public static let t4gMedium = DatabaseInstanceClass("t4g", "medium")
  /// `db.t4g.large`, Arm.
  public static let t4gLarge = DatabaseInstanceClass("t4g", "large")
  /// `db.t3.medium`.
  public static let t3Medium = DatabaseInstanceClass("t3", "medium")
  /// `db.r5.large`.
  public static let r5Large = DatabaseInstanceClass("r5", "large")
  /// `db.r6g.large`, Arm.
  public static let r6gLarge = DatabaseInstanceClass("r6g", "large")
  /// `db.r6g.xlarge`, Arm.
  public static let r6gXLarge = DatabaseInstanceClass("r6g", "xlarge")
  /// `db.r6g.2xlarge`, Arm.
  public static let r6g2XLarge = DatabaseInstanceClass("r6g", "2xlarge")
  /// `db.r6i.large`.
  public static let r6iLarge = DatabaseInstanceClass("r6i", "large")
  /// `db.r7g.large`, Arm.
  public static let r7gLarge = DatabaseInstanceClass("r7g", "large")
  /// `db.r7g.xlarge`, Arm.
  public static let r7gXLarge = DatabaseInstanceClass("r7g", "xlarge")
  /// `db.r8g.large`, Arm.
  public static let r8gLarge = DatabaseInstanceClass("r8g", "large")
  /// `db.serverless`: capacity follows the load between two limits of the cluster.
  public static let serverless = DatabaseInstanceClass(nil)

  /// The classes above by their names in Swift.
  private static let named: [(swiftName: String, DatabaseInstanceClass)] = [
    ("t4gMedium", t4gMedium), ("t4gLarge", t4gLarge), ("t3Medium", t3Medium), ("r5Large", r5Large),
    ("r6gLarge", r6gLarge), ("r6gXLarge", r6gXLarge), ("r6g2XLarge", r6g2XLarge),
    ("r6iLarge", r6iLarge), ("r7gLarge", r7gLarge), ("r7gXLarge", r7gXLarge),
    ("r8gLarge", r8gLarge), ("serverless", serverless),
  ]

  /// What the class is called in Swift: `r6gLarge`; nil for one that is known by its text alone.
  public var swiftName: String? { Self.named.first { $0.1 == self }?.swiftName }
}

extension DatabaseInstanceClass: Comparable {
  /// By name.
  public static func < (left: DatabaseInstanceClass, right: DatabaseInstanceClass) -> Bool {
    left.name < right.name
  }
}

extension DatabaseInstanceClass: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
