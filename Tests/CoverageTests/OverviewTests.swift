import Testing

/// How completeness is judged.
@Suite struct OverviewTests {
  private let overview = Overview(
    text: """
      Title
      Network
      - VPC: 10.0.0.0/16 in 3 AZs
      | Name | Size |
      |---|---|
      | NAT | 2 |
      Alarms
      > 80% for 5m
      style A fill:#0d6efd
      """)

  private func omissions(network: [CoverageRow], alarms: [CoverageRow]) -> [String] {
    overview.omissions(in: [
      CoverageChapter(
        title: "sample",
        sections: [
          CoverageSection("Title"), CoverageSection(heading: "Network", rows: network),
          CoverageSection(heading: "Alarms", rows: alarms),
        ])
    ])
  }

  private func row(_ quotes: Quote...) -> CoverageRow {
    CoverageRow(quotes[0], also: Array(quotes.dropFirst()), notInfrastructure: "a sample")
  }

  @Test func `accepts rows that quote every line and every figure`() {
    #expect(
      omissions(
        network: [row("VPC: 10.0.0.0/16 in 3 AZs"), row("| NAT | 2 |")],
        alarms: [row("> 80% for 5m\nstyle A")]) == [])
    #expect(
      omissions(
        network: [row(.lines("- VPC: 10.0.0.0/16 in 3 AZs", through: "| NAT | 2 |"))],
        alarms: [row("> 80% for 5m", "fill")]) == [])
  }

  @Test func `misses a line of which no row speaks, and a figure beside the quote`() {
    #expect(
      omissions(network: [row("VPC: 10.0.0.0/16")], alarms: [row("80%"), row("style")]) == [
        "no row speaks of 3 in line 3: - VPC: 10.0.0.0/16 in 3 AZs",
        "no row speaks of line 6: | NAT | 2 |",
        "no row speaks of 5m in line 8: > 80% for 5m",
      ])
  }

  @Test func `finds quotes that are not there, or under another heading`() {
    #expect(
      omissions(
        network: [row("VPC: 10.0.0.0/16 in 3 AZs", "| NAT | 2 |", "80%")],
        alarms: [row("> 80% for 5m\nstyle A", "90%")]) == [
          "“80%” does not stand under “Network”", "“90%” does not stand under “Alarms”",
        ])
  }

  @Test func `wants the headings in their order`() {
    #expect(
      overview.omissions(in: [
        CoverageChapter(
          title: "sample", sections: [CoverageSection("Alarms"), CoverageSection("Network")])
      ]) == ["no heading “Network” after line 7"])
  }
}
