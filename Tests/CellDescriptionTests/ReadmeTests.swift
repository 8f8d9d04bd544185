import Foundation
import Testing

/// What the README shows is what there is.
@Suite struct ReadmeTests {
  private let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `what it quotes from a file stands there, but for comments`() throws {
    let quotes = try blocks().filter { $0[0].wholeMatch(of: /\/\/ [\w\/]+\.swift/) != nil }
    #expect(quotes.count == 2)
    for quote in quotes {
      let file = try text(of: String(quote[0].dropFirst(3)))
      let code = file.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
      #expect(code.contains(quote.dropFirst().joined(separator: "\n")), "\(quote[0])")
    }
  }

  @Test func `the extension that it shows compiles inside an environment`() async throws {
    let example = try #require(try blocks().first { $0[0].hasPrefix("// with `import") })
    let source =
      """
      import CellContract
      import CellDescription
      import CellPrimitives
      import TerraformAWS
      import TerraformDocument
      extension CellShape { static let standard = CellShape { VPC() } }
      public let example = Environment("e", account: "1", domain: "d", home: .usEast1) {
      \(example.joined(separator: "\n"))
      }
      """
    #expect(try await typecheck(source) == [])
    let broken = source.replacing("subnetIDs", with: "subnetIds")
    #expect(try await typecheck(broken).count == 1)
  }

  /// The lines of every block of Swift.
  private func blocks() throws -> [[Substring]] {
    try text(of: "README.md").matches(of: /```swift\n((?s).*?)```/).map {
      $0.1.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }.filter { !$0.isEmpty }
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }
}
