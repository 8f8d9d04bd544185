import Foundation
import TerraformDocument
import TerraformSynthesis
import TestSupport

extension WrittenRoot {
  /// Every root of the committed `out/`.
  static func committed() throws -> [WrittenRoot] { try read.get() }

  /// Read once: to parse them all takes seconds in debug.
  private static let read = Result {
    try TerraformCommittedRoot.all().map { root in
      let names = try FileManager.default.contentsOfDirectory(atPath: root.folder)
      var files: [String: TerraformJSON] = [:]
      for name in names where name.hasSuffix(".tf.json") {
        let text = try Data(contentsOf: URL(filePath: "\(root.folder)/\(name)"))
        files[name] = try TerraformJSON(reading: text)
      }
      let path = TerraformRootPath(environment: root.environment, folder: root.path)
      return WrittenRoot(path: path, files: files)
    }
  }

  /// The root as it would be if somebody changed what stands at `place` in a file.
  func changing(
    _ file: String, _ place: String..., to change: (TerraformJSON) -> TerraformJSON
  ) -> WrittenRoot {
    var files = files
    files[file] = (files[file] ?? .object([:])).changing(place[...], change)
    return WrittenRoot(path: path, files: files)
  }
}

/// Where a root is, as its own provider says.
struct RootPlace {
  let environment: String
  /// The cell's name; nil outside cells.
  let cell: String?
  let region: String
  let account: String

  init(_ root: WrittenRoot) {
    let providers = root.files["terraform.tf.json"]?["provider"]["aws"].elements ?? []
    let main = providers.first { $0["alias"] == .null } ?? .null
    environment = root.path.environment
    let parts = root.path.folder.split(separator: "/").map(String.init)
    cell = parts.first == "cells" ? parts.last : nil
    region = main["region"].text ?? ""
    account = main["allowed_account_ids"].texts.first ?? ""
  }
}

extension TerraformJSON {
  fileprivate func changing(
    _ place: ArraySlice<String>, _ change: (TerraformJSON) -> TerraformJSON
  ) -> TerraformJSON {
    guard let name = place.first else { return change(self) }
    var members = members
    members[name] = self[name].changing(place.dropFirst(), change)
    return .object(members)
  }
}
