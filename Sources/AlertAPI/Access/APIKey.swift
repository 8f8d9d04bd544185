import Crypto
import Foundation
import JSONText

/// What a caller may do.
public enum Scope: String, Sendable, Hashable, CaseIterable {
  case read
  case write
}

/// A key that callers present, as the secret holds it: nobody can make a key out of it.
public struct APIKey: Sendable, Hashable {
  /// Who has it: `operations`.
  public let name: String
  /// What the key begins with; shows in logs which one it was.
  public let prefix: String
  /// SHA-256 of the whole key, in lower-case hexadecimal digits. The key is random and long, so no
  /// slow hash is needed.
  public let hash: String
  /// What it allows.
  public let scopes: Set<Scope>
  /// Requests a minute; a pod counts its own.
  public let requestsPerMinute: Int

  /// What applies where the secret says nothing.
  public static let usualRequestsPerMinute = 600

  /// All of its parts.
  public init(
    name: String, prefix: String, hash: String, scopes: Set<Scope>,
    requestsPerMinute: Int = Self.usualRequestsPerMinute
  ) {
    self.name = name
    self.prefix = prefix
    self.hash = hash
    self.scopes = scopes
    self.requestsPerMinute = requestsPerMinute
  }

  /// How many characters of a key are its prefix: `bzc_` and eight more.
  static let prefixLength = 12

  /// Draws a key: what is presented, and what the secret gets.
  public static func draw(
    name: String, scopes: Set<Scope>, requestsPerMinute: Int = Self.usualRequestsPerMinute
  ) -> (presented: String, key: APIKey) {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    var generator = SystemRandomNumberGenerator()
    func random(_ count: Int) -> String {
      String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
    }
    // 40 characters out of 36: 206 bits.
    let presented = "bzc_\(random(8))_\(random(40))"
    return (
      presented,
      APIKey(
        name: name, prefix: String(presented.prefix(prefixLength)), hash: digest(of: presented),
        scopes: scopes, requestsPerMinute: requestsPerMinute)
    )
  }

  /// SHA-256 in hexadecimal digits.
  static func digest(of presented: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * SHA256.byteCount)
    for byte in SHA256.hash(data: Data(presented.utf8)) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether `presented` is this key, in a time that doesn't depend on where they differ.
  func matches(digest: String) -> Bool {
    let (mine, theirs) = (hash.utf8, digest.utf8)
    guard mine.count == theirs.count else { return false }
    return zip(mine, theirs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// The keys that are live: two for each caller while one replaces the other.
public struct APIKeys: Sendable, Hashable {
  /// In the order of the secret.
  public let keys: [APIKey]

  /// Keys by themselves.
  public init(_ keys: [APIKey]) { self.keys = keys }

  /// Why the secret can't be read; its value is not shown.
  public struct Unreadable: Error, Sendable, CustomStringConvertible {
    let problem: String
    /// What is wrong with it.
    public var description: String { "the secret of API keys: \(problem)" }
  }

  /// Reads the secret's value.
  public init(reading secret: String) throws(Unreadable) {
    let value: JSONValue
    do { value = try JSONValue(reading: secret.utf8) } catch {
      throw Unreadable(problem: "it is not JSON")
    }
    guard let entries = value["keys"]?.elements else {
      throw Unreadable(problem: "it has no list `keys`")
    }
    var keys: [APIKey] = []
    for (index, entry) in entries.enumerated() {
      guard let name = entry["name"]?.text, let prefix = entry["prefix"]?.text,
        prefix.count == APIKey.prefixLength, let hash = entry["sha256"]?.text?.lowercased(),
        hash.utf8.count == 64, let scopes = entry["scopes"]?.elements
      else {
        throw Unreadable(
          problem: "keys[\(index)] needs `name`, `prefix` of 12 characters, `sha256` and `scopes`")
      }
      let named = scopes.compactMap { $0.text.flatMap(Scope.init(rawValue:)) }
      guard named.count == scopes.count, !named.isEmpty else {
        throw Unreadable(problem: "keys[\(index)].scopes must hold `read`, `write` or both")
      }
      var rate = APIKey.usualRequestsPerMinute
      switch entry["requests_per_minute"] {
      case nil: break
      case .integer(let integer)? where (1...1_000_000_000).contains(integer): rate = Int(integer)
      default:
        throw Unreadable(problem: "keys[\(index)].requests_per_minute must be a number from 1")
      }
      keys.append(
        APIKey(
          name: name, prefix: prefix, hash: hash, scopes: Set(named), requestsPerMinute: rate))
    }
    self.keys = keys
  }

  /// The secret's value.
  public var secret: String {
    let entries = keys.map { key -> JSONValue in
      [
        "name": .string(key.name), "prefix": .string(key.prefix), "sha256": .string(key.hash),
        "scopes": .array(Scope.allCases.filter(key.scopes.contains).map { .string($0.rawValue) }),
        "requests_per_minute": .integer(Int64(key.requestsPerMinute)),
      ]
    }
    let object: JSONValue = ["keys": .array(entries)]
    return object.json
  }

  /// The key that `presented` is.
  package func key(presented: String) -> APIKey? {
    let digest = APIKey.digest(of: presented)
    return keys.first {
      presented.utf8.starts(with: $0.prefix.utf8) && $0.matches(digest: digest)
    }
  }
}
