import ArgumentParser
import Foundation

/// Finds the package whose `out/` is meant.
enum PackageDirectory {
  /// `path` if it is given, or the nearest folder around the working directory that holds
  /// `Package.swift` and `cells/`.
  static func find(from path: String?) throws -> String {
    let start = URL(filePath: path ?? FileManager.default.currentDirectoryPath)
      .standardizedFileURL.path(percentEncoded: false)
    var candidate = start
    while true {
      let trimmed = candidate.hasSuffix("/") ? String(candidate.dropLast()) : candidate
      if isPackage(trimmed) { return trimmed }
      guard path == nil, let slash = trimmed.lastIndex(of: "/") else { break }
      candidate = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
      if candidate == "/" { break }
    }
    throw ValidationError(
      "\(start) is not in a package with cells/; "
        + "change to its folder, or write --package-path <folder>")
  }

  private static func isPackage(_ path: String) -> Bool {
    ["Package.swift", "cells"].allSatisfy {
      FileManager.default.fileExists(atPath: "\(path)/\($0)")
    }
  }
}
