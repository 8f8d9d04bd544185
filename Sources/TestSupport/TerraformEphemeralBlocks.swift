import Foundation

extension TerraformRootCopy {
  /// Turns each `ephemeral "type" "name"` of the copy into the ephemeral variable
  /// `ephemeral_type_name`, whose default has the text `mock` for every attribute that is read.
  ///
  /// Terraform 1.11 cannot mock them ("No ephemeral resource types in mock providers"). A test file
  /// sets the variable where `mock` does not do.
  func replaceEphemeralBlocks() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".tf.json") }
    var variables: [String: Set<String>] = [:]
    for name in names {
      let path = "\(folder)/\(name)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      guard text.contains("ephemeral") else { continue }
      let replaced = replaceReferences(in: text, variables: &variables)
      var root = try JSONDecoder().decode([String: JSONValue].self, from: Data(replaced.utf8))
      for (type, blocks) in root["ephemeral"]?.members ?? [:] {
        for block in (blocks.members ?? [:]).keys where block != "//" {
          variables["ephemeral_\(type)_\(block)", default: []].formUnion([])
        }
      }
      root["ephemeral"] = nil
      try JSONValue.object(root).write(to: path)
    }
    let declarations = variables.mapValues { attributes -> JSONValue in
      let mocks = Dictionary(uniqueKeysWithValues: attributes.map { ($0, JSONValue("mock")) })
      return ["type": "any", "ephemeral": true, "default": .object(mocks)]
    }
    guard !declarations.isEmpty else { return }
    try JSONValue.object(["variable": .object(declarations)])
      .write(to: "\(folder)/ephemeral_variables.tf.json")
  }

  /// Rewrites `ephemeral.type.name.attribute`, and notes which attributes are read of which block.
  private func replaceReferences(
    in text: String, variables: inout [String: Set<String>]
  ) -> String {
    let reference = /\bephemeral\.(\w+)\.([\w\-]+)\.(\w+)/
    for match in text.matches(of: reference) {
      variables["ephemeral_\(match.1)_\(match.2)", default: []].insert(String(match.3))
    }
    return text.replacing(reference) { "var.ephemeral_\($0.1)_\($0.2).\($0.3)" }
  }
}
