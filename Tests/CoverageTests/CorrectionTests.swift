import Foundation
import Testing

/// Where the overview is corrected, and where services do what it says, tests say so.
@Suite struct CorrectionTests {
  @Test func `every test that a correction names is there`() throws {
    let named = Correction.all.flatMap(\.tests)
    #expect(named.count >= Correction.all.count)
    #expect(try Set(named).subtracting(Self.testNames()).sorted() == [])
  }

  @Test func `every test that a row names is there`() throws {
    let named = Coverage.rows.flatMap(\.tests)
    #expect(!named.isEmpty)
    #expect(try Set(named).subtracting(Self.testNames()).sorted() == [])
  }

  @Test func `every correction names a test, and says what, how and why`() {
    for correction in Correction.all {
      #expect(!correction.tests.isEmpty, "\(correction.says)")
      for text in [correction.says, correction.built, correction.why] { #expect(!text.isEmpty) }
    }
    #expect(Set(Correction.all.map(\.says)).count == Correction.all.count)
  }

  /// The names of all tests of this package, as they are written.
  private static func testNames() throws -> Set<String> {
    let folder = package.appending(path: "Tests")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    return try Set(
      files.flatMap { path in
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
          .matches(of: /func `([^`]+)`/).map { String($0.1) }
      })
  }
}
