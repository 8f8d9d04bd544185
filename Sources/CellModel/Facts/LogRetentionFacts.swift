/// How long CloudWatch Logs can keep lines.
public enum LogRetentionFacts {
  /// Days that a log group can be set to, ascending.
  public static let days = Fact(
    [
      1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
      3288, 3653,
    ],
    source: "Amazon CloudWatch Logs API Reference, PutRetentionPolicy (service model in botocore "
      + "1.43.11)",
    note: "a group without a policy keeps its lines for good, which we don't offer")
}
