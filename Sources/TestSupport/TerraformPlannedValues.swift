extension TerraformRootCopy {
  /// Adds locals by which assertions see the whole plan, whatever its blocks are called:
  ///
  /// | local | is |
  /// |---|---|
  /// | `planned.<type>.<name>` | every resource: `[for name, key in local.planned.aws_kms_key : …]` |
  /// | `read.<type>.<name>` | every data source |
  /// | `output.<name>` | the value of an output |
  /// | `root` | the provider configurations by name, and the `terraform` block |
  /// | `<name>_differences` | for each of `comparisons`, what is wrong in `<name>_facts` |
  ///
  /// Facts are objects `{ planned = {…}, wanted = {…} }` by name. Each has a text of differences,
  /// empty where there are none, so that an assertion can say them:
  /// `main range is "10.1.0.0/16", not "10.0.0.0/16"; spare is missing: {}`.
  public func addPlannedValues(comparing comparisons: [String]) throws {
    let files = try TerraformRootFiles(folder)
    var locals: [String: JSONValue] = [
      "planned": references(to: files.blocks.filter { $0.kind == "resource" }),
      "read": references(to: files.blocks.filter { $0.kind == "data" }),
      "output": .object(files.members("output").compactMapValues { $0["value"] }),
      "root": [
        "providers": .object(files.providers), "terraform": .object(files.members("terraform")),
      ],
    ]
    for name in comparisons {
      locals["\(name)_differences"] = .string("${\(differences(in: "local.\(name)_facts"))}")
    }
    try JSONValue.object(["locals": .object(locals)]).write(to: "\(folder)/planned.tf.json")
  }

  private func references(to blocks: [TerraformRootFiles.Block]) -> JSONValue {
    .object(
      Dictionary(grouping: blocks, by: \.type).mapValues { blocks in
        .object(
          Dictionary(uniqueKeysWithValues: blocks.map { ($0.name, .string("${\($0.address)}")) }))
      })
  }

  /// An expression: for each fact, its differences as one text.
  ///
  /// Values are compared as JSON, so that a list equals a set or tuple of the same elements.
  private func differences(in facts: String) -> String {
    """
    { for fact, it in {
      for fact, it in \(facts) : fact => {
        planned = \(texts(of: "it.planned"))
        wanted  = \(texts(of: "it.wanted"))
      }
    } : fact => join("; ", concat(
      [
        for name, text in it.planned : contains(keys(it.wanted), name)
          ? "${name} is ${text}, not ${it.wanted[name]}"
          : "${name} is not wanted: ${text}"
        if text != try(it.wanted[name], null)
      ],
      [
        for name, text in it.wanted : "${name} is missing: ${text}"
        if !contains(keys(it.planned), name)
      ],
    )) }
    """
  }

  /// An expression: the JSON of each value, of an object's parts where a value is one.
  private func texts(of values: String) -> String {
    """
    merge(
      merge([
        for name, value in \(values) : {
          for part, value in value : "${name} ${part}" => jsonencode(value)
        } if try(length(keys(value)), 0) > 0
      ]...),
      {
        for name, value in \(values) : name => jsonencode(value)
        if try(length(keys(value)), 0) == 0
      }
    )
    """
  }
}
