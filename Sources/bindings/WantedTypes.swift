import TerraformProviderSchema

/// The list of types that accessors are generated for, with the provider that they come from.
///
/// ```
/// # a comment
/// provider hashicorp/aws 5.100.0
/// resource aws_vpc
/// data aws_ssm_parameter
/// ```
struct WantedTypes: Equatable {
  /// A line of the list.
  struct Entry: Equatable {
    let type: ProviderSchema.TypeName
    /// Counted from 1.
    let line: Int
  }

  /// Where the list stands, for messages.
  let file: String
  /// `hashicorp/aws`
  let provider: String
  /// The version that the committed files were generated from; the schema doesn't say it.
  let version: String
  /// In the order of the list.
  let entries: [Entry]

  init(parsing text: String, file: String) throws(BindingsError) {
    var provider: (source: String, version: String)?
    var entries: [Entry] = []
    for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let words = content.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let first = words.first else { continue }
      func malformed(_ problem: String) -> BindingsError {
        .malformedList(file: file, line: index + 1, problem: problem)
      }
      if first == "provider" {
        guard words.count == 3, provider == nil else {
          throw malformed("write one line `provider <source> <version>`")
        }
        provider = (words[1], words[2])
        continue
      }
      guard let kind = ProviderSchema.Kind(rawValue: first), words.count == 2 else {
        throw malformed("“\(words.joined(separator: " "))” is no `resource|data|ephemeral <type>`")
      }
      let type = ProviderSchema.TypeName(kind, words[1])
      if let earlier = entries.first(where: { $0.type == type }) {
        throw malformed("\(type) stands in line \(earlier.line) already; remove one of them")
      }
      entries.append(Entry(type: type, line: index + 1))
    }
    guard let provider else {
      throw .malformedList(
        file: file, line: 1, problem: "name the provider: `provider hashicorp/aws 5.100.0`")
    }
    self.file = file
    self.provider = provider.source
    self.version = provider.version
    self.entries = entries
  }
}
