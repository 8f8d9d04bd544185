import Foundation
import TerraformProviderSchema

extension TerraformRootCopy {
  /// Writes values for what AWS would decide, so that a plan shows what refers to what: a folder
  /// `mocks/<provider>` for each provider configuration, which a test file names as the `source` of
  /// its `mock_provider`.
  ///
  /// A text is its own address, `aws_subnet.public_use1_az1.id`, and an ARN has one in it, with the
  /// region and account of the block's provider: the provider checks an ARN's form. A parameter that
  /// is read has the block's name, or an ARN where that ends so. `decided` gives the values that can't
  /// be so, by type (`aws_eks_cluster`, `data.aws_eks_addon_version`); all else Terraform makes up.
  ///
  /// Source: Terraform 1.11, "Mocks" (`override_resource` in a `*.tfmock.json` file).
  public func addMocks(_ decided: [String: JSONValue]) throws {
    let files = try TerraformRootFiles(folder)
    let blocks = files.blocks
    let schema = try ProviderSchema(
      json: Data(contentsOf: ProviderSchemaFile().url), provider: "hashicorp/aws",
      wanted: Set(blocks.map(\.typeName)))
    for (name, provider) in files.providers {
      let mocks = Dictionary(grouping: blocks.filter { $0.provider == name }, by: \.kind)
        .mapValues { blocks in
          JSONValue.array(
            blocks.map { block in
              let attributes = schema.blocks[block.typeName]?.attributes ?? [:]
              let values = block.mockedValues(attributes, provider: provider)
                .merging(decided[block.collection]?.members ?? [:]) { $1 }
              return ["target": .string(block.address), "values": .object(values)]
            })
        }
      let folder = "\(folder)/mocks/\(name)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try JSONValue.object(
        Dictionary(uniqueKeysWithValues: mocks.map { ("override_\($0.key)", $0.value) })
      ).write(to: "\(folder)/planned.tfmock.json")
    }
  }
}

extension TerraformRootFiles.Block {
  fileprivate var typeName: ProviderSchema.TypeName {
    .init(kind == "data" ? .data : .resource, type)
  }

  /// A value for each text that is not an argument here and that AWS fills in.
  fileprivate func mockedValues(
    _ attributes: [String: AttributeSchema], provider: JSONValue
  ) -> [String: JSONValue] {
    let region = provider["region"]?.text ?? ""
    let account = provider["allowed_account_ids"]?.elements?.first?.text ?? ""
    let arn = JSONValue.string("arn:aws:mock:\(region):\(account):\(address)")
    let texts = attributes.filter {
      $0.value.isComputed && $0.value.type == .string && arguments[$0.key] == nil
    }
    return Dictionary(
      uniqueKeysWithValues: texts.keys.map { attribute in
        switch attribute {
        case "arn": (attribute, arn)
        case "insecure_value": (attribute, name.hasSuffix("_arn") ? arn : .string(name))
        default: (attribute, .string("\(address).\(attribute)"))
        }
      })
  }
}
