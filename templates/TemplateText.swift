/// The text of a template, read and taken apart.
public struct TemplateText: Sendable {
  private enum Part {
    case text(Substring)
    case place(key: String)
  }

  private let template: String
  private let parts: [Part]

  init(_ source: String, of template: String) {
    self.template = template
    var parts: [Part] = []
    var end = source.startIndex
    for place in source.matches(of: /\{\{(\w+)\}\}/) {
      parts += [.text(source[end..<place.range.lowerBound]), .place(key: String(place.1))]
      end = place.range.upperBound
    }
    self.parts = parts + [.text(source[end...])]
  }

  /// The text with every place filled in, as ``Template/filled(with:)`` does.
  ///
  /// - Throws: ``TemplateFailure`` where a place has no value, or a value has no place.
  public func filled(with values: [String: String]) throws(TemplateFailure) -> String {
    var text = ""
    var used: Set<String> = []
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .place(let key):
        guard let value = values[key] else { throw .missingValue(key, template: template) }
        text += value
        used.insert(key)
      }
    }
    if let unused = values.keys.filter({ !used.contains($0) }).min() {
      throw .unusedValue(unused, template: template)
    }
    return text
  }
}
