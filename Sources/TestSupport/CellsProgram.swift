import Commands
public import Foundation

/// A program that is compiled from cells and linked with what was built to evaluate them.
public struct CellsProgram: Sendable {
  /// The modules that it is linked with: all that `FleetOutput` needs.
  private static let modules = [
    "CSHA256", "CellContract", "CellDescription", "CellModel", "CellPrimitives", "DiagramDrawing",
    "FleetOutput", "FleetOverview", "FleetRunbook", "GeneratedFiles", "HTMLDocument",
    "HelmSynthesis", "ParallelMap", "SourceLocations", "Templates", "TerraformAWS",
    "TerraformDocument", "TerraformSynthesis", "TextBuffer", "YAMLDocument",
  ]
  /// As the cells of the package are compiled, but in one go, which is a quarter of the work.
  private static let flags = CellsLanguage.flags + ["-Onone", "-whole-module-optimization"]

  /// The executable.
  private let path: String

  /// Compiles `sources` into `folder`, which holds them.
  ///
  /// - Throws: ``CompilerFailure`` with what the compiler says.
  public static func compile(
    _ sources: [URL], into folder: URL, with build: PackageBuild
  ) async throws -> CellsProgram {
    let path = folder.appending(path: "cells-program").path
    let objects = try modules.flatMap { try build.objects(of: $0) }
    let clang = [
      "\(packageFolder)/Sources/CLibYAML/module.modulemap",
      build.folder.appending(path: "CSHA256.build/module.modulemap").path,
    ].flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    let compiler = Command(
      "swiftc",
      flags + ["-I", build.modules.path] + clang + ["-o", path] + sources.map(\.path) + objects
        + ["-lyaml"],
      advice: "install the Swift toolchain that builds the package and put it on PATH")
    let result = try await compiler.run(timeLimit: .seconds(300))
    guard result.status.isSuccess else {
      throw CompilerFailure(description: result.errorText + result.outputText)
    }
    return CellsProgram(path: path)
  }

  /// Runs the program to its end.
  public func run(_ arguments: [String]) async throws -> Data {
    let command = Command(path, arguments, advice: "compile it first")
    let result = try await command.run(timeLimit: .seconds(120))
    guard result.status.isSuccess else {
      throw CompilerFailure(description: "\(path) \(result.status): \(result.errorText)")
    }
    return Data(result.output)
  }
}

/// The compiler refused a program, or the program ended badly; with its own words.
public struct CompilerFailure: Error, CustomStringConvertible {
  /// What was said.
  public let description: String

  /// Quotes what was said.
  public init(description: String) { self.description = description }
}
