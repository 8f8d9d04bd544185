import SourceLocations
import TerraformDocument

/// A schema written by hand, with every kind of accessor that the bindings have.
struct Queue: TerraformSchema {
  static let type = "aws_sqs_queue"
  static let kind = TerraformAddress.Kind.resource
  var body: TerraformBody = [:]

  var name: Argument<String>? {
    get { self[argument: "name"] }
    set { self[argument: "name"] = newValue }
  }
  var delaySeconds: Argument<Double>? {
    get { self[argument: "delay_seconds"] }
    set { self[argument: "delay_seconds"] = newValue }
  }
  var fifoQueue: Argument<Bool>? {
    get { self[argument: "fifo_queue"] }
    set { self[argument: "fifo_queue"] = newValue }
  }
  var policy: Argument<String>? {
    get { self[argument: "policy"] }
    set { self[argument: "policy"] = newValue }
  }
  var tags: Argument<[String: String]>? {
    get { self[argument: "tags"] }
    set { self[argument: "tags"] = newValue }
  }
  var zones: Argument<[String]>? {
    get { self[argument: "zones"] }
    set { self[argument: "zones"] = newValue }
  }
  var timeouts: Timeouts? {
    get { self[block: "timeouts"] }
    set { self[block: "timeouts"] = newValue }
  }
  var rules: [Rule] {
    get { self[blocks: "rule"] }
    set { self[blocks: "rule"] = newValue }
  }

  struct Timeouts: TerraformBlock {
    var body: TerraformBody = [:]
    var create: Argument<String>? {
      get { self[argument: "create"] }
      set { self[argument: "create"] = newValue }
    }
  }

  struct Rule: TerraformBlock {
    var body: TerraformBody = [:]
    var priority: Argument<Double>? {
      get { self[argument: "priority"] }
      set { self[argument: "priority"] = newValue }
    }
  }

  struct Attributes: TerraformAttributes {
    let reference: TerraformReference
    init(_ reference: TerraformReference) { self.reference = reference }

    var arn: Argument<String> { reference.attribute("arn") }
    var url: Argument<String> { reference.attribute("url") }
    var zones: Argument<[String]> { reference.attribute("zones") }
  }
}

/// Terraform's own provider has this type, so that tests need no download.
struct Data: TerraformSchema {
  static let type = "terraform_data"
  static let kind = TerraformAddress.Kind.resource
  var body: TerraformBody = [:]

  var input: Argument<String>? {
    get { self[argument: "input"] }
    set { self[argument: "input"] = newValue }
  }

  struct Attributes: TerraformAttributes {
    let reference: TerraformReference
    init(_ reference: TerraformReference) { self.reference = reference }

    var output: Argument<String> { reference.attribute("output") }
  }
}

extension TerraformRootPath {
  static let global = TerraformRootPath(environment: "production", folder: "global")
  static let cell = TerraformRootPath(environment: "production", folder: "cells/cell-use1-01")
  static let staging = TerraformRootPath(environment: "staging", folder: "global")
}

extension TerraformRoot {
  /// A root of these parts, with a local state and no provider.
  static func sample(_ path: TerraformRootPath, _ components: [TerraformComponent]) -> Self {
    TerraformRoot(
      path,
      settings: TerraformSettings(
        requiredVersion: ">= 1.11.0", requiredProviders: [:], backend: .init("local", body: [:]),
        providers: []),
      components: components, at: Place(file: "Fleet.swift", line: 1, column: 1))
  }
}

/// Line `number` of a file of the cells.
func line(_ number: Int) -> Place {
  Place(file: "/home/me/cells/Fleet.swift", line: number, column: 3)
}
