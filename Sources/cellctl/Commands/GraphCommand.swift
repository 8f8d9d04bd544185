import ArgumentParser
import CellModel
import FleetGraph
import HTMLDocument
import Templates

/// `cellctl graph <what>`
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw the fleet, an environment's roots or a cell's network.",
    discussion: [
      "fleet shows environments, their cells and what these share; roots the Terraform roots in the "
        + "order of application, with how many values each reads of another; network a cell's "
        + "subnets and where their route tables lead. Graphviz draws DOT, GitHub and GitLab draw "
        + "Mermaid inside Markdown, a browser shows SVG.",
      "",
      "EXAMPLES",
      "  cellctl graph fleet --as svg >fleet.svg",
      "  cellctl graph roots --environment production --as mermaid",
      "  cellctl graph network --cell cell-use1-01 | dot -Tpdf >net.pdf",
    ].joined(separator: "\n"))

  @Argument(help: "What to draw: fleet, roots or network.")
  var subject: GraphSubject

  @Option(
    help: ArgumentHelp(
      "Only this environment; roots need one where there are several.", valueName: "name"),
    completion: .environments)
  var environment: String?

  @Option(
    help: ArgumentHelp("The cell whose network is drawn.", valueName: "name"), completion: .cells)
  var cell: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The language of the drawing.", valueName: "language"))
  var language = GraphLanguage.dot

  @OptionGroup var options: FleetOptions

  func validate() throws {
    switch subject {
    case .network where cell == nil:
      throw ValidationError("a network is a cell's; write --cell <name>")
    case .fleet, .roots:
      if cell != nil {
        throw ValidationError("--cell is for a network; write --environment, or leave it out")
      }
    case .network: break
    }
  }

  func run() throws {
    try options.printing { fleet, _ in
      let graph = try graph(in: fleet)
      return Outcome(
        text: try language.text(of: graph), report: Report(graph: GraphReport(graph)))
    }
  }
}

/// What a graph shows.
enum GraphSubject: String, ExpressibleByArgument, CaseIterable {
  case fleet
  case roots
  case network
}

/// What a drawing is written in.
enum GraphLanguage: String, ExpressibleByArgument, CaseIterable {
  case dot
  case mermaid
  case svg

  /// The drawing without a line feed at its end.
  func text(of graph: Graph) throws -> String {
    switch self {
    case .dot: graph.dot
    case .mermaid: graph.mermaid
    case .svg: graph.svg(style: HTMLStyleSheet(try Template.graphStyle.filled(with: [:])))
    }
  }
}
