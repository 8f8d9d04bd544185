public import CellContract
import Foundation
public import ServiceRuntime

/// A secret in a file that its owner alone can read.
public struct EmbeddedSecret: SecretReader {
  /// The secret is in no file.
  public struct Missing: Error, CustomStringConvertible {
    /// Its name in the contract.
    public let name: String
    /// Which one.
    public var description: String { "the secret \(name) has no value" }
  }

  private let secret: Secret
  private let folder: String

  /// A secret of the contract, below a folder of an ``EmbeddedBackend``.
  public init(_ secret: Secret, in folder: String) {
    self.secret = secret
    self.folder = "\(folder)/secrets"
  }

  private var path: String { "\(folder)/\(secret.name)" }

  /// Reads the file.
  public func current(refresh: Bool) async throws -> SecretValue {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Missing(name: secret.name)
    }
    return SecretValue(String(decoding: data, as: UTF8.self))
  }

  /// Whether it has a value.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Gives it a value: the new file takes the old one's place at once, whole.
  public func write(_ value: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let temporary = "\(path).new"
    guard
      FileManager.default.createFile(
        atPath: temporary, contents: Data(value.utf8), attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: temporary]) }
    guard rename(temporary, path) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
  }
}
