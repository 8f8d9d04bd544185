extension TerraformSettings {
  /// The settings as `terraform.tf.json` holds them.
  var json: TerraformJSON {
    let pins = TerraformBody(
      requiredProviders.mapValues { provider in
        ["source": .string(provider.source), "version": .string(provider.version)]
      })
    let terraform: TerraformJSON = [
      "backend": [backend.type: .object(backend.body)],
      "required_providers": .object(pins),
      "required_version": .string(requiredVersion),
    ]
    // Terraform refuses `"provider": {}` for the lack of a name.
    guard !providers.isEmpty else { return ["terraform": terraform] }
    let byName = Dictionary(grouping: providers, by: \.name)
    return [
      "provider": .object(TerraformBody(byName.mapValues { .array($0.map(\.json)) })),
      "terraform": terraform,
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
  /// Traps where two blocks have one address, which is refused before this
  /// (``referenceDiagnostics(in:)``).
  var json: TerraformJSON {
    var bodies: [TerraformAddress.Kind: [String: [(String, TerraformJSON)]]] = [:]
    for declaration in declarations {
      let address = declaration.address
      let body = TerraformJSON.object(body(of: declaration))
      bodies[address.kind, default: [:]][address.type, default: []].append((address.name, body))
    }
    var file = TerraformBody()
    for (kind, byType) in bodies {
      let types = byType.mapValues { TerraformJSON.object(.init(uniqueKeysWithValues: $0)) }
      file[kind.rawValue] = .object(TerraformBody(types))
    }
    if !locals.isEmpty {
      let members = locals.map { ($0.name, $0.value) }
      file["locals"] = .object(TerraformBody(uniqueKeysWithValues: members))
    }
    if !outputs.isEmpty {
      let members = outputs.map { output -> (String, TerraformJSON) in
        (output.name, ["description": .string(output.description), "value": output.value])
      }
      file["output"] = .object(TerraformBody(uniqueKeysWithValues: members))
    }
    return .object(file)
  }

  private func body(of declaration: TerraformDeclaration) -> TerraformBody {
    var body = declaration.body
    body.merge(declaration.meta.body) { _, meta in meta }
    body["//"] = .string(comment)
    return body
  }
}
