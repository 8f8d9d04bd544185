import ArgumentParser
import Foundation

/// Finds the package whose `out/` is meant.
enum PackageDirectory {
  /// `path` if it is given, or the nearest folder around the working directory that holds
  /// `Package.swift` and `cells/`; absolute and without symbolic links, as the compiler saw it.
  ///
  /// - Throws: `ValidationError` where there is none.
  static func find(from path: String?) throws -> String {
    let start = URL(filePath: path ?? FileManager.default.currentDirectoryPath)
      .resolvingSymlinksInPath()
    if path != nil {
      guard isPackage(start) else {
        throw ValidationError(
          "\(start.text) does not hold Package.swift and cells/; "
            + "write the folder that does after --package-path")
      }
      return start.text
    }
    var candidate = start
    while !isPackage(candidate) {
      let parent = candidate.deletingLastPathComponent()
      guard candidate.pathComponents.count > 1 else {
        throw ValidationError(
          "\(start.text) is not in a package with cells/; "
            + "change to its folder, or write --package-path <folder>")
      }
      candidate = parent
    }
    return candidate.text
  }

  private static func isPackage(_ folder: URL) -> Bool {
    ["Package.swift", "cells"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).text)
    }
  }
}

extension URL {
  /// The path without a slash at its end.
  fileprivate var text: String {
    let path = path(percentEncoded: false)
    return path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
  }
}
