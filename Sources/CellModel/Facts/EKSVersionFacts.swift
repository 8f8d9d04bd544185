public import CellPrimitives

/// Which Kubernetes versions EKS offers, and until when.
public enum EKSVersionFacts {
  /// One version's days. On each of them the earlier state is already over.
  public struct Release: Sendable, Hashable {
    /// The version.
    public let version: KubernetesVersion
    /// The first day of extended support and of its price.
    public let endOfStandardSupport: FactDate
    /// The first day without any support.
    public let endOfExtendedSupport: FactDate

    init(_ minor: UInt16, standard: FactDate, extended: FactDate) {
      version = KubernetesVersion(major: 1, minor: minor)
      endOfStandardSupport = standard
      endOfExtendedSupport = extended
    }
  }

  /// The release calendar, oldest first.
  public static let releases = Fact<[Release]>(
    [
      Release(28, standard: FactDate(2024, 11, 26), extended: FactDate(2025, 11, 26)),
      Release(29, standard: FactDate(2025, 3, 23), extended: FactDate(2026, 3, 23)),
      Release(30, standard: FactDate(2025, 7, 23), extended: FactDate(2026, 7, 23)),
      Release(31, standard: FactDate(2025, 11, 26), extended: FactDate(2026, 11, 26)),
      Release(32, standard: FactDate(2026, 3, 23), extended: FactDate(2027, 3, 23)),
      Release(33, standard: FactDate(2026, 7, 29), extended: FactDate(2027, 7, 29)),
      Release(34, standard: FactDate(2026, 12, 2), extended: FactDate(2027, 12, 2)),
      Release(35, standard: FactDate(2027, 3, 27), extended: FactDate(2028, 3, 27)),
      Release(36, standard: FactDate(2027, 8, 2), extended: FactDate(2028, 8, 2)),
    ],
    source: "Amazon EKS User Guide, \"Understand the Kubernetes version lifecycle on EKS\", "
      + "release calendar; 1.36 as copied by endoflife.date, amazon-eks, 2026-08-22",
    note: "a version that EKS added after August 2026 is not in the table")

  /// What EKS does for `version` on `date`.
  public static func status(of version: KubernetesVersion, on date: FactDate) -> EKSSupport {
    guard let release = releases.value.first(where: { $0.version == version }) else {
      return .unknown
    }
    if date < release.endOfStandardSupport { return .standard(until: release.endOfStandardSupport) }
    if date < release.endOfExtendedSupport { return .extended(until: release.endOfExtendedSupport) }
    return .ended(since: release.endOfExtendedSupport)
  }

  /// The versions in standard support on `date`, oldest first: what a diagnostic offers instead.
  public static func versionsInStandardSupport(on date: FactDate) -> [KubernetesVersion] {
    releases.value.filter { date < $0.endOfStandardSupport }.map(\.version)
  }
}
