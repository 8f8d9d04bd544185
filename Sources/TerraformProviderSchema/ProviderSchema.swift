public import Foundation

/// The part of a provider's schema that somebody asked for.
///
/// `terraform providers schema -json` prints 13.6 MB for hashicorp/aws 5.100: the text is scanned
/// once, and only the wanted types are decoded.
public struct ProviderSchema: Sendable {
  /// The kinds of block that a provider defines types for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `resource`
    case resource
    /// `data`
    case data
    /// `ephemeral`
    case ephemeral
  }

  /// A type of block: `data aws_ssm_parameter`.
  public struct TypeName: Sendable, Hashable, CustomStringConvertible {
    /// Resource, data source or ephemeral resource.
    public let kind: Kind
    /// `aws_ssm_parameter`
    public let name: String

    /// Names a type.
    public init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }

    /// The type as a list of types and a person write it.
    public var description: String { "\(kind.rawValue) \(name)" }
  }

  /// What each wanted type accepts; a type that the provider lacks is absent.
  public let blocks: [TypeName: BlockSchema]
  /// The names of all types that the provider has, wanted or not.
  public let names: [Kind: Set<String>]

  /// Reads the schema of `provider`, such as `hashicorp/aws`, for the `wanted` types.
  ///
  /// Throws where `json` isn't what Terraform prints or has another provider.
  public init(
    json: Data, provider: String, wanted: Set<TypeName>
  ) throws(ProviderSchemaError) {
    let decoder = JSONDecoder()
    decoder.userInfo[.provider] = provider
    decoder.userInfo[.wanted] = wanted
    do {
      self = try decoder.decode(Document.self, from: json).schema
    } catch let error as ProviderSchemaError {
      throw error
    } catch {
      throw .malformed(String(describing: error))
    }
  }

  fileprivate init(blocks: [TypeName: BlockSchema], names: [Kind: Set<String>]) {
    self.blocks = blocks
    self.names = names
  }
}

/// The document's outer levels, read by key so that unwanted types are never decoded.
private struct Document: Decodable {
  let schema: ProviderSchema

  init(from decoder: any Decoder) throws {
    let wanted = decoder.userInfo[.wanted] as? Set<ProviderSchema.TypeName> ?? []
    let source = decoder.userInfo[.provider] as? String ?? ""
    let top = try decoder.container(keyedBy: Name.self)
    let providers = try top.nestedContainer(keyedBy: Name.self, forKey: "provider_schemas")
    guard let key = providers.allKeys.first(where: { $0.stringValue.hasSuffix("/\(source)") })
    else {
      throw ProviderSchemaError.noProvider(
        source, present: providers.allKeys.map(\.stringValue).sorted())
    }
    let provider = try providers.nestedContainer(keyedBy: Name.self, forKey: key)
    var blocks: [ProviderSchema.TypeName: BlockSchema] = [:]
    var names: [ProviderSchema.Kind: Set<String>] = [:]
    for kind in ProviderSchema.Kind.allCases where provider.contains(kind.key) {
      let types = try provider.nestedContainer(keyedBy: Name.self, forKey: kind.key)
      names[kind] = Set(types.allKeys.map(\.stringValue))
      for type in wanted where type.kind == kind {
        let name = Name(stringValue: type.name)
        guard types.contains(name) else { continue }
        blocks[type] = try types.decode(Versioned.self, forKey: name).block
      }
    }
    schema = ProviderSchema(blocks: blocks, names: names)
  }
}

/// A type's entry: its block, and a version that only states care about.
private struct Versioned: Decodable {
  let block: BlockSchema
}

/// A JSON key that is known only when it is read.
private struct Name: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init(stringLiteral: String) { stringValue = stringLiteral }
  init?(intValue: Int) { nil }
}

extension ProviderSchema.Kind {
  fileprivate var key: Name {
    switch self {
    case .resource: "resource_schemas"
    case .data: "data_source_schemas"
    case .ephemeral: "ephemeral_resource_schemas"
    }
  }
}

extension CodingUserInfoKey {
  fileprivate static let provider = key("provider")
  fileprivate static let wanted = key("wanted")

  /// The initializer is failable only in its signature: it never returns nil.
  private static func key(_ name: String) -> CodingUserInfoKey {
    guard let key = CodingUserInfoKey(rawValue: name) else { preconditionFailure(name) }
    return key
  }
}
