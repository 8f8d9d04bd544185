/// What one environment's folder owns: the hash of each file as it was written.
///
/// It lies in `manifest.json` of that folder and is committed with the files. A file that is not in
/// it was not generated; a file whose hash differs was edited by hand.
struct Manifest: Hashable {
  /// Hashes as 64 hexadecimal digits, by path relative to the manifest.
  var digests: [GeneratedPath: String] = [:]

  /// The format that is written, and the only one that is read.
  static let version = 1

  /// Where an environment's manifest lies.
  static func path(in environment: GeneratedPath) -> GeneratedPath {
    environment.appending(fileName)
  }

  private static let fileName: GeneratedPath = {
    guard let name = GeneratedPath(validating: "manifest.json") else {
      preconditionFailure("manifest.json is a path")
    }
    return name
  }()

  /// The canonical text: keys sorted, two spaces of indent, one line for each file.
  ///
  /// Paths and hashes hold nothing that JSON would escape.
  var text: String {
    let lines = digests.sorted { $0.key < $1.key }
      .map { "    \"\($0.key)\": \"sha256:\($0.value)\"" }
    let files = lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n  }"
    return "{\n  \"files\": \(files),\n  \"version\": \(Self.version)\n}\n"
  }
}

extension Manifest {
  /// Why a manifest can't be used, as the end of a sentence that starts with its path.
  struct Problem: Error, Hashable {
    let text: String
  }

  /// Reads back exactly what ``text`` writes.
  ///
  /// Nothing but this program writes manifests, so any other form means that two versions were
  /// merged, or that somebody edited it, and it no longer says reliably what is owned.
  init(parsing bytes: [UInt8]) throws(Problem) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.contains(where: { $0.starts(with: "<<<<<<<".utf8) || $0.starts(with: ">>>>>>>".utf8) })
    {
      throw Problem(text: "holds merge conflict markers")
    }
    let versionKey = "  \"version\": ".utf8
    if let line = lines.last(where: { $0.starts(with: versionKey) }) {
      let version = String(decoding: line.dropFirst(versionKey.count), as: UTF8.self)
      guard version == "\(Self.version)" else {
        throw Problem(text: "has format \(version), and this program knows \(Self.version)")
      }
    }

    for (index, line) in lines.enumerated() where line.starts(with: "    \"".utf8) {
      guard let (name, digest) = Self.file(in: line) else {
        throw Problem(text: "has no path and hash in line \(index + 1)")
      }
      guard let path = GeneratedPath(validating: name), path != Self.fileName else {
        throw Problem(text: "names \(name), which can't be a generated file")
      }
      guard digests.updateValue(digest, forKey: path) == nil else {
        throw Problem(text: "names \(path) twice")
      }
    }
    guard text.utf8.elementsEqual(bytes) else {
      throw Problem(text: "is not in the form in which it is written")
    }
  }

  /// Path and hash of a line such as `    "path": "sha256:…",`.
  private static func file(in line: ArraySlice<UInt8>) -> (path: String, digest: String)? {
    let parts = line.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    let mark = "sha256:".utf8
    guard parts.count == 5, parts[3].starts(with: mark) else { return nil }
    let digest = parts[3].dropFirst(mark.count)
    let isHash =
      digest.count == 64
      && digest.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHash else { return nil }
    return (String(decoding: parts[1], as: UTF8.self), String(decoding: digest, as: UTF8.self))
  }
}
