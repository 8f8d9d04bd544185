/// A row or figure of the overview, and where it is fulfilled.
struct CoverageRow: Sendable {
  enum Answer: Sendable {
    /// Every claim holds in `out/`, and tests of these names show what services do.
    case built([CoverageClaim], shownBy: [String])
    /// What is still missing.
    case notBuiltYet(String)
    /// Why no file under `out/` can say it.
    case notInfrastructure(String)
  }

  /// What the overview says, word for word; nothing where the part is one that it leaves open.
  let quotes: [Quote]
  /// What the row is called in the table.
  let title: String
  let answer: Answer
  /// What is built in place of what the overview says, and why; or what a reader must know.
  let remark: String?

  /// What the overview says and `out/` has, or services do.
  init(
    _ quote: Quote, also quotes: [Quote] = [], _ remark: String? = nil, _ claims: CoverageClaim...,
    shownBy tests: String...
  ) {
    self.init(quotes: [quote] + quotes, answer: .built(claims, shownBy: tests), remark: remark)
  }

  /// A part that the overview leaves open and that what it says can't do without.
  init(part title: String, _ claims: CoverageClaim...) {
    quotes = []
    self.title = title
    answer = .built(claims, shownBy: [])
    remark = nil
  }

  init(_ quote: Quote, also quotes: [Quote] = [], notBuiltYet missing: String) {
    self.init(quotes: [quote] + quotes, answer: .notBuiltYet(missing), remark: nil)
  }

  init(_ quote: Quote, also quotes: [Quote] = [], notInfrastructure reason: String) {
    self.init(quotes: [quote] + quotes, answer: .notInfrastructure(reason), remark: nil)
  }

  private init(quotes: [Quote], answer: Answer, remark: String?) {
    self.quotes = quotes
    title = quotes.map(\.title).filter { $0.contains(where: \.isLetter) }.joined(separator: " · ")
    self.answer = answer
    self.remark = remark
  }

  /// Why its claims have to hold.
  var reason: String {
    quotes.isEmpty ? "it is part of “\(title)”" : "the overview says “\(title)”"
  }

  /// What has to hold in `out/`.
  var claims: [CoverageClaim] {
    switch answer {
    case .built(let claims, _): claims
    case .notBuiltYet, .notInfrastructure: []
    }
  }

  /// The names of the tests that show it.
  var tests: [String] {
    switch answer {
    case .built(_, let tests): tests
    case .notBuiltYet, .notInfrastructure: []
    }
  }
}

/// What follows one heading of the overview.
struct CoverageSection: Sendable {
  let heading: String
  let rows: [CoverageRow]

  init(heading: String, rows: [CoverageRow]) {
    self.heading = heading
    self.rows = rows
  }

  init(_ heading: String, @CoverageRows _ rows: () -> [CoverageRow] = { [] }) {
    self.init(heading: heading, rows: rows())
  }
}

/// Rows one after the other, each checked by the compiler for itself.
@resultBuilder enum CoverageRows {
  static func buildBlock(_ rows: CoverageRow...) -> [CoverageRow] { rows }
}

/// A chapter of the table: a file here, a heading there.
struct CoverageChapter: Sendable {
  let title: String
  let sections: [CoverageSection]

  var rows: [CoverageRow] { sections.flatMap(\.rows) }
}
