import SourceLocations
import Testing

@testable import TerraformDocument

struct DeclarationTests {
  @Test func `accepts identifiers and the configurations that the root has`() {
    for name in ["main", "_1", "Use1-az1"] { #expect(diagnostics(name) == "") }
    #expect(diagnostics("main", MetaArguments(provider: "us-west-1")) == "")
  }

  @Test(arguments: [
    ("1st", "_1st"), ("a b", "a_b"), ("", "_"), ("é", "_"), ("a.b", "a_b"), ("-a", "_a"),
  ])
  func `refuses a name that is no identifier, and offers one`(name: String, fix: String) {
    #expect(
      diagnostics(name) == """
        cells/Fleet.swift:7:3: error: "\(name)" can't be the name of a block of type \
        terraform_data in production/terraform/global; a name is letters, digits, `_` and `-`, \
        and begins with a letter or `_` [invalid-name]
          fix: write "\(fix)"
        """)
    #expect(diagnostics(fix) == "")
  }

  @Test func `refuses a configuration that the root does not have, with the nearest it has`() {
    #expect(
      diagnostics("main", MetaArguments(provider: "us-west-2")) == """
        cells/Fleet.swift:7:3: error: terraform_data.main asks for the provider configuration \
        "us-west-2", which production/terraform/global does not have [unknown-provider]
          fix: write `provider: "us-west-1"`, or leave out `provider:`
        """)
    #expect(
      diagnostics("main", MetaArguments(provider: "nowhere")) == """
        cells/Fleet.swift:7:3: error: terraform_data.main asks for the provider configuration \
        "nowhere", which production/terraform/global does not have [unknown-provider]
          fix: write `provider: "us-west-1"`, or leave out `provider:`
        """)
    #expect(
      diagnostics("main", MetaArguments(provider: "x"), aliases: ["eu-west-1", "ap-east-1"]) == """
        cells/Fleet.swift:7:3: error: terraform_data.main asks for the provider configuration \
        "x", which production/terraform/global does not have [unknown-provider]
          fix: write one of ap-east-1, eu-west-1, or leave `provider:` out
        """)
    #expect(
      diagnostics("main", MetaArguments(provider: "us-west-1"), aliases: []) == """
        cells/Fleet.swift:7:3: error: terraform_data.main asks for the provider configuration \
        "us-west-1", which production/terraform/global does not have [unknown-provider]
          fix: leave out `provider:`, for production/terraform/global has one configuration only
        """)
  }

  @Test func `refuses a number that JSON can't hold, however deep`() {
    for value: TerraformJSON in [
      .number(.nan), .array([1, .number(.infinity)]), ["a": ["b": .number(.nan)]],
      .templatedObject([TerraformExpression(template: "${a}"): .number(.nan)]),
    ] {
      #expect(
        diagnostics("main", input: value) == """
          cells/Fleet.swift:7:3: error: input of terraform_data.main in \
          production/terraform/global holds a number that is not finite [invalid-number]
            fix: write a finite number
          """)
    }
    #expect(diagnostics("main", input: .number(1.5)) == "")
  }

  private func diagnostics(
    _ name: String, _ meta: MetaArguments = MetaArguments(), input: TerraformJSON = "x",
    aliases: [String] = ["us-west-1"]
  ) -> String {
    var component = TerraformComponent("parts", of: .global, owner: "global")
    component.add(
      Resource(Data.self, name, meta: meta) { $0.body["input"] = input }, at: line(7))
    let providers =
      [TerraformSettings.ProviderConfiguration("aws", body: [:])]
      + aliases.map { .init("aws", alias: $0, body: [:]) }
    let root = TerraformRoot(
      .global,
      settings: TerraformSettings(
        requiredVersion: "~> 1.11", requiredProviders: [:], backend: .init("local", body: [:]),
        providers: providers),
      components: [component], at: line(1))
    return declarationDiagnostics(in: [root])
      .map { $0.text(relativeTo: "/home/me") }.joined(separator: "\n")
  }
}
