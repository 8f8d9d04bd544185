/// Why a change was not made.
public enum ChangeRefusal: Error, Sendable, Hashable {
  /// There is no such thing.
  case notFound
  /// It has another version than the one that the caller saw.
  case versionDiffers(current: Int64)
  /// It is too late, or somebody else has what was asked for.
  case conflict(field: String?, String)
}
