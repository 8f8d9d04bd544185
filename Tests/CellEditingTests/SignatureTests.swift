import Foundation
import Testing

@testable import CellEditing

/// What the editor knows of the elements is what `CellDescription` declares.
@Suite struct SignatureTests {
  private let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/CellDescription").standardizedFileURL

  @Test func `the labels of every element are those of its longest initializer, in the same order`()
    throws
  {
    var declared: [String: [String]] = [:]
    for file in try files(in: "Elements") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for structure in text.split(separator: "\npublic struct ").dropFirst() {
        let name = String(structure.prefix { $0.isLetter })
        let initializers = structure.split(separator: "public init(").dropFirst()
        declared[name] = initializers.map { labels(of: "init(" + $0) }.max { $0.count < $1.count }
      }
    }
    for signature in ElementSignature.all {
      #expect(declared[signature.name] == signature.labels, "\(signature.name)")
    }
  }

  @Test func `every block takes what its builder takes`() throws {
    let builders = [
      "Fleet": ["Fleet"], "Environment": ["Environment"],
      "Cell": ["Cell", "CellShape", "EachCell"],
      "Cluster": ["EKS"],
    ]
    for (builder, owners) in builders {
      let file = sources.appending(path: "Builders/\(builder)Builder.swift")
      let taken = try String(contentsOf: file, encoding: .utf8)
        .matches(of: /buildExpression\(\s*_(?: \w+)?: (\w+)/).map { String($0.1) }
      #expect(!taken.isEmpty)
      for owner in owners {
        #expect(
          Set(ElementSignature.named(owner)?.elements ?? []) == Set(taken), "\(owner)")
      }
    }
  }

  @Test func `every element that a block takes is known`() {
    let names = ElementSignature.all.map(\.name)
    #expect(Set(names).count == names.count)
    for signature in ElementSignature.all {
      #expect(Set(signature.elements).isSubset(of: names))
      if case .argument(let label, _) = signature.identity {
        #expect(signature.labels.contains(label), "\(signature.name)")
      }
    }
  }

  private func files(in folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: sources.appending(path: folder), includingPropertiesForKeys: nil)
  }

  /// The labels of what a caller writes between the parentheses: no block, and no place.
  private func labels(of initializer: String) -> [String] {
    var parameters = [""]
    var depth = 0
    for character in initializer.drop(while: { $0 != "(" }) {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if depth == 0 { break }
      if character == ",", depth == 1 { parameters.append("") }
      parameters[parameters.count - 1].append(character)
    }
    let labels = parameters.compactMap { parameter in
      parameter.split { "(, \n:".contains($0) }.first.map(String.init)
    }
    return labels.filter { !$0.hasPrefix("@") && !["file", "line", "column"].contains($0) }
  }
}
