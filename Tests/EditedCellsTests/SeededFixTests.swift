import Foundation
import SourceLocations
import TestSupport
import Testing

/// A fix that is wrong is found: each of these is the right one, spoilt.
@Suite struct SeededFixTests {
  private static let original = Mistake.all.first { $0.name == "threeZonesInCalifornia" }

  /// Ways to spoil a fix, by the name under which the mistake is compiled with it.
  private static let spoilt: [String: @Sendable (SourceEdit) -> SourceEdit] = [
    "right": { $0 },
    "useless": { SourceEdit($0.kind, $0.code.replacing("2", with: "3"), at: $0.place) },
    "harmful": {
      SourceEdit($0.kind, #"VPC(cidr: "10.0.0.0/16", availabilityZones: 2)"#, at: $0.place)
    },
    "misplaced": {
      let place = Place(file: $0.place.file, line: $0.place.line - 1, column: $0.place.column)
      return SourceEdit($0.kind, $0.code, at: place)
    },
    "homeless": {
      let place = Place(file: $0.place.file, line: $0.place.line + 1, column: $0.place.column)
      return SourceEdit($0.kind, $0.code, at: place)
    },
  ]

  /// Of each what is still wrong; all are compiled together.
  private static let problems = Task {
    let original = try #require(Self.original)
    let variants = try spoilt.keys.sorted().map { name in
      try Mistake(
        named: name.prefix(1).uppercased() + name.dropFirst() + ".swift",
        text: original.text.replacing("let \(original.name)", with: "let \(name)"))
    }
    let folder = try TemporaryFolder("seeded")
    let mended = try await MendedMistakes(variants, in: folder.url, with: build()) {
      spoilt[$0.name]?($1) ?? $1
    }
    return Dictionary(
      uniqueKeysWithValues: variants.map { ($0.name, mended.problems(with: $0)) })
  }

  @Test func `finds no fault with the fix as it is`() async throws {
    #expect(try await Self.problems.value["right"] == [])
  }

  @Test(arguments: [
    ("useless", "asks for 3 availability zones"), ("harmful", "which overlaps 10.0.0.0/16"),
    ("misplaced", "asks for 3 availability zones"), ("homeless", "the fix was not applied: "),
  ])
  func `finds a fix that does not help`(name: String, problem: String) async throws {
    let problems = try #require(try await Self.problems.value[name])
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test func `finds a fix that does not compile`() async throws {
    let mistake = try #require(Self.original)
    let folder = try TemporaryFolder("seeded")
    let error = await #expect(throws: CompilerFailure.self) {
      try await MendedMistakes([mistake], in: folder.url, with: build()) {
        SourceEdit($1.kind, $1.code.replacing("availability", with: "available"), at: $1.place)
      }
    }
    let said = try #require(error?.description)
    #expect(said.contains("ThreeZonesInCalifornia.swift:"))
    #expect(said.contains("availableZones"))
  }
}

private typealias Place = SourceLocations.SourceLocation
