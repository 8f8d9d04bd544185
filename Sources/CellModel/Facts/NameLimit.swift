/// What a service accepts as the name of one kind of resource.
public struct NameLimit: Sendable, Hashable {
  /// The kind, with its article: `an SQS queue`.
  public let subject: String
  /// The fewest characters.
  public let minimum: Int
  /// The most characters, prefixes and suffixes included.
  public let maximum: Int
  /// The characters that may stand anywhere.
  public let allowed: NameAlphabet
  /// The characters that may stand first, where fewer may.
  public let first: NameAlphabet?
  /// The characters that may stand last, where fewer may.
  public let last: NameAlphabet?
  /// What the name must begin with: `alias/`.
  public let requiredPrefix: String?
  /// An ending that is accepted beyond `allowed`: `.fifo`.
  public let optionalSuffix: String?
  /// Whole names that are refused, whatever their case.
  public let reservedNames: [String]
  /// Beginnings that are refused, whatever their case.
  public let reservedPrefixes: [String]
  /// Endings that are refused.
  public let reservedSuffixes: [String]
  /// Parts that are refused anywhere: `--`.
  public let refusedParts: [String]
  /// The most parts between slashes, where the name is a path.
  public let maximumLevels: Int?

  init(
    _ subject: String, _ length: ClosedRange<Int>, _ allowed: NameAlphabet,
    first: NameAlphabet? = nil, last: NameAlphabet? = nil, requiredPrefix: String? = nil,
    optionalSuffix: String? = nil, reservedNames: [String] = [], reservedPrefixes: [String] = [],
    reservedSuffixes: [String] = [], refusedParts: [String] = [], maximumLevels: Int? = nil
  ) {
    self.subject = subject
    minimum = length.lowerBound
    maximum = length.upperBound
    self.allowed = allowed
    self.first = first
    self.last = last
    self.requiredPrefix = requiredPrefix
    self.optionalSuffix = optionalSuffix
    self.reservedNames = reservedNames
    self.reservedPrefixes = reservedPrefixes
    self.reservedSuffixes = reservedSuffixes
    self.refusedParts = refusedParts
    self.maximumLevels = maximumLevels
  }
}
