import Testing

/// What a row says that does not hold.
@Suite struct FailureTests {
  private let place = OutPlace(
    environment: "sample", folder: "terraform/cells/cell-a", cell: "cell-a", region: "us-west-1")
  private let tree = OutTree(roots: [
    "sample/terraform/cells/cell-a": OutRoot(
      path: "sample/terraform/cells/cell-a",
      value: [
        "resource": [
          "aws_vpc": [
            "main": ["cidr_block": "10.0.0.0/16", "zones": ["a", "b"], "name": "x-cell-a"]
          ]
        ]
      ], files: ["aws_vpc.main": "network.tf.json"])
  ])

  private func messages(
    _ address: String, _ arguments: KeyValuePairs<ArgumentPath, Expectation>
  ) -> [String] {
    let row = CoverageRow("VPC: 10.1.0.0/16", nil, .in(place, address, arguments))
    return failures(of: [row], in: tree).map(\.description)
  }

  @Test func `says nothing where everything holds`() {
    #expect(
      messages(
        "aws_vpc.main",
        [
          "cidr_block": "10.0.0.0/16", "zones": ["a", "b"], "zones": .includes("b"),
          "zones": .count(2), "name": "x-<cell>", "tags": .absent, "zones[0]": .present,
        ]) == [])
    #expect(messages("aws_subnet", ["": .absent]) == [])
    #expect(messages("aws_subnet.a", ["route": .absent]) == [])
  }

  @Test(
    arguments: [
      ("cidr_block", "10.1.0.0/16", "cidr_block is 10.0.0.0/16\n  fix: make it 10.1.0.0/16"),
      ("name", "y-<cell>", "name is x-cell-a\n  fix: make it y-cell-a"),
      ("tags", "x", "tags is not there\n  fix: make it x"),
      ("zones", .includes("c"), "zones is [\"a\", \"b\"]\n  fix: let c be among them"),
      ("zones", .count(3), "zones has 2\n  fix: let there be 3"),
      ("zones", .absent, "zones is [\"a\", \"b\"]\n  fix: take it away"),
      ("zones[2]", .present, "zones[2] is not there\n  fix: set it"),
    ] as [(ArgumentPath, Expectation, String)])
  func `says where, what it is, and what to do`(
    _ path: ArgumentPath, _ expectation: Expectation, _ problem: String
  ) {
    #expect(
      messages("aws_vpc.main", [path: expectation]) == [
        "out/sample/terraform/cells/cell-a/network.tf.json: aws_vpc.main: \(problem); "
          + "the overview says “VPC: 10.1.0.0/16”"
      ])
  }

  @Test func `says once that a whole block is missing`() {
    #expect(
      messages("aws_subnet.a", ["cidr_block": "10.0.1.0/24", "zone": "a"]) == [
        """
        out/sample/terraform/cells/cell-a: aws_subnet.a is not there
          fix: bring it back; the overview says “VPC: 10.1.0.0/16”
        """
      ])
  }

  @Test func `says once what two rows ask for`() {
    let rows = ["one", "two"].map { CoverageRow(.text($0), nil, .in(place, "aws_subnet.a")) }
    #expect(
      failures(of: rows, in: tree).map(\.description) == [
        """
        out/sample/terraform/cells/cell-a: aws_subnet.a is not there
          fix: bring it back; the overview says “one”
        """
      ])
  }
}
