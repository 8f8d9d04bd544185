import Commands
import Foundation
import TerraformDocument
import Testing

/// What the real Terraform makes of our files; its own provider needs no download and no account.
@Suite struct RealTerraformTests {
  /// Texts in which Terraform could see something of its own.
  static let literals = [
    "${x}", "$${x}", "$$${x}", "$$", "$", "${", "%{if true}", "%%{x}", "%", "%{", "$%{x}", "%${x}",
    "100% {of} $ {it}", "\"quoted\" \\ / back\\slash", "a\nb\rc\td", "é 日本 😀", "\u{1}\u{1f}\u{7f}",
    "${\u{301}x}", "{{ .Values.x }}", "\u{2028}", "${aws:username}", "",
  ]

  @Test func `literal text comes out of an apply as it went in, as value, as key and in JSON`()
    async throws
  {
    var part = TerraformComponent("part", of: .global, owner: "global")
    for (index, literal) in Self.literals.enumerated() {
      let data = part.add(
        Resource(Data.self, "text_\(index)") { $0.input = .init(literal) }, at: line(1))
      part.output("text_\(index)", data.output, description: "\(index)", at: line(2))
      let key: Argument<[String: String]> = part.local(
        "key_\(index)", ["object": [literal: .string(literal)]], at: line(3))
      part.output(
        "key_\(index)", key.applying("jsonencode") as Argument<String>, description: "key",
        at: line(4))
    }
    let outputs = try await apply(.sample(.global, [part]))
    for (index, literal) in Self.literals.enumerated() {
      #expect(outputs["text_\(index)"] == literal)
      let encoded = try JSONDecoder().decode(
        [String: [String: String]].self,
        from: Foundation.Data(outputs["key_\(index)", default: ""].utf8))
      #expect(encoded == ["object": [literal: literal]])
    }
  }

  @Test func `templates, templated keys, meta arguments and comments mean what they say`()
    async throws
  {
    var part = TerraformComponent("part", of: .global, owner: "global")
    let issuer = part.add(Resource(Data.self, "issuer") { $0.input = "oidc.example" }, at: line(1))
    let policy: Argument<[String: String]> = part.local(
      "policy",
      [
        "Condition": .templatedObject([
          .init(template: "${terraform_data.issuer.output}:sub", references: [issuer.reference]):
            "${aws:username}"
        ])
      ], at: line(2))
    let meta = MetaArguments(
      dependsOn: [issuer.reference], preventDestroy: true, ignoreChanges: ["input"])
    let kept = part.add(
      Resource(Data.self, "kept", meta: meta) { $0.input = policy.applying("jsonencode") },
      at: line(3))
    part.output("policy", kept.output, description: "policy", at: line(4))
    let signs: Argument<String> = "$\(issuer.output) $$\(issuer.output) %\(issuer.output) ${x}"
    part.output("signs", signs, description: "signs", at: line(5))
    let (ending, beginning): (Argument<String>, Argument<String>) = (
      "\(issuer.output)$", "{x}\(issuer.output)"
    )
    part.output("joined", "\(ending){x}%\(beginning)", description: "joined", at: line(6))

    let outputs = try await apply(.sample(.global, [part]))
    #expect(
      outputs == [
        "policy": #"{"Condition":{"oidc.example:sub":"${aws:username}"}}"#,
        "signs": "$oidc.example $$oidc.example %oidc.example ${x}",
        "joined": "oidc.example${x}%{x}oidc.example",
      ])
  }
}

/// Writes, validates and applies a root in a folder of its own, with a local state.
///
/// - Returns: its outputs, all of them text.
private func apply(_ root: TerraformRoot) async throws -> [String: String] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "terraform-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, contents) in root.files() {
    try Foundation.Data(JSONWriter.text(of: contents)).write(to: folder.appending(path: name))
  }
  func terraform(_ arguments: String...) async throws -> CommandResult {
    let command = Command(
      "terraform", arguments,
      environment: [
        "CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": "/dev/null", "TF_IN_AUTOMATION": "1",
        "TF_CLI_ARGS": nil, "TF_DATA_DIR": nil, "TF_LOG": nil, "TF_WORKSPACE": nil,
      ],
      workingDirectory: folder.path,
      advice: "install Terraform 1.11 or later and put it on PATH")
    let result = try await command.run(timeLimit: .seconds(120))
    try #require(result.status.isSuccess, "\(command): \(result.outputText)\(result.errorText)")
    return result
  }
  _ = try await terraform("init", "-input=false", "-no-color")
  let validation = try await terraform("validate", "-json")
  let verdict = try JSONDecoder().decode(Verdict.self, from: Foundation.Data(validation.output))
  #expect(verdict == Verdict(valid: true, error_count: 0, warning_count: 0))
  _ = try await terraform("apply", "-input=false", "-auto-approve", "-no-color")
  let printed = try await terraform("output", "-json")
  return try JSONDecoder().decode([String: Output].self, from: Foundation.Data(printed.output))
    .mapValues(\.value)
}

/// What `terraform validate -json` says; the names are Terraform's.
private struct Verdict: Decodable, Equatable {
  let valid: Bool
  // swift-format-ignore: AlwaysUseLowerCamelCase
  let error_count: Int
  // swift-format-ignore: AlwaysUseLowerCamelCase
  let warning_count: Int
}

/// One output of `terraform output -json`.
private struct Output: Decodable {
  let value: String
}
