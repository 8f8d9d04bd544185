import Foundation
import Testing

/// That nobody adds an element without deciding what every builder says of it.
@Suite struct AdviceCompletenessTests {
  @Test func `the builders take and refuse exactly the elements of the tests' table`() throws {
    let written = try buildExpressions()
    let builders = Set(SampleBlock.allCases.map(\.builder))
    #expect(Set(written.map(\.builder)) == builders)
    for builder in builders.sorted() {
      let right = SampleElement.all.filter { $0.builders.contains(builder) }.map(\.type)
      let wrong = SampleElement.all.filter { !$0.builders.contains(builder) }.map(\.type)
      let own = written.filter { $0.builder == builder }
      #expect(own.filter { !$0.isAdvice }.map(\.type).sorted() == right.sorted(), "\(builder)")
      #expect(
        own.filter(\.isAdvice).map(\.type).sorted() == (wrong + ["Other"]).sorted(), "\(builder)")
    }
  }

  @Test func `each piece of advice is unavailable, and nothing else is`() throws {
    for expression in try buildExpressions() {
      #expect(
        expression.isUnavailable == expression.isAdvice,
        "\(expression.builder) \(expression.type)")
    }
  }
}

/// One `buildExpression` of the sources.
private struct BuildExpression {
  let builder: String
  let type: String
  let isAdvice: Bool
  let isUnavailable: Bool
}

/// Every `buildExpression` of the target, wherever it is written.
private func buildExpressions() throws -> [BuildExpression] {
  let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/CellDescription").standardizedFileURL
    .resolvingSymlinksInPath()
  let files = try #require(
    FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
  var found: [BuildExpression] = []
  for case let file as URL in files where file.pathExtension == "swift" {
    let name = file.deletingPathExtension().lastPathComponent
    let pieces = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "static func buildExpression", omittingEmptySubsequences: false)
    for (before, piece) in zip(pieces, pieces.dropFirst()) {
      let parameter = try #require(
        piece.firstMatch(of: /^(?:<\w+>)?\(\s*_(?: \w+)?: (?<type>[\w<>]+)[,)]/),
        "\(name): \(piece.prefix(80))")
      let attributes = before.split(separator: "///").last ?? ""
      found.append(
        BuildExpression(
          builder: name.replacing("Advice", with: ""), type: String(parameter.output.type),
          isAdvice: name.hasSuffix("Advice"), isUnavailable: attributes.contains("unavailable")))
    }
  }
  return found
}
