/// `docs/coverage.md`: the rows as tables.
struct CoverageDocument {
  let chapters: [CoverageChapter]
  let corrections: [Correction]
  /// Where the files of the blocks are looked up.
  let tree: OutTree

  var text: String {
    let parts = [head, contents] + chapters.map(chapter) + [table(of: corrections)]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    let rows = chapters.flatMap(\.rows)
    func count(_ kind: (CoverageRow.Answer) -> Bool) -> Int { rows.count { kind($0.answer) } }
    let built = count { if case .built = $0 { true } else { false } }
    let missing = count { if case .notBuiltYet = $0 { true } else { false } }
    let others = rows.count - built - missing
    let values = rows.flatMap(\.claims).reduce(0) { $0 + $1.places.count * $1.arguments.count }
    return """
      # Coverage

      Every row and figure of the [overview](overview.txt), and where `out/` or a service fulfils it.

      \(rows.count) rows: \(built) are built, \(missing) \(missing == 1 ? "waits" : "wait") for \
      images or the chart, \
      \(others) are no infrastructure.
      \(values) values are asserted.

      How to read a row:

      - On the left stands what the overview says, or a part that it leaves open. In italics stands what
        is built in place of that, and why, or what a reader must know.
      - In the middle stand a file and an address in it. Files are in `out/production`, or in
        `out` where they name another environment. `cells/*` is both cells; `<cell>`, `<region>`,
        `<region_name>` and `<zone>` are those of each. An address without a name, such as
        `aws_subnet`, is all blocks of the type.
      - On the right stand arguments of that block. `rule[name=rate-limit].action` is the argument of
        the one element that has this name, `[0]` the first element. A path goes on through
        `jsonencode` into the document that stands in `locals`, so that a policy is read like a block.
      - Where services do what the overview says, the row names tests that show it.

      This page is what `Tests/CoverageTests` holds, which also checks that every line and every figure
      of the overview is in a row, that every block of production is, and that each assertion fails when
      what it asserts is taken away. After a wanted change: `RECORD_GOLDENS=1 swift test --filter
      CoverageTests`, a look at the difference, and a commit.
      """
  }

  private func chapter(_ chapter: CoverageChapter) -> String {
    (["## \(chapter.title)"] + chapter.filledSections.map(section)).joined(separator: "\n\n")
  }

  private func section(_ section: CoverageSection) -> String {
    let isOpen = section.rows.allSatisfy(\.quotes.isEmpty)
    let head = [
      "| \(isOpen ? "part" : "the overview says") | where | what it is |", "|---|---|---|",
    ]
    return (["### \(section.heading)", ""] + head + section.rows.flatMap(lines))
      .joined(separator: "\n")
  }

  /// A line for each claim, the first with what the overview says.
  private func lines(of row: CoverageRow) -> [String] {
    let first = cell(row.title) + (row.remark.map { "<br>*\(cell($0))*" } ?? "")
    switch row.answer {
    case .notBuiltYet(let missing): return ["| \(first) | not built yet: \(cell(missing)) | |"]
    case .notInfrastructure(let reason):
      return ["| \(first) | not infrastructure: \(cell(reason)) | |"]
    case .built(let claims, let tests):
      var cells = claims.map { claim in
        (place(of: claim), claim.arguments.map(text).joined(separator: "<br>"))
      }
      if !tests.isEmpty { cells.append(("tests", quoted(tests))) }
      return zip(cells.indices, cells).map { index, cell in
        "| \(index == 0 ? first : "") | \(cell.0) | \(cell.1) |"
      }
    }
  }

  private func place(of claim: CoverageClaim) -> String {
    let files = claim.places.map { place in
      tree.roots[place.path]?.file(of: place.fill(claim.address)) ?? place.path
    }
    var paths = Set(files)
    if paths.count > 1 {
      paths = Set(
        zip(files, claim.places).map { file, place in
          file.replacing("cells/\(place.cell)", with: "cells/*")
            .replacing("values-\(place.cell)", with: "values-*")
        })
    }
    let names = paths.sorted().map {
      code($0.hasPrefix("production/") ? String($0.dropFirst("production/".count)) : $0)
    }
    return (names + [code(claim.address)]).joined(separator: "<br>")
  }

  private func text(_ argument: CoverageClaim.Argument) -> String {
    let path = argument.path.description
    let name = path.isEmpty ? "" : "\(code(path)) "
    return switch argument.expectation {
    case .equals(let value): "\(name)= \(code(value.description))"
    case .includes(let value): "\(name)has \(code(value.description))"
    case .count(let number): path.isEmpty ? "\(number) of them" : "\(name)has \(number)"
    case .present: "\(name)is set"
    case .absent: path.isEmpty ? "none" : "no \(code(path))"
    }
  }

  private func table(of corrections: [Correction]) -> String {
    let rows = corrections.map { correction in
      return
        "| \(cell(correction.says)) | \(cell(correction.built)) | \(cell(correction.why)) | "
        + "\(quoted(correction.tests)) |"
    }
    return
      (["## Corrections", "", "Where the overview is corrected, and the tests that say so.", ""]
      + ["| the overview says | built | why | tests |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  private func quoted(_ tests: [String]) -> String {
    tests.map { "“\(cell($0))”" }.joined(separator: "<br>")
  }

  /// Text that ends no cell of a table.
  private func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("&lt;br>", with: "<br>")
  }

  private func code(_ text: String) -> String {
    "`\(text.replacing("|", with: "\\|").replacing("\n", with: "\\n"))`"
  }
}
