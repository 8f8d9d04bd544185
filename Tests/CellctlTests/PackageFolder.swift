import Foundation

/// A temporary folder that `cellctl` takes for a package; it is gone when the test is.
final class PackageFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "cellctl-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    path = folder.path(percentEncoded: false)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "cells/inner"), withIntermediateDirectories: true)
    try write("Package.swift", "")
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path): \(error)")
    }
  }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  func setPermissions(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(path)/\(name)")
  }

  /// Every file below `folder`, by its path there: bytes, time of the last change, and which file
  /// it is.
  func files(in folder: String = "out") throws -> [String: File] {
    let root = "\(path)/\(folder)"
    var files: [String: File] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(name)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[name] = File(
        bytes: try Data(contentsOf: URL(filePath: "\(root)/\(name)")),
        changed: attributes[.modificationDate] as? Date,
        number: attributes[.systemFileNumber] as? Int)
    }
    return files
  }

  struct File: Equatable {
    let bytes: Data
    let changed: Date?
    let number: Int?
  }
}
