import Foundation
import TestSupport
import Testing

/// What is said of the contract works too, when a person writes it there: `cellctl fix` edits `cells/` alone.
@Suite struct ContractFixTests {
  @Test func `a message that is held for as long as the fix says comes back to nobody`()
    async throws
  {
    let folder = try TemporaryFolder("contract")
    let told = try await fixes(told: declaration, in: folder.url)
    #expect(told.count == 1)
    let code = try #require(told.first?.firstMatch(of: /`(handling: [^`]+)`/)?.1)
    let mended = declaration.replacing("handling: .seconds(20)", with: code)
    #expect(mended != declaration)
    #expect(try await fixes(told: mended, in: folder.url) == [])
  }

  /// The fixes that are told of a worker that declares `resources`.
  private func fixes(told resources: String, in folder: URL) async throws -> [String] {
    let files = [("Resources.swift", resources), ("Tell.swift", program)]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let compiled = try await CellsProgram.compile(
      files.map { folder.appending(path: $0.0) }, into: folder, with: build())
    return try JSONDecoder().decode([String].self, from: await compiled.run([]))
  }
}

private let declaration = """
  @testable import CellContract
  import CellPrimitives

  struct SlowResources: ServiceResources {
    @Uses(.consume(.alertProcessing, handling: .seconds(20))) var work
  }
  """

private let program = """
  @testable import CellContract
  import CellDescription
  @testable import CellModel
  import CellPrimitives
  import Foundation
  import SourceLocations

  @main struct Tell {
    static func main() throws {
      var resolution = Resolution()
      let fleet = resolution.resolve(
        Fleet {
          Environment(
            "production", account: "123456789012", domain: "api.example.com", home: .usEast1
          ) {
            Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: CellShape {
              EKS { Run(.worker) }
            })
          }
        })
      let fixes = visibilityProblems(in: fleet) { _ in SlowResources.declared }.map(\\.fix.text)
      print(String(decoding: try JSONEncoder().encode(fixes), as: UTF8.self))
    }
  }
  """
