/// What EKS does for a Kubernetes version on a given day.
public enum EKSSupport: Sendable, Hashable {
  /// Standard support, up to the day before `until`.
  case standard(until: FactDate)
  /// Extended support, at a multiple of the price, up to the day before `until`.
  case extended(until: FactDate)
  /// Ended on `since`: no cluster can be created and AWS upgrades those that are there.
  case ended(since: FactDate)
  /// Not in the table: older than what it begins with, or newer than when it was checked.
  case unknown
}
