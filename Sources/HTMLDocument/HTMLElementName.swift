/// The elements that our pages are made of; what is not here can't be written.
///
/// Source: HTML Living Standard, "The elements of HTML"; SVG 2, "Element Index", 2026-11.
public enum HTMLElementName: String, Sendable, Hashable, CaseIterable {
  // Document
  case html, title
  // Landmarks and sections
  case header, nav, main, section, article, footer
  case heading1 = "h1"
  case heading2 = "h2"
  case heading3 = "h3"
  case heading4 = "h4"
  // Blocks
  case p, ul, ol, li, dl, dt, dd, div, pre, figure, figcaption
  // Tables
  case table, caption, thead, tbody, tr, th, td
  // Text
  case a, code, strong, br
  // Drawings
  case svg, g, path, rect, polygon, text, desc

  /// Whether it has neither content nor an end tag.
  var isVoid: Bool { self == .br }

  /// Whether line breaks around its children mean nothing, so that each child gets a line of its own.
  var isContainer: Bool {
    switch self {
    case .html, .header, .nav, .main, .section, .article, .footer, .ul, .ol, .dl, .div, .figure,
      .table, .thead, .tbody, .tr, .svg, .g:
      true
    case .title, .heading1, .heading2, .heading3, .heading4, .p, .li, .dt, .dd, .pre, .figcaption,
      .caption, .th, .td, .a, .code, .strong, .br, .path, .rect, .polygon, .text, .desc:
      false
    }
  }
}
