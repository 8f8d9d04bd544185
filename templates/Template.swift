import Foundation

/// A text file with places to fill in, kept as a resource so that it reads as what it becomes.
public struct Template: Sendable {
  private let name: String

  /// How an environment is applied by hand: `out/<environment>/README.md`.
  public static let environment = Template(name: "environment.md")

  /// How an environment's page looks: part of `out/<environment>/overview.html`.
  public static let overviewStyle = Template(name: "overview.css")

  /// How a drawing of `cellctl graph` looks.
  public static let graphStyle = Template(name: "graph.css")

  /// The text with every `{{key}}` replaced by its value.
  ///
  /// A value is text of its own: braces in it stay as they are. So do braces with a space behind
  /// them, which are Helm's and GitHub's.
  ///
  /// - Throws: ``TemplateFailure`` where the resource can't be read, a place has no value, or a value
  ///   has no place.
  public func filled(with values: [String: String]) throws(TemplateFailure) -> String {
    try text().filled(with: values)
  }

  /// The template's text, for whoever fills it in more than once.
  ///
  /// - Throws: ``TemplateFailure`` where the resource can't be read.
  public func text() throws(TemplateFailure) -> TemplateText {
    TemplateText(try source(), of: name)
  }

  private func source() throws(TemplateFailure) -> String {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard
      let url = Bundle.module.url(
        forResource: parts[0], withExtension: parts[1], subdirectory: "files")
    else { throw .unreadable(name, "it is not beside the executable") }
    do {
      return try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw .unreadable(name, "\(error)")
    }
  }
}

/// Why a template was not filled in.
public enum TemplateFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The resource is not there or can't be read.
  case unreadable(String, String)
  /// A place in the text that no value fills.
  case missingValue(String, template: String)
  /// A value for which the text has no place.
  case unusedValue(String, template: String)

  /// What is wrong, in a sentence.
  public var description: String {
    switch self {
    case .unreadable(let name, let problem): "the template \(name) can't be read: \(problem)"
    case .missingValue(let key, let name):
      "the template \(name) asks for {{\(key)}}, which is not given"
    case .unusedValue(let key, let name): "the template \(name) has no place for {{\(key)}}"
    }
  }
}
