// swift-tools-version: 6.2
import PackageDescription

// Data flows one way: description → model → documents → files. What each target is for stands in
// CONTRIBUTING.md; the build refuses an import that is not declared here (see the Makefile).

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: strict)
}

let argumentParser: Target.Dependency =
  .product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "bizcomms",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cellctl", targets: ["cellctl"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // What everything stands on
    library("SourceLocations"),
    library("CellPrimitives"),
    library("CellContract", uses: ["CellPrimitives", "SourceLocations"]),

    // What people write
    library(
      "CellDescription",
      uses: ["CellContract", "CellPrimitives", "SourceLocations", "TerraformDocument"]),
    .target(
      name: "Cells",
      dependencies: [
        "CellContract", "CellPrimitives", "CellDescription", "TerraformAWS", "TerraformDocument",
      ],
      path: "cells", swiftSettings: strict),
    .target(
      name: "Templates", path: "templates", resources: [.copy("files")], swiftSettings: strict),

    // What is true of it
    library(
      "CellModel",
      uses: [
        "CellContract", "CellDescription", "CellPrimitives", "SourceLocations", "TerraformDocument",
      ]),

    // What comes out
    library("TerraformDocument", uses: ["SourceLocations"]),
    library("TerraformAWS", uses: ["TerraformDocument"]),
    library(
      "TerraformSynthesis",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "SourceLocations",
        "TerraformAWS", "TerraformDocument",
      ]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    library("YAMLDocument", uses: ["CLibYAML"]),
    library(
      "HelmSynthesis",
      uses: [
        "CellContract", "CellModel", "CellPrimitives", "SourceLocations", "YAMLDocument",
      ]),
    library("GeneratedFiles"),

    // What runs
    library("Commands", uses: [subprocess]),
    .executableTarget(
      name: "cellctl",
      dependencies: [
        argumentParser, "CellContract", "CellDescription", "CellModel", "CellPrimitives", "Cells",
        "GeneratedFiles", "HelmSynthesis", "SourceLocations", "Templates", "TerraformDocument",
        "TerraformSynthesis",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bindings", dependencies: [argumentParser], swiftSettings: strict),
  ]
)
