import Foundation
import RequestProperties
import TestSupport
import Testing

/// The seeds of the fuzzer go through the same checks in every run of the tests.
@Suite struct SeedTests {
  private static func seeds(of parser: RequestParser) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: URL(filePath: "\(packageFolder)/Fuzzing/corpus/\(parser.rawValue)"),
      includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }

  @Test(arguments: RequestParser.allCases)
  func `every seed keeps the properties of its parser`(parser: RequestParser) throws {
    let seeds = try Self.seeds(of: parser)
    #expect(seeds.count >= 3)
    for seed in seeds {
      let bytes = Array(try Data(contentsOf: seed))
      #expect(throws: Never.self, "\(parser.rawValue)/\(seed.lastPathComponent)") {
        try parser.check(bytes)
      }
    }
  }

  @Test func `every folder of seeds has a parser`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: "\(packageFolder)/Fuzzing/corpus")
    let names = RequestParser.allCases.map(\.rawValue)
    #expect(folders.sorted() == names.sorted())
  }
}
