import FleetRunbook
import HTMLDocument

/// Something that people do by hand: when, and step by step.
struct RunbookEntry {
  /// One step: words, and what to type.
  struct Step {
    let words: Prose
    let commands: [ShellCommand]

    init(_ words: Prose, _ commands: [ShellCommand] = []) {
      self.words = words
      self.commands = commands
    }
  }

  let id: HTMLID
  let title: String
  /// When it is the right thing to do.
  let occasion: Prose
  let steps: [Step]

  init(_ id: HTMLID, _ title: String, when occasion: Prose, _ steps: [Step]) {
    self.id = id
    self.title = title
    self.occasion = occasion
    self.steps = steps
  }

  var element: HTMLElement {
    HTMLElement(.article, .styleClass("task"), .id(id)) {
      HTMLElement(.heading3) { title }
      HTMLElement(.p, .styleClass("occasion")) { occasion.nodes }
      if steps.count == 1 {
        content(of: steps[0])
      } else {
        HTMLElement(.ol) { steps.map { step in HTMLElement(.li) { content(of: step) } } }
      }
    }
  }

  @HTMLBuilder private func content(of step: Step) -> [HTMLNode] {
    if !step.words.nodes.isEmpty { paragraph(step.words) }
    commandBlocks(step.commands)
  }
}
