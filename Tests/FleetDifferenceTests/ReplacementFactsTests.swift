import Foundation
import Testing

@testable import FleetDifference

/// The table that the provider filled.
@Suite struct ReplacementFactsTests {
  @Test(
    arguments: [
      ("aws_vpc", "cidr_block", ReplacementFacts.Effect.replacement),
      ("aws_vpc", "tags.component", .change), ("aws_vpc", "no_such_argument", .unknown),
      ("aws_eks_cluster", "version", .change), ("aws_eks_cluster", "name", .replacement),
      ("aws_rds_cluster", "storage_encrypted", .replacement), ("aws_nothing", "name", .unknown),
    ] as [(String, String, ReplacementFacts.Effect)])
  func `says what a change of an argument does`(
    type: String, path: String, effect: ReplacementFacts.Effect
  ) {
    #expect(ReplacementFacts.effect(ofChanging: path, in: type) == effect)
  }

  @Test func `knows every type of resource in out`() throws {
    let out = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "out")
    var files: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: out.path) ?? .init()
    where name.hasSuffix(".tf.json") {
      files[name] = Array(try Data(contentsOf: out.appending(path: name)))
    }
    let types = Set(try RecordedFleet(files: files).roots.values.flatMap(\.resources).map(\.type))
    #expect(types.count > 50)
    #expect(types.subtracting(ReplacementFacts.types) == [])
  }
}
