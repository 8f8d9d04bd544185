import HTMLDocument
import Testing

@testable import FleetGraph

/// Every language of drawings, and text that must not break out of its place.
@Suite struct GraphFormatTests {
  private let graph = Graph(
    title: #"A "b" \ c"#,
    layers: [
      [Graph.Node("one/1", .outside, title: "one", lines: [#"say "x";"#])],
      [],
      [
        Graph.Node("two", .part, title: "<two> & #1", group: "frame"),
        Graph.Node("three", .store, title: "three", group: "frame"),
      ],
    ],
    edges: [
      Graph.Edge("one/1", "two", label: "10.0.0.0/16"),
      Graph.Edge("one/1", "two", label: "10.0.0.0/16"),
      Graph.Edge("two", "three", isDashed: true),
    ])

  @Test func `leaves out empty layers and arrows that are there already`() {
    #expect(graph.layers.map(\.count) == [1, 2])
    #expect(graph.edges.count == 2)
  }

  @Test func `writes DOT`() {
    #expect(
      graph.dot == #"""
        digraph {
          label="A \"b\" \\ c"; labelloc=t; rankdir=TB; fontname=sans;
          node [fontname=sans, shape=box]; edge [fontname=sans, fontsize=10];
          "one/1" [label="one\nsay \"x\";", style=dashed];
          subgraph cluster_0 {
            label="frame"; style=dotted;
            "two" [label="<two> & #1"];
            "three" [label="three", shape=cylinder];
          }
          "one/1" -> "two" [label="10.0.0.0/16"];
          "two" -> "three" [style=dashed];
        }
        """#)
  }

  @Test func `writes Mermaid`() {
    #expect(
      graph.mermaid == #"""
        ---
        title: "A \"b\" \\ c"
        ---
        flowchart TB
          n0(["one<br/>say #34;x#34;#59;"])
          subgraph g0 ["frame"]
            n1["#60;two#62; #38; #35;1"]
            n2[("three")]
          end
          n0 -->|"10.0.0.0/16"| n1
          n1 -.-> n2
        """#)
  }

  @Test func `writes SVG with every box, arrow and word`() throws {
    let svg = graph.svg(style: HTMLStyleSheet("text { fill: red }"))
    #expect(svg.hasPrefix("<svg "))
    #expect(svg.hasSuffix("</svg>"))
    #expect(svg.contains("<style>\ntext { fill: red }\n</style>"))
    #expect(svg.contains("&lt;two&gt; &amp; #1"))
    #expect(svg.split(separator: "<rect ").count - 1 == 3)
    #expect(svg.split(separator: "<polygon ").count - 1 == 2)
    #expect(svg.contains("one to &lt;two&gt; &amp; #1: 10.0.0.0/16; &lt;two&gt; &amp; #1 to three"))
  }
}
