public import TerraformDocument

/// The roots of a fleet as files hold them, of whatever revision.
public struct RecordedFleet: Sendable {
  /// By path, below `out/`.
  public let roots: [TerraformRootPath: RecordedRoot]
  /// Files of chart values with their bytes, by path below `out/`.
  let values: [String: [UInt8]]

  /// Reads the files of a folder `out/`, by path there; what is no part of a root and no chart value
  /// is left alone.
  ///
  /// - Throws: where a root's file is no JSON.
  public init(files: [String: [UInt8]]) throws(UnreadableRecord) {
    var documents: [TerraformRootPath: [(component: String, file: TerraformJSON)]] = [:]
    var values: [String: [UInt8]] = [:]
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      if path.contains("/helm/"), path.hasSuffix(".yaml") { values[path] = bytes }
      guard let (root, component) = Self.place(of: path) else { continue }
      do throws(JSONReader.Failure) {
        documents[root, default: []].append((component, try JSONReader.value(of: bytes)))
      } catch {
        throw UnreadableRecord(path: path, offset: error.offset)
      }
    }
    roots = documents.reduce(into: [:]) { roots, entry in
      roots[entry.key] = RecordedRoot(path: entry.key, files: entry.value)
    }
    self.values = values
  }

  /// `production/terraform/cells/a/network.tf.json`: the root, and `network`.
  private static func place(of path: String) -> (TerraformRootPath, component: String)? {
    let ending = ".tf.json"
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 4, parts[1] == "terraform", let name = parts.last,
      name.hasSuffix(ending)
    else { return nil }
    let folder = parts[2..<parts.count - 1].joined(separator: "/")
    return (
      TerraformRootPath(environment: parts[0], folder: folder),
      component: String(name.dropLast(ending.count))
    )
  }
}

/// A file that should hold a part of a root and is no JSON.
public struct UnreadableRecord: Error, Sendable, Hashable {
  /// Below `out/`.
  public let path: String
  /// Where it can't be read, in bytes.
  public let offset: Int
}
