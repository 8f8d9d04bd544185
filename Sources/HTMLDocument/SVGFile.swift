extension HTMLElement {
  /// The drawing as a file of its own in UTF-8, which loads nothing; for `svg` alone.
  ///
  /// Source: SVG 2, "Styling", "The style element"; Extensible Markup Language 1.0, "Well-Formed XML
  /// Documents", 2026-11.
  public func svgFile(style: HTMLStyleSheet) -> String {
    precondition(name == .svg, "<\(name.rawValue)> is no drawing")
    var writer = HTMLWriter()
    writer.begin(name, attributes)
    writer.append("\n<style>\n\(style.text)</style>\n")
    for child in children {
      writer.write(child)
      writer.append("\n")
    }
    writer.end(name)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
