extension TerraformSettings {
  /// The settings as `terraform.tf.json` holds them.
  var json: TerraformJSON {
    let pins = requiredProviders.mapValues { provider -> TerraformJSON in
      ["source": .string(provider.source), "version": .string(provider.version)]
    }
    let terraform: TerraformJSON = [
      "backend": [backend.type: .object(backend.body)],
      "required_providers": .object(pins),
      "required_version": .string(requiredVersion),
    ]
    // Terraform refuses `"provider": {}` for the lack of a name.
    guard !providers.isEmpty else { return ["terraform": terraform] }
    let byName = Dictionary(grouping: providers, by: \.name)
    return [
      "provider": .object(byName.mapValues { .array($0.map(\.json)) }), "terraform": terraform,
    ]
  }
}

extension TerraformSettings.ProviderConfiguration {
  fileprivate var json: TerraformJSON {
    var body = body
    body["alias"] = alias.map(TerraformJSON.string)
    return .object(body)
  }
}

extension TerraformComponent {
  /// Nothing to write.
  var isEmpty: Bool { declarations.isEmpty && locals.isEmpty && outputs.isEmpty }

  /// The component as its file holds it.
  ///
  /// Two blocks of one address are refused before this (``referenceDiagnostics(in:)``).
  var json: TerraformJSON {
    var file: TerraformBody = [:]
    for (kind, declarations) in Dictionary(grouping: declarations, by: \.address.kind) {
      let byType = Dictionary(grouping: declarations, by: \.address.type)
      file[kind.rawValue] = .object(byType.mapValues { .object(bodiesByName($0)) })
    }
    if !locals.isEmpty {
      file["locals"] = .object(
        Dictionary(locals.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
    }
    if !outputs.isEmpty {
      let members = outputs.map { output -> (String, TerraformJSON) in
        (output.name, ["description": .string(output.description), "value": output.value])
      }
      file["output"] = .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
    }
    return .object(file)
  }

  private func bodiesByName(_ declarations: [TerraformDeclaration]) -> TerraformBody {
    let members = declarations.map { declaration -> (String, TerraformJSON) in
      var body = declaration.body
      body.merge(declaration.meta.body) { _, meta in meta }
      body["//"] = .string(comment)
      return (declaration.address.name, .object(body))
    }
    return Dictionary(members, uniquingKeysWith: { first, _ in first })
  }
}
