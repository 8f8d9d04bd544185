public import Foundation

/// The provider's schema on this machine, which `make tools` dumps.
public struct ProviderSchemaFile: Sendable {
  /// Where it is.
  public let url: URL

  /// The file that `BIZCOMMS_PROVIDER_SCHEMA` names, or the one in the package's `.tools/`.
  ///
  /// - Throws: ``Missing`` where there is none; a test that needs it then fails and never skips.
  public init() throws(Missing) {
    let named = ProcessInfo.processInfo.environment["BIZCOMMS_PROVIDER_SCHEMA"]
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    url =
      named.map { URL(filePath: $0) }
      ?? package.appending(path: ".tools/schema/aws-5.100.0.json")
    guard FileManager.default.fileExists(atPath: url.path) else { throw Missing(url: url) }
  }

  /// There is no schema, and how to get it.
  public struct Missing: Error, CustomStringConvertible {
    let url: URL
    /// What is missing and what to do.
    public var description: String {
      "\(url.path) is missing: run `make tools`, or name the schema in BIZCOMMS_PROVIDER_SCHEMA"
    }
  }
}
