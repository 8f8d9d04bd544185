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

/// For what users write: an import is an import, so that a mistake of theirs is the only error.
let forgiving: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Tests of a target, in `Tests/<Target>Tests`.
func tests(
  of name: String, uses dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name.prefix(1).uppercased() + name.dropFirst() + "Tests",
    dependencies: [.byName(name: name)] + dependencies, exclude: exclude, swiftSettings: strict)
}

let argumentParser: Target.Dependency =
  .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient: Target.Dependency =
  .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency =
  .product(name: "HummingbirdTesting", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle: Target.Dependency =
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency =
  .product(name: "UnixSignals", package: "swift-service-lifecycle")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "bizcomms",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cellctl", targets: ["cellctl"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // What everything stands on
    library("SourceLocations"),
    library("ParallelMap"),
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
      path: "cells", swiftSettings: forgiving),
    .target(
      name: "Templates", path: "templates", resources: [.copy("files")], swiftSettings: strict),

    library("CellEditing", uses: ["SourceLocations"]),

    // What is true of it
    library(
      "CellModel",
      uses: [
        "CellContract", "CellDescription", "CellPrimitives", "ParallelMap", "SourceLocations",
        "TerraformDocument",
      ]),

    // What comes out
    library("TextBuffer"),
    library("TerraformDocument", uses: ["SourceLocations", "TextBuffer"]),
    library("TerraformProviderSchema"),
    .target(
      name: "TerraformAWS", dependencies: ["TerraformDocument"], exclude: ["types.txt"],
      swiftSettings: strict),
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
    library(
      "CellCost",
      uses: ["CellModel", "CellPrimitives", "SourceLocations", "TerraformDocument"]),
    library(
      "FleetGraph",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "DiagramDrawing",
        "FleetIndex", "HTMLDocument", "SourceLocations", "TerraformDocument",
      ]),
    library("FleetDifference", uses: ["TerraformDocument"]),
    library(
      "FleetIndex",
      uses: ["CellDescription", "SourceLocations", "TerraformDocument"]),
    .target(name: "CSHA256"),
    library("GeneratedFiles", uses: ["CSHA256", "ParallelMap"]),
    library("HTMLDocument", uses: ["TextBuffer"]),
    library("DiagramDrawing", uses: ["HTMLDocument"]),
    library(
      "FleetRunbook",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "SourceLocations",
      ]),
    library(
      "FleetOverview",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "DiagramDrawing",
        "FleetRunbook", "HTMLDocument", "SourceLocations", "TerraformDocument",
      ]),
    library(
      "FleetOutput",
      uses: [
        "CellContract", "CellModel", "CellPrimitives", "FleetOverview", "FleetRunbook",
        "GeneratedFiles", "HelmSynthesis", "HTMLDocument", "SourceLocations", "Templates",
        "TerraformDocument", "TerraformSynthesis", "YAMLDocument",
      ]),

    // What runs
    library("Commands", uses: [subprocess, systemPackage]),
    .executableTarget(
      name: "cellctl",
      dependencies: [
        argumentParser, "CellContract", "CellCost", "CellDescription", "CellEditing", "CellModel",
        "CellPrimitives", "Cells", "Commands", "FleetDifference", "FleetGraph", "FleetIndex",
        "FleetOutput", "GeneratedFiles", "HTMLDocument", "SourceLocations", "Templates",
        "TerraformDocument", "TerraformSynthesis",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bindings",
      dependencies: [argumentParser, "SourceLocations", "TerraformProviderSchema"],
      swiftSettings: strict),
    .target(
      name: "MeasuredFleet",
      dependencies: [
        "CellContract", "CellDescription", "CellPrimitives", "Cells", "SourceLocations",
      ],
      path: "Benchmarks/MeasuredFleet", swiftSettings: strict),
    .executableTarget(
      name: "generate-fleet",
      dependencies: ["CellModel", "FleetOutput", "GeneratedFiles", "MeasuredFleet"],
      path: "Benchmarks/generate-fleet", swiftSettings: strict),
    .target(name: "COperationCount", path: "Benchmarks/COperationCount"),
    .executableTarget(
      name: "count-operations",
      dependencies: [
        "COperationCount", "CellDescription", "CellModel", "CellPrimitives", "FleetOutput",
        "GeneratedFiles", "MeasuredFleet", "SourceLocations",
      ],
      path: "Benchmarks/count-operations", swiftSettings: strict),
    library(
      "TestSupport",
      uses: ["Commands", "SourceLocations", "TerraformDocument", "TerraformProviderSchema"]),

    // The application
    .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    library("JSONText"),
    library("FormText"),
    library("Timestamps"),
    library("SQL", uses: ["Timestamps"]),
    library("PostgreSQL", uses: ["CLibpq", "SQL", "Timestamps", logging]),
    library(
      "AWSClient",
      uses: [
        "JSONText", "Timestamps", asyncHTTPClient, crypto, logging, nioCore, nioHTTP1, nioPosix,
      ]),
    library(
      "ServiceRuntime",
      uses: [
        "AWSClient", "CellContract", "CellPrimitives", "JSONText", "PostgreSQL", "SQL",
        "Timestamps",
        logging, serviceLifecycle,
      ]),
    library(
      "EmbeddedBackend",
      uses: [
        "CellContract", "CellPrimitives", "JSONText", "ServiceRuntime", "SQL",
        "Timestamps", grdb,
      ]),
    library("Alerts", uses: ["CellContract", "JSONText", "Timestamps"]),
    library(
      "Twilio",
      uses: [
        "Alerts", "FormText", "JSONText", asyncHTTPClient, crypto, nioCore, nioHTTP1, nioPosix,
      ]),
    library(
      "AlertStores",
      uses: [
        "Alerts", "SQL", "ServiceRuntime", "Timestamps", logging, serviceLifecycle,
      ]),
    library(
      "ServiceHealth",
      uses: [
        "CellContract", "JSONText", httpTypes, hummingbird, logging, nioCore, serviceLifecycle,
      ]),
    .target(
      name: "AlertAPI",
      dependencies: [
        "Alerts", "AlertStores", "CellContract", "FormText", "JSONText", "SQL", "ServiceHealth",
        "ServiceRuntime", "Timestamps", "Twilio", crypto, httpTypes, hummingbird, logging, nioCore,
        serviceLifecycle,
      ],
      resources: [
        .embedInCode("Page/docs.html"), .embedInCode("Page/operator.html"),
      ],
      swiftSettings: strict),
    library(
      "DeliveryWorker",
      uses: [
        "AlertStores", "Alerts", "CellContract", "CellPrimitives", "JSONText", "SQL",
        "ServiceRuntime", "Twilio", logging, serviceLifecycle,
      ]),
    .executableTarget(
      name: "bizcomms-api",
      dependencies: [
        argumentParser, "AlertAPI", "AlertStores", "CellContract", "ServiceRuntime", hummingbird,
        logging,
      ], swiftSettings: strict),
    library(
      "StoryPoller",
      uses: [
        "AlertStores", "Alerts", "CellContract", "JSONText", "ServiceRuntime", "Timestamps",
        asyncHTTPClient, logging, nioCore, nioHTTP1, nioPosix, serviceLifecycle,
      ]),
    library("LoopbackHTTP", uses: [hummingbird, logging, nioCore, serviceLifecycle]),
    library(
      "HackerNewsSimulator", uses: ["JSONText", "LoopbackHTTP", httpTypes, hummingbird, nioCore]),
    library(
      "LambdaSimulator", uses: ["JSONText", "LoopbackHTTP", httpTypes, hummingbird, nioCore]),
    .executableTarget(
      name: "bizcomms-poller",
      dependencies: [
        argumentParser, "AlertStores", "CellContract", "JSONText", "SQL", "ServiceHealth",
        "ServiceRuntime", "StoryPoller", logging, serviceLifecycle, unixSignals,
      ], swiftSettings: strict),
    .executableTarget(
      name: "bizcomms-worker",
      dependencies: [
        argumentParser, "AlertStores", "CellContract", "DeliveryWorker", "JSONText", "SQL",
        "ServiceHealth", "ServiceRuntime", "Twilio", logging, serviceLifecycle, unixSignals,
      ], swiftSettings: strict),
    .executableTarget(
      name: "bizcomms",
      dependencies: [
        argumentParser, "AlertAPI", "AlertStores", "Alerts", "CellContract", "DeliveryWorker",
        "EmbeddedBackend", "HackerNewsSimulator", "ServiceRuntime", "StoryPoller", "Twilio",
        "TwilioSimulator", hummingbird, logging, serviceLifecycle,
      ], swiftSettings: strict),

    library(
      "TwilioSimulator",
      uses: [
        "Alerts", "FormText", "JSONText", "LoopbackHTTP", "Timestamps", "Twilio",
        asyncHTTPClient, httpTypes, hummingbird, nioCore, nioHTTP1, nioPosix,
      ]),
    .executableTarget(
      name: "twilio-simulator", dependencies: [argumentParser, "Alerts", "TwilioSimulator"],
      swiftSettings: strict),
    .target(
      name: "ServiceTestSupport",
      dependencies: [
        "CellContract", "Commands", "EmbeddedBackend", "PostgreSQL", "SQL", "ServiceRuntime",
        logging,
      ],
      swiftSettings: strict),

    .target(
      name: "RequestProperties",
      dependencies: [
        "AlertAPI", "AlertStores", "Alerts", "FormText", "JSONText", "Timestamps", "Twilio",
      ], path: "Fuzzing/RequestProperties", swiftSettings: strict),
    .target(
      name: "PlantedMistake", path: "Fuzzing/PlantedMistake", swiftSettings: strict),

    // What shows that it is so
    tests(
      of: "bindings",
      uses: [
        argumentParser, "TerraformAWS", "TerraformDocument", "TerraformProviderSchema",
        "TestSupport",
      ]),
    tests(of: "CellContract", uses: ["CellPrimitives", "SourceLocations"]),
    tests(
      of: "CellCost",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "Cells",
        "SourceLocations", "TerraformAWS", "TerraformDocument", "TerraformSynthesis",
      ]),
    tests(
      of: "CellDescription",
      uses: [
        "CellContract", "CellPrimitives", "Commands", "SourceLocations", "TerraformAWS",
        "TerraformDocument", "TestSupport",
      ]),
    tests(of: "CellEditing", uses: ["SourceLocations"]),
    tests(
      of: "CellModel",
      uses: [
        "CellContract", "CellDescription", "CellPrimitives", "SourceLocations",
        "TerraformDocument",
      ]),
    tests(of: "CellPrimitives"),
    tests(
      of: "cellctl",
      uses: [
        "CellContract", "CellCost", "CellDescription", "CellEditing", "CellModel", "CellPrimitives",
        "Cells", "Commands", "FleetDifference", "FleetOutput", "GeneratedFiles", "SourceLocations",
        "TerraformSynthesis", "TestSupport",
      ], exclude: ["Goldens"]),
    tests(of: "Commands"),
    .testTarget(
      name: "CoverageTests", dependencies: ["CLibYAML"], exclude: ["Goldens"],
      swiftSettings: strict),
    tests(of: "DiagramDrawing", uses: ["HTMLDocument"]),
    .testTarget(
      name: "EditedCellsTests",
      dependencies: ["CellEditing", "CellModel", "Commands", "SourceLocations", "TestSupport"],
      exclude: ["Mistakes", "Program"], swiftSettings: strict),
    tests(of: "FleetDifference"),
    tests(
      of: "FleetGraph",
      uses: [
        "CellContract", "CellDescription", "CellModel", "Cells", "FleetIndex", "HTMLDocument",
        "SourceLocations", "TerraformDocument", "TerraformSynthesis",
      ]),
    tests(
      of: "FleetIndex",
      uses: [
        "CellDescription", "CellModel", "CellPrimitives", "Cells", "SourceLocations",
        "TerraformAWS", "TerraformDocument", "TerraformSynthesis",
      ]),
    tests(
      of: "FleetOutput",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "Cells",
        "GeneratedFiles", "TerraformAWS", "TerraformDocument",
      ]),
    tests(
      of: "FleetOverview",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "Cells", "HTMLDocument",
        "SourceLocations", "TerraformAWS", "TerraformDocument", "TerraformSynthesis",
      ]),
    tests(of: "FleetRunbook", uses: ["Commands"]),
    tests(of: "GeneratedFiles"),
    tests(of: "HTMLDocument"),
    tests(
      of: "HelmSynthesis",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "SourceLocations",
        "YAMLDocument",
      ]),
    tests(
      of: "MeasuredFleet",
      uses: [
        "CellDescription", "CellModel", "Cells", "Commands", "FleetOutput", "GeneratedFiles",
        "SourceLocations", "TestSupport",
        .byName(name: "count-operations"),
      ]),
    tests(of: "ParallelMap"),
    tests(of: "SourceLocations"),
    tests(of: "Templates"),
    tests(of: "TerraformDocument", uses: ["Commands", "SourceLocations"]),
    .testTarget(
      name: "TerraformRootsTests", dependencies: ["TestSupport"], exclude: ["Plans"],
      swiftSettings: strict),
    tests(
      of: "TerraformSynthesis",
      uses: [
        "CellContract", "CellDescription", "CellModel", "CellPrimitives", "Cells",
        "SourceLocations", "TerraformAWS", "TerraformDocument", "TerraformProviderSchema",
        "TestSupport",
      ]),
    tests(
      of: "TestSupport",
      uses: ["SourceLocations", "TerraformDocument", "TerraformProviderSchema"]),
    tests(of: "TextBuffer"),
    tests(of: "YAMLDocument", exclude: ["Fixtures"]),

    tests(of: "FormText"),
    tests(of: "JSONText"),
    tests(of: "Timestamps"),
    tests(of: "SQL"),
    tests(of: "Alerts"),
    tests(
      of: "EmbeddedBackend",
      uses: ["CellContract", "CellPrimitives", "ServiceRuntime", "ServiceTestSupport"]),
    tests(of: "AWSClient", uses: ["TestSupport", logging], exclude: ["Vectors"]),
    tests(
      of: "ServiceRuntime",
      uses: [
        "AWSClient", "CellContract", "CellPrimitives", "SQL", "ServiceTestSupport", "TestSupport",
        logging,
      ]),
    tests(
      of: "AlertStores",
      uses: [
        "Alerts", "CellContract", "Commands", "EmbeddedBackend", "PostgreSQL", "SQL",
        "ServiceRuntime", "ServiceTestSupport", "Timestamps",
      ], exclude: ["Migrations/released.json"]),
    tests(
      of: "AlertAPI",
      uses: [
        "AlertStores", "Alerts", "CellContract", "EmbeddedBackend", "JSONText", "PostgreSQL", "SQL",
        "ServiceRuntime", "ServiceTestSupport", "Twilio", httpTypes, hummingbird,
        hummingbirdTesting, logging, nioCore, nioEmbedded,
      ]),
    tests(
      of: "DeliveryWorker",
      uses: [
        "AlertStores", "Alerts", "CellContract", "CellPrimitives", "EmbeddedBackend", "SQL",
        "ServiceRuntime", "ServiceTestSupport", "Twilio", "TwilioSimulator", logging,
      ]),
    tests(of: "Twilio", uses: ["Alerts", "FormText", "TestSupport"]),
    tests(
      of: "TwilioSimulator",
      uses: [
        "AlertAPI", "AlertStores", "Alerts", "CellContract", "Commands", "EmbeddedBackend",
        "FormText", "JSONText", "ServiceRuntime", "ServiceTestSupport", "TestSupport", "Twilio",
        httpTypes, hummingbird, hummingbirdTesting, logging, nioCore,
        .byName(name: "twilio-simulator"),
      ]),
    .testTarget(
      name: "ApplicationTests",
      dependencies: [
        "AWSClient", "Alerts", "CellContract", "CellPrimitives", "Commands", "HackerNewsSimulator",
        "JSONText", "LambdaSimulator", "LoopbackHTTP", "PostgreSQL", "SQL",
        "ServiceTestSupport", "TestSupport", "TwilioSimulator",
        asyncHTTPClient, httpTypes, hummingbird, logging, nioCore, nioHTTP1, serviceLifecycle,
        .byName(name: "bizcomms-api"), .byName(name: "bizcomms-poller"),
        .byName(name: "bizcomms-worker"),
        .byName(name: "naive-api"), .byName(name: "naive-worker"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "naive-api",
      dependencies: [
        "AlertAPI", "AlertStores", "CellContract", "ServiceRuntime", hummingbird, logging,
        serviceLifecycle,
      ], path: "Tests/NaiveAPI", swiftSettings: strict),
    .executableTarget(
      name: "naive-worker",
      dependencies: [
        argumentParser, "AlertStores", "Alerts", "CellContract", "SQL", "ServiceRuntime", "Twilio",
        logging,
      ], path: "Tests/NaiveWorker", swiftSettings: strict),
    tests(
      of: "StoryPoller",
      uses: [
        "AlertAPI", "AlertStores", "Alerts", "CellContract", "EmbeddedBackend",
        "HackerNewsSimulator", "JSONText", "LambdaSimulator", "SQL", "ServiceRuntime",
        "ServiceTestSupport", hummingbird, hummingbirdTesting, logging, serviceLifecycle,
      ]),
    tests(of: "LoopbackHTTP", uses: [asyncHTTPClient, hummingbird, nioHTTP1]),
    tests(of: "HackerNewsSimulator", uses: ["JSONText"]),
    tests(
      of: "ServiceHealth",
      uses: [
        "CellContract", "JSONText", asyncHTTPClient, logging, nioCore, nioHTTP1, serviceLifecycle,
      ]),
    tests(of: "RequestProperties", uses: ["TestSupport"]),
    tests(of: "PostgreSQL", uses: ["Commands", "SQL", "ServiceTestSupport", logging]),
  ]
)

// The fuzzer has libFuzzer's `main`: only `scripts/fuzz`, which brings that along, builds it.
if Context.environment["BIZCOMMS_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz-requests", dependencies: ["PlantedMistake", "RequestProperties"],
      path: "Fuzzing/fuzz-requests",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
