import Foundation

/// What the `*.tf.json` files of a folder say.
public struct TerraformRootFiles: Sendable {
  /// A resource or data source.
  public struct Block: Sendable {
    /// The file that holds it: `network.tf.json`.
    public let file: String
    /// `resource` or `data`.
    let kind: String
    /// `aws_subnet`
    public let type: String
    /// `public_use1_az1`
    public let name: String
    /// What it is given.
    let arguments: [String: JSONValue]

    /// How expressions name it: `aws_subnet.public_use1_az1`, `data.aws_ssm_parameter.zone_id`.
    public var address: String { "\(collection).\(name)" }
    /// How they name all of its type: `aws_subnet`, `data.aws_ssm_parameter`.
    public var collection: String { kind == "data" ? "data.\(type)" : type }
    /// The provider configuration that it is planned with: `aws`, `aws.us-west-1`.
    var provider: String { arguments["provider"]?.text ?? "aws" }
  }

  /// The files by name.
  private(set) var documents: [String: JSONValue] = [:]

  /// Reads the files of the folder at `path`.
  public init(_ path: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path)
    where name.hasSuffix(".tf.json") {
      let data = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
      documents[name] = try JSONDecoder().decode(JSONValue.self, from: data)
    }
  }

  /// The names of the files, sorted.
  public var names: [String] { documents.keys.sorted() }

  /// All resources and data sources, by file, type and name.
  public var blocks: [Block] {
    names.flatMap { file in
      ["resource", "data"].flatMap { kind in
        blocks(of: kind, in: file)
      }
    }
  }

  private func blocks(of kind: String, in file: String) -> [Block] {
    let types = documents[file]?[kind]?.members ?? [:]
    return types.sorted { $0.key < $1.key }.flatMap { type, blocks in
      (blocks.members ?? [:]).sorted { $0.key < $1.key }.compactMap { name, body in
        body.members.map {
          Block(file: file, kind: kind, type: type, name: name, arguments: $0)
        }
      }
    }
  }

  /// Each provider configuration by the name that blocks give it: `aws`, `aws.us-west-1`.
  var providers: [String: JSONValue] {
    let configurations = documents.values.flatMap { document in
      (document["provider"]?.members ?? [:]).flatMap { name, value in
        (value.elements ?? [value]).map { (name, $0) }
      }
    }
    return Dictionary(
      configurations.map { name, configuration in
        (configuration["alias"]?.text.map { "\(name).\($0)" } ?? name, configuration)
      }
    ) { $1 }
  }

  /// The members of the objects that the files have under `key`, such as `output`.
  func members(_ key: String) -> [String: JSONValue] {
    documents.values.reduce(into: [:]) { all, document in
      all.merge(document[key]?.members ?? [:]) { $1 }
    }
  }

  /// Puts `new` where `pointer` leads in the file that has it, or takes away what is there.
  ///
  /// What no file has is added where a file has its parent; only what is there can be taken away.
  /// Throws ``TerraformFailure`` where the pointer leads nowhere.
  mutating func change(_ pointer: JSONPointer, to new: JSONValue?) throws {
    let steps = pointer.steps[...]
    var file = names.first { documents[$0]?.value(at: steps) != nil }
    if file == nil, new != nil {
      file = names.first { documents[$0]?.value(at: steps.dropLast()) != nil }
    }
    guard let file, let changed = documents[file]?.changed(at: steps, to: new) else {
      throw TerraformFailure("no file of the root has \(pointer)")
    }
    documents[file] = changed
  }

  /// Writes the file `name` into the folder at `path`.
  func write(_ name: String, to path: String) throws {
    guard let document = documents[name] else { return }
    try document.write(to: "\(path)/\(name)")
  }
}

extension JSONValue {
  /// Writes the value as a file, so that a person who looks into a copy can read it.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: URL(filePath: path))
  }
}
