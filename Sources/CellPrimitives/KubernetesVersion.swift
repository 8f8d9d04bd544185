/// A minor version of Kubernetes, which is what EKS lets one choose: `1.35`.
public struct KubernetesVersion: Sendable, Hashable {
  /// Why a text is not a version.
  public typealias Invalid = InvalidValue

  /// The first number.
  public let major: Int
  /// The second number.
  public let minor: Int

  /// The version `major.minor`; unsigned so that the compiler refuses a negative number.
  public init(major: UInt16, minor: UInt16) {
    self.major = Int(major)
    self.minor = Int(minor)
  }

  /// Reads `1.35`; throws where a `v` stands in front, a patch behind, or anything else is there.
  public init(parsing text: some StringProtocol) throws(Invalid) {
    let plain = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let numbers = plain.split(separator: ".", omittingEmptySubsequences: false)
      .map { Int(plainDecimal: $0) }
    guard numbers.count >= 2, let major = numbers[0], let minor = numbers[1] else {
      throw Invalid(
        "\"\(text)\" is not a Kubernetes version", fix: "write major and minor, such as \"1.35\"")
    }
    guard numbers.count == 2, plain.count == text.count else {
      throw Invalid(
        "\"\(text)\" is not how EKS names a version", instead: "\(major).\(minor)")
    }
    self.major = major
    self.minor = minor
  }
}

extension KubernetesVersion: Comparable {
  /// By number: 1.9 comes before 1.10.
  public static func < (left: KubernetesVersion, right: KubernetesVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

extension KubernetesVersion: CustomStringConvertible {
  /// `1.35`.
  public var description: String { "\(major).\(minor)" }
}
