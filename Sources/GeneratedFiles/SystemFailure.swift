#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A system call that failed.
public struct SystemFailure: Sendable, Hashable {
  /// What was tried, as in "can't … <path>".
  public let action: String
  /// To what.
  public let path: String
  /// The value of `errno`.
  public let code: Int32

  /// Names a failure.
  public init(action: String, path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// What a person can do about it.
  public var advice: String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "free some space, or raise the limit, and run again"
    case EACCES, EPERM: "make it writable for this user, and run again"
    case EROFS: "write to a file system that is not read-only"
    case EXDEV: "keep the whole folder on one file system"
    case ENOENT, ENOTDIR: "make the folder that it lies in, and run again"
    default: "see to that, and run again"
    }
  }
}

extension SystemFailure: CustomStringConvertible {
  /// In one line: `can't write out/production/a.json: No space left on device`.
  public var description: String {
    "can't \(action) \(path): \(String(cString: strerror(code)))"
  }
}
