import FleetRunbook
import HTMLDocument

/// A chapter of the page, which the table of contents leads to.
struct Chapter {
  let id: HTMLID
  let title: String
  let content: [HTMLNode]

  init(_ id: String, _ title: String, @HTMLBuilder content: () -> [HTMLNode]) {
    self.id = HTMLID(id)
    self.title = title
    self.content = content()
  }

  var element: HTMLElement {
    let heading = HTMLID("\(id.text)-title")
    return HTMLElement(.section, .id(id), HTMLAttribute(.labelledBy, heading.text)) {
      HTMLElement(.heading2, .id(heading)) { title }
      content
    }
  }
}

/// Facts, each with its name: what a table of two columns would be, and a phone can show.
func facts(_ facts: [(name: String, value: Prose)]) -> HTMLElement {
  HTMLElement(.dl) {
    for fact in facts {
      HTMLElement(.div) {
        HTMLElement(.dt) { fact.name }
        HTMLElement(.dd) { fact.value.nodes }
      }
    }
  }
}

/// Commands to copy, each for itself.
func commandBlocks(_ commands: [ShellCommand]) -> [HTMLElement] {
  commands.map { command in HTMLElement(.pre) { HTMLElement(.code) { command.text } } }
}

/// A table with a caption, the first column of which names the row.
///
/// It has a scroller of its own, which the keyboard reaches, so that the page itself never scrolls to
/// the side. Source: WCAG 2.2, success criterion 2.1.1, and its technique for scrollable regions.
struct DataTable {
  let caption: Prose
  let id: HTMLID
  let columns: [String]
  let rows: [[Prose]]

  init(_ id: HTMLID, _ caption: Prose, columns: [String], rows: [[Prose]]) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  var element: HTMLElement {
    HTMLElement(
      .div, .styleClass("scroller"), HTMLAttribute(.role, "region"),
      HTMLAttribute(.labelledBy, id.text), HTMLAttribute(.tabindex, 0)
    ) {
      HTMLElement(.table) {
        HTMLElement(.caption, .id(id)) { caption.nodes }
        HTMLElement(.thead) {
          HTMLElement(.tr) {
            for column in columns { HTMLElement(.th, HTMLAttribute(.scope, "col")) { column } }
          }
        }
        HTMLElement(.tbody) { rows.map(row) }
      }
    }
  }

  private func row(_ cells: [Prose]) -> HTMLElement {
    HTMLElement(.tr) {
      for (number, cell) in cells.enumerated() {
        if number == 0 {
          HTMLElement(.th, HTMLAttribute(.scope, "row")) { cell.nodes }
        } else {
          HTMLElement(.td) { cell.nodes }
        }
      }
    }
  }
}
