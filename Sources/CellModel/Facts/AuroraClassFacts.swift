public import CellPrimitives

/// Which instance classes Aurora PostgreSQL takes, where, and in a global database.
///
/// No table by engine version is needed: each family here came out before the versions with which
/// a cluster can still be created, but for 13.9 and 14.6, the two old long-term versions.
public enum AuroraClassFacts {
  /// The families; db.r4 is left out, which Aurora PostgreSQL gave up.
  public static let families = Fact<[AuroraClassFamily]>(
    [
      AuroraClassFamily("r5", upTo16 + ["24xlarge"]),
      AuroraClassFamily("r6g", upTo16),
      AuroraClassFamily("r6gd", withoutLarge, missingIn: [.apNortheast3]),
      AuroraClassFamily("r6i", upTo16 + ["24xlarge", "32xlarge"]),
      AuroraClassFamily(
        "r6id", ["24xlarge", "32xlarge"],
        missingIn: [.apNortheast3, .caCentral1, .euNorth1, .euWest3, .saEast1, .usWest1]),
      AuroraClassFamily("r7g", upTo16),
      AuroraClassFamily("r7i", upTo16 + ["24xlarge", "48xlarge"]),
      AuroraClassFamily(
        "r8a", upTo16 + ["24xlarge", "48xlarge"],
        missingIn: [
          .apNortheast2, .apNortheast3, .apSouth1, .apSoutheast1, .apSoutheast2, .euNorth1,
          .euWest2, .euWest3, .saEast1, .usWest1,
        ]),
      AuroraClassFamily("r8g", upTo16 + ["24xlarge", "48xlarge"]),
      AuroraClassFamily(
        "r8gd", withoutLarge + ["24xlarge", "48xlarge"],
        missingIn: [.apNortheast3, .apSouth1, .apSoutheast1, .euNorth1, .euWest3]),
      AuroraClassFamily("serverless", []),
      AuroraClassFamily("t3", ["medium", "large"]),
      AuroraClassFamily("t4g", ["medium", "large"]),
      AuroraClassFamily(
        "x2g", upTo16,
        missingIn: Set(Region.allCases).subtracting([.euWest1, .usEast1, .usEast2, .usWest2])),
    ],
    source: "cfn-lint 1.58.0 (2026-10-20), instance classes of AWS::RDS::DBInstance for "
      + "aurora-postgresql by region; Amazon Aurora User Guide, \"DB instance class types\"",
    note: "which zones of a region have a class is known to AWS alone")

  /// What a global database asks of an instance class.
  public static let globalDatabaseRequirement = Fact(
    "memory-optimised classes only, db.r5 or newer; or serverless",
    source: "Amazon Aurora User Guide, \"Configuration requirements of an Amazon Aurora global "
      + "database\"")

  /// The most secondary clusters of a global database, each in a region of its own.
  public static let maximumSecondaries = Fact(
    10,
    source: "Amazon Aurora User Guide, \"Configuration requirements of an Amazon Aurora global "
      + "database\"")

  /// Why an Aurora PostgreSQL instance in `region` cannot have `instanceClass`; nil where it can.
  ///
  /// The text is a sentence without a full stop, fit for a diagnostic.
  public static func problem(
    with instanceClass: DatabaseInstanceClass, in region: Region
  ) -> String? {
    let name = instanceClass.name
    guard let family = families.value.first(where: { $0.family == instanceClass.family }) else {
      return "\(name) is not a class of Aurora PostgreSQL"
    }
    guard !family.missingRegions.contains(region) else {
      return "\(name) is not on offer for Aurora PostgreSQL in \(region)"
    }
    let size = name.split(separator: ".").last.map(String.init) ?? ""
    guard family.sizes.isEmpty || family.sizes.contains(size) else {
      return "\(name) is not a class of Aurora PostgreSQL; db.\(family.family) comes in "
        + family.sizes.joined(separator: ", ")
    }
    return nil
  }

  /// Why no cluster of a global database can have `instanceClass`; nil where it can.
  public static func problemInGlobalDatabase(
    with instanceClass: DatabaseInstanceClass
  ) -> String? {
    if instanceClass == .serverless { return nil }
    if instanceClass.isMemoryOptimised, let generation = instanceClass.generation,
      generation >= 5 || instanceClass.family.hasPrefix("x")
    {
      return nil
    }
    return "\(instanceClass) is refused in an Aurora Global Database "
      + "(memory-optimised classes only, db.r5 or newer)"
  }

  private static let withoutLarge = [
    "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge",
  ]
  private static let upTo16 = ["large"] + withoutLarge
}
