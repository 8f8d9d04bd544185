import CellDescription
import Cells
import GeneratedFiles
import Testing

/// The page beside the guide: it leads to files that are there, and tells nothing else.
@Suite struct OverviewTests {
  private let environments = ["production", "staging", "development"]

  @Test func `every link out of the page leads to a file of the environment`() throws {
    let texts = try tree(of: Cells.fleet).texts
    for environment in environments {
      let page = try #require(texts["\(environment)/overview.html"])
      let links = Set(page.matches(of: /href="\.\/([^"]*)"/).map { String($0.1) })
      #expect(links.contains("README.md"))
      #expect(links.contains { $0.hasPrefix("helm/values-") })
      #expect(links.sorted().filter { texts["\(environment)/\($0)"] == nil } == [])
    }
  }

  /// Whoever reads one must not do something else than whoever reads the other.
  @Test func `what the guide tells people to type stands on the page, too`() throws {
    let texts = try tree(of: Cells.fleet).texts
    for environment in environments {
      let guide = try #require(texts["\(environment)/README.md"])
      let page = try #require(texts["\(environment)/overview.html"]).decoded
      let commands = guide.matches(of: /```sh\n([^`]*)\n```/).flatMap { self.commands(in: $0.1) }
      #expect(commands.count > 3)
      #expect(commands.filter { !page.contains($0) && !isOfTheFirstTime($0) } == [])
    }
  }

  @Test func `roots are applied in the guide's order`() throws {
    let texts = try tree(of: Cells.fleet).texts
    for environment in environments {
      let guide = try #require(texts["\(environment)/README.md"])
      let page = try #require(texts["\(environment)/overview.html"])
      let roots = guide.matches(of: /(?m)^\d+\. `(terraform\/\S+)`$/).map { String($0.1) }
      let applied = page.matches(of: /terraform -chdir=(\S+) apply/).map { String($0.1) }
      let destroyed = page.matches(of: /terraform -chdir=(\S+) destroy/).map { String($0.1) }
      #expect(applied == roots)
      #expect(destroyed == roots.reversed())
    }
  }

  /// Commands of a block, in which a line that ends in a backslash or a bar goes on.
  private func commands(in block: Substring) -> [String] {
    var commands: [String] = []
    var isOpen = false
    for line in block.split(separator: "\n") {
      if isOpen { commands[commands.count - 1] += "\n\(line)" } else { commands.append("\(line)") }
      isOpen = line.hasSuffix("\\") || line.hasSuffix("|")
    }
    return commands
  }

  /// What the guide alone tells, because it is done once in an environment's life, and the machines'
  /// commands, which the page has with names filled in.
  private func isOfTheFirstTime(_ command: String) -> Bool {
    [
      "cd terraform/backend-setup", "echo '{\"terraform\"", "terraform init",
      "rm bootstrap_override",
      "terraform import aws_iam_service_linked_role.spot",
      "aws eks list-nodegroups --region <region>",
      "aws secretsmanager get-secret-value", "psql 'host=HOST",
    ].contains { command.hasPrefix($0) }
  }
}

extension String {
  /// The page's text with references read.
  fileprivate var decoded: String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(self) { text, pair in
      text.replacing(pair.0, with: pair.1)
    }
  }
}
