import Testing

/// The page that people read.
@Suite struct DocumentTests {
  private let place = OutPlace(environment: "production", folder: "terraform/global")

  private func page(_ chapters: CoverageChapter...) -> String {
    let root = OutRoot(
      path: place.path, value: ["resource": ["aws_vpc": ["main": [:]]]],
      files: ["aws_vpc.main": "network.tf.json"])
    return CoverageDocument(
      chapters: chapters, corrections: [], tree: OutTree(roots: [place.path: root])
    ).text
  }

  @Test func `a link leads to the chapter, also where a section before it has its name`() {
    let row = CoverageRow("a", notInfrastructure: "b")
    let page = page(
      CoverageChapter(
        title: "Parts: these, those",
        sections: [
          CoverageSection("Security") { row }, CoverageSection("Left out"),
        ]),
      CoverageChapter(title: "Security", sections: []))
    #expect(
      page.contains(
        """
        - [Parts: these, those](#parts-these-those), 1 rows
        - [Security](#security-1), 0 rows
        - [Corrections](#corrections), 0 rows

        ## Parts: these, those

        ### Security

        """))
    #expect(!page.contains("Left out"))
  }

  @Test(
    arguments: [
      ("a\nb\n", "a\nb\n", nil), ("a\nc\n", "a\nb\n", "2 has “b” and not “c”"),
      ("a\n", "a", "2 has its end and not “”"), ("a", "a\n", "2 has “” and not its end"),
      ("a\r\n", "a\n", "1 has “a” and not “a\r\n”"),
    ])
  func `of two texts the first line that differs is told`(
    _ text: String, _ committed: String, _ difference: String?
  ) {
    #expect(firstDifference(of: text, from: committed) == difference)
  }

  @Test func `a row says where it is and what holds there, and a part is called so`() {
    let page = page(
      CoverageChapter(
        title: "Chapter",
        sections: [
          CoverageSection("Quoted") {
            CoverageRow(
              "less <1s | more", "because",
              .in(
                place, "aws_vpc.main",
                ["name": "a|b", "list": .includes(1), "list": .count(2), "no": .absent]),
              .in(place, "aws_subnet", ["": .absent]))
            CoverageRow("later", notBuiltYet: "the services")
          },
          CoverageSection("Open") { CoverageRow(part: "a part", .in(place, "aws_vpc.main")) },
        ]))
    #expect(
      page.contains(
        #"""
        ### Quoted

        | the overview says | where | what it is |
        |---|---|---|
        | less &lt;1s \| more<br>*because* | `terraform/global/network.tf.json`<br>`aws_vpc.main` | `name` = `a\|b`<br>`list` has `1`<br>`list` has 2<br>no `no` |
        |  | `terraform/global`<br>`aws_subnet` | none |
        | later | not built yet: the services | |

        ### Open

        | part | where | what it is |
        |---|---|---|
        | a part | `terraform/global/network.tf.json`<br>`aws_vpc.main` |  |
        """#))
  }
}
