/// Where alerts are made and changed: titles and messages are anybody's words.
public enum AlertPath {
  /// What every such path begins with.
  public static let prefix = "/v1/alerts"
}
