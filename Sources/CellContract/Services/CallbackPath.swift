/// Where providers report to the API: no client of ours, so its requests look different.
public enum CallbackPath {
  /// What every such path begins with.
  public static let prefix = "/v1/callbacks/"
}
