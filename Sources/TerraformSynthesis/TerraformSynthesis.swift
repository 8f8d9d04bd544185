import CellContract
public import CellModel
import SourceLocations
public import TerraformDocument

/// The Terraform roots of a whole fleet, every reference checked.
public struct SynthesizedFleet: Sendable {
  /// By environment, and there in the order in which they are applied.
  public let roots: [TerraformRoot]

  /// Synthesizes every root of `fleet`.
  ///
  /// - Throws: ``InvalidFleet`` where an extension refers to what is not there, duplicates an address
  ///   or amends what a rule guards; all such errors at once.
  public init(_ fleet: ValidatedFleet) throws(InvalidFleet) {
    var diagnostics: [Diagnostic] = []
    var roots: [TerraformRoot] = []
    for environment in fleet.environments {
      do throws(InvalidFleet) {
        roots += try SynthesizedEnvironment(environment).roots
      } catch {
        diagnostics += error.diagnostics
      }
    }
    guard diagnostics.isEmpty else {
      throw InvalidFleet(diagnostics: Set(diagnostics).sorted())
    }
    self.roots = roots
  }

  /// The files below `out/`, by path, in canonical text.
  public func files() -> [(path: String, bytes: [UInt8])] {
    roots.flatMap { $0.writtenFiles() }
  }
}

/// The Terraform roots of one environment of a validated fleet, every reference checked.
public struct SynthesizedEnvironment: Sendable {
  /// In the order in which they are applied.
  public let roots: [TerraformRoot]

  /// Synthesizes every root of `environment`.
  ///
  /// - Throws: ``InvalidFleet``, as ``SynthesizedFleet/init(_:)`` does.
  public init(_ environment: ResolvedEnvironment) throws(InvalidFleet) {
    var diagnostics: [Diagnostic] = []
    let roots =
      [environment.backendSetupRoot(), environment.globalRoot(&diagnostics)]
      + environment.cellsInOrderOfApplication.map { environment.root(of: $0, &diagnostics) }
      + [environment.routingRoot()]
    diagnostics += declarationDiagnostics(in: roots) + referenceDiagnostics(in: roots)
    guard diagnostics.isEmpty else {
      throw InvalidFleet(diagnostics: Set(diagnostics).sorted())
    }
    self.roots = roots.map { $0.taggedByComponent().withBoundedRoles(in: environment) }
  }

  /// The files below `out/`, by path, in canonical text.
  public func files() -> [(path: String, bytes: [UInt8])] {
    roots.flatMap { $0.writtenFiles() }
  }
}

extension TerraformRoot {
  /// The files below `out/`, by path.
  fileprivate func writtenFiles() -> [(path: String, bytes: [UInt8])] {
    files().sorted { $0.key < $1.key }.map { name, json in
      ("\(path)/\(name)", JSONWriter.text(of: json))
    }
  }

  /// The root with a tag on everything that says which part of the system it is.
  ///
  /// The provider's default tags can't say so: they are the same for the whole root.
  fileprivate func taggedByComponent() -> TerraformRoot {
    var root = self
    for index in root.components.indices {
      root.components[index].tag("component", root.components[index].name)
    }
    return root
  }

  /// The root with a bound on every role, where a repository deploys; its own roles have none.
  fileprivate func withBoundedRoles(in environment: ResolvedEnvironment) -> TerraformRoot {
    guard environment.repository != nil else { return self }
    var root = self
    for index in root.components.indices where root.components[index].name != "deployment" {
      root.components[index].boundRoles(by: environment.scope.boundaryARN)
    }
    return root
  }
}
